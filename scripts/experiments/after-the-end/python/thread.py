"""Five threads, one after the other, take 64 MiB and end: how much does the program still hold afterwards?

python3 thread.py [large|small]
"""
import os
import queue
import sys
import threading

from _shared.memory import settled
from _shared.workers import watch_threads
from _take import TIMES, report, size_of, take


def work(how, ready, go):
    pieces = take(how)
    ready.put(size_of(pieces))
    go.wait()


def main():
    watch_threads()
    how = sys.argv[1] if len(sys.argv) > 1 else "large"
    if how == "terminated":
        sys.exit("Python cannot end a thread from outside")
    before = settled([os.getpid()])
    taken, held, left = 0, before, []
    for time in range(TIMES):
        ready, go = queue.SimpleQueue(), threading.Event()
        worker = threading.Thread(target=work, args=(how, ready, go), daemon=True)
        worker.start()
        taken += ready.get()
        if time == 0:
            held = settled([os.getpid()])
        go.set()
        worker.join()
        left.append(settled([os.getpid()]))
    report(taken, before, held, left)


if __name__ == "__main__":
    main()
