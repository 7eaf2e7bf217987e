"""How much more memory does each thread cost? Pages that are shared count once (PSS, Linux), and the kernel's share counts.

python3 thread.py [workers] [MiB of their own] [MiB of the parent]
"""
import os
import queue
import sys
import threading

from _print import report
from _shared.memory import settled
from _shared.workers import watch_threads


def work(ready, stop, own):
    mine = b"x" * (own * 2**20)  # written to, so that it is really there
    ready.put(len(mine))
    stop.wait()
    del mine


def main():
    watch_threads()
    count, own, parent = (int(text) for text in (sys.argv[1:4] + ["4", "0", "0"][len(sys.argv[1:4]) :]))
    held = b"x" * (parent * 2**20)  # written to, so that it is really there
    ready = queue.SimpleQueue()
    stop = threading.Event()

    before = settled([os.getpid()])
    workers = [threading.Thread(target=work, args=(ready, stop, own), daemon=True) for _ in range(count)]
    for worker in workers:
        worker.start()
    written = sum(ready.get() for _ in workers)
    after = settled([os.getpid()])
    stop.set()
    for worker in workers:
        worker.join()

    print(f"{count} threads in one process of {after.pss} KiB, of which {len(held) >> 10} KiB were held before")
    report(count, written, before, after, after.uss - before.uss)


if __name__ == "__main__":
    main()
