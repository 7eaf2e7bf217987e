"""Many tasks of one size, dealt out to a pool with a sub-interpreter per core. When is that sooner than a plain loop?

python3.14 interpreter.py [tasks] [µs a task takes, about]
"""
import time
from concurrent.futures import InterpreterPoolExecutor

from _tasks import arguments, print_results, task


def main():
    tasks, steps, workers = arguments()
    created = time.perf_counter()
    with InterpreterPoolExecutor(workers) as pool:
        seen = set()
        while len(seen) < workers:  # until every worker has done a task
            seen.update(worker for _, worker, *_ in pool.map(task, [10_000] * workers))
        began = time.perf_counter()
        results = list(pool.map(task, [steps] * tasks))
        ended = time.perf_counter()
    print_results("interpreter", results, workers, (began, ended), time.perf_counter() - created)


if __name__ == "__main__":
    main()
