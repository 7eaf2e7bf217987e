"""A process is forked beside much memory, and one of the two touches it: how much has been copied afterwards?

python3 process.py [worker|parent] [per cent], or [read-list|collect-list|read-array] [frozen]
"""
import multiprocessing
import os
import sys

from _shared.memory import settled
from _shared.children import join_all, watch
from _shared.workers import die_with_parent
from _touch import hold, report, touch


def work(go, done, counted, action, held, percent):
    die_with_parent()
    go.wait()
    done.put((0, 0) if action == "parent" else touch(action, held, percent))
    counted.wait()


def main():
    action = sys.argv[1] if len(sys.argv) > 1 else "worker"
    frozen = sys.argv[2:] == ["frozen"]
    percent = 100 if frozen or len(sys.argv) < 3 else int(sys.argv[2])
    held = hold(action, frozen)
    fork = multiprocessing.get_context("fork")
    go, counted, done = fork.Event(), fork.Event(), fork.SimpleQueue()
    worker = fork.Process(target=work, args=(go, done, counted, action, held, percent), daemon=True)
    worker.start()
    watch([worker])

    family = [os.getpid(), worker.pid]
    before = settled(family)
    go.set()
    touched = done.get()
    if action == "parent":
        touched = touch(action, held, percent)
    after = settled(family)
    counted.set()
    join_all([worker])
    report(before, after, *touched)


if __name__ == "__main__":
    main()
