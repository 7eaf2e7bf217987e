"""Many tasks of one size, dealt out to a pool with a process per core. When is that sooner than a plain loop?

python3 process.py [tasks] [µs a task takes, about] [tasks per message]
"""
import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from _shared.children import watched
from _shared.workers import die_with_parent, start_fork_server
from _tasks import arguments, print_results, task


def start(all_started):
    die_with_parent()
    all_started.wait()


def main():
    tasks, steps, workers = arguments()
    chunk = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    start_fork_server()
    created = time.perf_counter()
    all_started = multiprocessing.Barrier(workers)
    with ProcessPoolExecutor(workers, initializer=start, initargs=(all_started,)) as pool, watched(pool):
        list(pool.map(task, [1] * (workers + 1)))  # now every worker is there, and watched
        began = time.perf_counter()
        results = list(pool.map(task, [steps] * tasks, chunksize=chunk))
        ended = time.perf_counter()
    print_results("process", results, workers, (began, ended), time.perf_counter() - created)


if __name__ == "__main__":
    main()
