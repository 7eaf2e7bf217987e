"""Many tasks of one size, dealt out to a pool with a thread per core. When is that sooner than a plain loop?

python3 thread.py [tasks] [µs a task takes, about]
"""
import os
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

STEPS_PER_MICROSECOND = 10  # roughly, in pure Python


def task(steps):
    began = time.perf_counter()
    number = 1
    for _ in range(steps):
        number = (number * 1103515245 + 12345) % 2**31
    return number, threading.get_ident(), began, time.perf_counter()


def main():
    tasks = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    steps = int(sys.argv[2] if len(sys.argv) > 2 else 1000) * STEPS_PER_MICROSECOND
    workers = os.cpu_count()

    created = time.perf_counter()
    all_started = threading.Barrier(workers)
    with ThreadPoolExecutor(workers, initializer=all_started.wait) as pool:
        list(pool.map(task, [1] * workers))  # now every worker is there
        began = time.perf_counter()
        results = list(pool.map(task, [steps] * tasks))
        ended = time.perf_counter()
    closed = time.perf_counter()

    if tasks <= 20:
        names = {}
        for _, worker, start, end in results:
            name = names.setdefault(worker, f"thread-{len(names) + 1}")
            print(f"slice {name} run {(start - began) * 1000:.3f} {(end - began) * 1000:.3f}")
    print(f"{len(results)} tasks, each with the result {set(number for number, *_ in results)}")
    print(f"wall = {(ended - began) * 1000:.3f} ms")
    print(f"per-task = {(ended - began) / tasks * 1e6:.3f} µs")
    print(f"wall-with-start = {(closed - created) * 1000:.3f} ms")


if __name__ == "__main__":
    main()
