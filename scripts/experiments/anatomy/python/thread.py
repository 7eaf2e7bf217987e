"""Two threads of one program: which numbers has the operating system given them, and who sees a write?

python3 thread.py
"""
import queue
import threading
import time

from _print import print_reports
from _shared.workers import watch_threads
from _worker import work


def main():
    watch_threads()
    start = time.monotonic()
    reports, written = queue.SimpleQueue(), threading.Event()
    workers = [threading.Thread(target=work, args=(name, written.wait, reports.put)) for name in ("reader", "writer")]
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
