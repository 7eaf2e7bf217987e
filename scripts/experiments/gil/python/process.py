"""A fixed amount of work, shared among processes. Each has an interpreter, and a GIL, of its own.

python3 process.py [processes] [primes, hashing or compression] [how much]
"""
import multiprocessing
import time

from _print import arguments, print_results
from _shared.children import join_all, watch
from _shared.workers import die_with_parent, pin_to_core
from _work import work


def run(unit, units, kind, size, all_started, answers):
    die_with_parent()
    pin_to_core(unit)
    all_started.wait()
    answers.put(work(unit, units, kind, size))


def main():
    units, kind, size = arguments()
    created = time.perf_counter()
    all_started = multiprocessing.Barrier(units)
    answers = multiprocessing.SimpleQueue()
    workers = [
        multiprocessing.Process(target=run, args=(unit, units, kind, size, all_started, answers))
        for unit in range(units)
    ]
    for worker in workers:
        worker.start()
    watch(workers)
    results = [answers.get() for _ in workers]
    join_all(workers)
    print_results("process", kind, size, results, time.perf_counter() - created)


if __name__ == "__main__":
    main()
