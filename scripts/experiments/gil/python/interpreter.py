"""A fixed amount of work, shared among sub-interpreters: threads that each have a GIL of their own.

python3.14 interpreter.py [interpreters] [primes, hashing or compression] [how much]
"""
import queue
import threading
import time
from concurrent import interpreters

from _print import arguments, print_results
from _shared.workers import pin_to_core
from _work import work


def run(unit, units, kind, size, all_started, answers):
    pin_to_core(unit)
    interpreter = interpreters.create()
    interpreter.call(work, 0, 1, kind, 1)  # imports the work into it
    all_started.wait()
    answers.put(interpreter.call(work, unit, units, kind, size))
    interpreter.close()


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
    print_results("interpreter", kind, size, results, time.perf_counter() - created)


if __name__ == "__main__":
    main()
