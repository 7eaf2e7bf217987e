"""Steps shared out among threads, which all see the same things.

python3 thread.py [threads] [nothing, function, instance, dict, lock or count] [steps]
"""
import queue
import threading

from _print import arguments, print_results
from _shared.workers import pin_to_core
from _steps import Things, work


def run(unit, kind, steps, things, all_started, answers):
    pin_to_core(unit)
    all_started.wait()
    answers.put(work(unit, kind, steps, things))


def main():
    units, kind, steps = arguments()
    things = Things(units)
    all_started = threading.Barrier(units)
    answers = queue.SimpleQueue()
    workers = [
        threading.Thread(target=run, args=(unit, kind, steps, things, all_started, answers)) for unit in range(units)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print_results([answers.get() for _ in workers])


if __name__ == "__main__":
    main()
