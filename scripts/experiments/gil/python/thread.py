"""A fixed amount of work, shared among threads. Under the GIL they take turns, unless the work lets go of it.

python3 thread.py [threads] [primes, hashing or compression] [how much]
"""
import queue
import threading
import time

from _print import arguments, print_results
from _shared.workers import pin_to_core
from _work import work


def run(unit, units, kind, size, all_started, answers):
    pin_to_core(unit)
    all_started.wait()
    answers.put(work(unit, units, kind, size))


def main():
    units, kind, size = arguments()
    created = time.perf_counter()
    all_started = threading.Barrier(units)
    answers = queue.SimpleQueue()
    workers = [
        threading.Thread(target=run, args=(unit, units, kind, size, all_started, answers)) for unit in range(units)
    ]
    for worker in workers:
        worker.start()
    results = [answers.get() for _ in workers]
    for worker in workers:
        worker.join()
    print_results("thread", kind, size, results, time.perf_counter() - created)


if __name__ == "__main__":
    main()
