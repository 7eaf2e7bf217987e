"""Two processes of one program: which numbers has the operating system given them, and who sees a write?

python3 process.py
"""
import hashlib
import multiprocessing
import os
import threading
import time

value = "before"


def report(name, began, told):
    with open(__file__, "rb") as program:
        digest = hashlib.sha256(program.read()).hexdigest()
    ids = {"program": digest, "process": os.getpid(), "thread": threading.get_native_id()}
    return {"name": name, **ids, "value": value, "began": began, "told": told, "ended": time.monotonic()}


def read(reports, written):
    began = time.monotonic()
    written.wait()
    reports.put(report("reader", began, time.monotonic()))


def write(reports, written):
    global value
    began = time.monotonic()
    value = "written"
    reports.put(report("writer", began, began))
    written.set()


def main():
    began = time.monotonic()
    reports = multiprocessing.SimpleQueue()
    written = multiprocessing.Event()
    workers = [multiprocessing.Process(target=work, args=(reports, written)) for work in (read, write)]
    for worker in workers:
        worker.start()
    writer, reader = [reports.get() for _ in workers]
    for worker in workers:
        worker.join()

    for worker in (writer, reader):
        program = worker["program"][:8]
        print(f"{worker['name']}: program {program}…, process {worker['process']}, thread {worker['thread']}")
        start, told, end = [(worker[moment] - began) * 1000 for moment in ("began", "told", "ended")]
        if told > start:
            print(f"slice {worker['name']} wait {start:.3f} {told:.3f}")
        print(f"slice {worker['name']} run {told:.3f} {end:.3f}")
    print(f"the writer wrote {writer['value']!r}, the reader read {reader['value']!r}")
    print(f"programs = {len({worker['program'] for worker in (writer, reader)})}")
    print(f"pids = {len({worker['process'] for worker in (writer, reader)})}")
    print(f"threads = {len({worker['thread'] for worker in (writer, reader)})}")
    print(f"seen = {int(reader['value'] == 'written')}")


if __name__ == "__main__":
    main()
