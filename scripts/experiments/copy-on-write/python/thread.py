"""A thread starts beside much memory, and one of the two touches it: how much has been copied afterwards?

python3 thread.py [worker|parent] [per cent], or [read-list|collect-list|read-array] [frozen]
"""
import os
import queue
import sys
import threading

from _shared.memory import settled
from _shared.workers import watch_threads
from _touch import hold, report, touch


def work(go, done, counted, action, held, percent):
    go.wait()
    done.put((0, 0) if action == "parent" else touch(action, held, percent))
    counted.wait()


def main():
    watch_threads()
    action = sys.argv[1] if len(sys.argv) > 1 else "worker"
    frozen = sys.argv[2:] == ["frozen"]
    percent = 100 if frozen or len(sys.argv) < 3 else int(sys.argv[2])
    held = hold(action, frozen)
    go, counted, done = threading.Event(), threading.Event(), queue.SimpleQueue()
    worker = threading.Thread(target=work, args=(go, done, counted, action, held, percent), daemon=True)
    worker.start()

    before = settled([os.getpid()])
    go.set()
    touched = done.get()
    if action == "parent":
        touched = touch(action, held, percent)
    after = settled([os.getpid()])
    counted.set()
    worker.join()
    report(before, after, *touched)


if __name__ == "__main__":
    main()
