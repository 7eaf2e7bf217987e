"""Many tasks of one size, dealt out to a pool with a thread per core. When is that sooner than a plain loop?

python3 thread.py [tasks] [µs a task takes, about]
"""
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from _tasks import arguments, lock_is_on, print_results, task


def main():
    tasks, steps, workers = arguments()
    created = time.perf_counter()
    all_started = threading.Barrier(workers)
    with ThreadPoolExecutor(workers, initializer=all_started.wait) as pool:
        list(pool.map(task, [1] * workers))  # now every worker is there
        began = time.perf_counter()
        results = list(pool.map(task, [steps] * tasks))
        ended = time.perf_counter()
    with_start = time.perf_counter() - created
    print_results("thread", results, 1 if lock_is_on() else workers, (began, ended), with_start)


if __name__ == "__main__":
    main()
