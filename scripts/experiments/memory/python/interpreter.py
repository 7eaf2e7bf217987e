"""How much more memory does each sub-interpreter cost? Pages that are shared count once (PSS, Linux), and the kernel's share counts.

python3.14 interpreter.py [workers] [MiB of their own] [MiB of the parent]
"""
import os
import queue
import sys
import threading
from concurrent import interpreters

from _print import report
from _shared.memory import settled
from _shared.workers import watch_threads


def hold(own):
    global mine
    mine = b"x" * (own * 2**20)  # written to, so that it is really there
    return len(mine)


def work(ready, stop, own):
    interpreter = interpreters.create()
    ready.put(interpreter.call(hold, own))
    stop.wait()
    interpreter.close()


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

    print(f"{count} sub-interpreters in one process of {after.pss} KiB, of which {len(held) >> 10} KiB were held before")
    report(count, written, before, after, after.uss - before.uss)


if __name__ == "__main__":
    main()
