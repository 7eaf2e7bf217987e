"""One program, started twice: which numbers has the operating system given the two, and who sees a write?

python3 process.py
The program is a copy of _worker.py that nobody else runs.
"""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from _print import print_reports
from _running import running
from _shared.endings import ending


def end_without(line, other):
    if other is not None:
        other.kill()
        other.wait()
    sys.exit(line)


def start(program, name, other=None):
    ends = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "universal_newlines": True}
    try:
        return subprocess.Popen([sys.executable, str(program), name], **ends)
    except OSError as failure:
        end_without(f"the {name} could not be started: {failure.strerror}", other)


def stop(dead, other):
    end_without(f"the {dead.args[-1]}, process {dead.pid}, {ending(dead.wait())} before it had reported", other)


def answer(worker, other):
    return json.loads(worker.stdout.readline() or stop(worker, other))


def tell(worker, other, line):
    try:
        os.write(worker.stdin.fileno(), line)
    except BrokenPipeError:
        stop(worker, other)


def main():
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(shutil.copy(pathlib.Path(__file__).with_name("_worker.py"), folder))
        seen = []  # of the file: its hash, and how many run it

        def look():
            seen.append((hashlib.sha256(program.read_bytes()).hexdigest(), running(program)))

        look()
        began = time.monotonic()
        reader = start(program, "reader")
        writer = start(program, "writer", reader)
        wrote = answer(writer, reader)
        tell(reader, writer, b"written\n")
        read = answer(reader, writer)
        look()
        for worker in (reader, writer):
            worker.communicate()  # closes its input, and waits for its end
        look()

    print_reports(wrote, read, began)
    print(f"hashes = {len({digest for digest, _ in seen})}")
    if os.path.isdir("/proc/self"):
        before, meanwhile, after = [count for _, count in seen]
        print(f"at-rest = {before + after}\nat-work = {meanwhile}")


if __name__ == "__main__":
    main()
