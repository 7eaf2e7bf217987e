"""Two interpreters in one process: which numbers has the operating system given them, and who sees a write?

python3.14 interpreter.py
"""
import os
import queue
import threading
import time
from concurrent import interpreters

from _print import print_reports
from _shared.workers import watch_threads

HERE = os.path.dirname(os.path.abspath(__file__))

ENTER = f"""
import sys
sys.path.insert(0, {HERE!r})
import _worker
"""


def work(name, reports, written):
    """In a thread of its own, which the new interpreter runs in. Its module _worker is another one than everybody else's."""
    began = told = time.monotonic()
    interpreter = interpreters.create()
    interpreter.exec(ENTER)
    if name == "reader":
        written.wait()
        told = time.monotonic()
    answer = interpreters.create_queue()
    interpreter.prepare_main(name=name, began=began, told=told, answer=answer)
    interpreter.exec("if name == 'writer': _worker.value = 'written'\nanswer.put(_worker.report(name, began, told))")
    reports.put(answer.get())
    interpreter.close()


def main():
    watch_threads()
    start = time.monotonic()
    reports, written = queue.SimpleQueue(), threading.Event()
    workers = [threading.Thread(target=work, args=(name, reports, written)) for name in ("reader", "writer")]
    for worker in workers:
        worker.start()
    wrote = reports.get()
    written.set()
    read = reports.get()
    for worker in workers:
        worker.join()
    print_reports(wrote, read, start)


if __name__ == "__main__":
    main()
