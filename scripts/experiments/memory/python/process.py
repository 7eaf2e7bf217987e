"""How much more memory does each process cost? Pages that are shared count once (PSS, Linux), and the kernel's share counts.

python3 process.py [workers] [MiB of their own] [MiB of the parent] [start method]
"""
import multiprocessing
import os
import sys

from _print import report
from _shared.memory import memory_of, settled, this_family
from _shared.children import join_all, watch
from _shared.workers import die_with_parent


def work(ready, stop, own):
    die_with_parent()
    mine = b"x" * (own * 2**20)  # written to, so that it is really there
    ready.put(len(mine))
    stop.wait()
    del mine


def main():
    count, own, parent = (int(text) for text in (sys.argv[1:4] + ["4", "0", "0"][len(sys.argv[1:4]) :]))
    method = sys.argv[4] if len(sys.argv) > 4 else multiprocessing.get_start_method()
    held = b"x" * (parent * 2**20)  # written to, so that it is really there
    context = multiprocessing.get_context(method)
    ready = context.SimpleQueue()
    stop = context.Event()

    before = settled([os.getpid()])
    workers = [context.Process(target=work, args=(ready, stop, own), daemon=True) for _ in range(count)]
    for worker in workers:
        worker.start()
    watch(workers)
    written = sum(ready.get() for _ in workers)
    after = settled(this_family())
    uss = memory_of(this_family()[1:]).uss
    stop.set()
    join_all(workers)

    print(f"{count} processes ({method}) and their parent share {after.pss} KiB, of which {len(held) >> 10} KiB were held before")
    report(count, written, before, after, uss)


if __name__ == "__main__":
    main()
