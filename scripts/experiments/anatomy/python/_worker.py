"""What each of two workers does: the writer writes to a variable; the reader reads it when it has heard of that. Then they report.

Also a program of its own, for a process to run: what it waits for comes in, and its report goes out.
"""
import hashlib
import json
import os
import sys
import threading
import time

value = "before"


def report(name, began, told):
    with open(__file__, "rb") as program:
        digest = hashlib.sha256(program.read()).hexdigest()
    executed = os.stat("/proc/self/exe" if os.path.exists("/proc/self/exe") else sys.executable)
    return {
        "name": name,
        "program": f"{digest}, run by file {executed.st_ino}",
        "process": os.getpid(),
        "thread": threading.get_native_id(),
        "value": value,
        "began": began,
        "told": told,
        "ended": time.monotonic(),
    }


def work(name, wait_until_written, tell):
    global value
    began = told = time.monotonic()
    if name == "writer":
        value = "written"
    else:
        wait_until_written()
        told = time.monotonic()
    tell(report(name, began, told))


if __name__ == "__main__":
    work(sys.argv[1], sys.stdin.readline, lambda facts: print(json.dumps(facts), flush=True))
    sys.stdin.read()  # stays until whoever started it has looked at it
