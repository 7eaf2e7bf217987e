"""The same work shared out among more and more processes than there are cores.

Once freely, and once in steps, after each of which all wait for the slowest.
"""
import os
import sys
from multiprocessing import Barrier, Process
from time import perf_counter

STEPS = 50
WORK = 4_000_000


def work(rounds):
    for _ in range(rounds):
        pass


def worker(workers, ready, step):
    ready.wait()
    ready.wait()
    for _ in range(STEPS):
        work(WORK // STEPS // workers)
        if step is not None:
            step.wait()


if __name__ == "__main__":
    workers = (int(sys.argv[1]) if len(sys.argv) > 1 else 4) * os.cpu_count()
    together = len(sys.argv) > 2 and sys.argv[2] == "barrier"

    start = perf_counter()
    ready = Barrier(workers + 1)
    step = Barrier(workers) if together else None
    processes = [Process(target=worker, args=(workers, ready, step)) for _ in range(workers)]
    for each in processes:
        each.start()
    ready.wait()
    all_ready = perf_counter()  # taken while all still wait for the second time
    ready.wait()
    for each in processes:
        each.join()
    end = perf_counter()

    print(f"{workers} processes")
    print(f"wall = {(end - all_ready) * 1e3:.3f} ms")
    print(f"total = {(end - start) * 1e3:.3f} ms")
