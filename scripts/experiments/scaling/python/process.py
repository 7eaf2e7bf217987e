"""Steps shared out among processes. Each makes its own things: nothing is shared.

python3 process.py [processes] [nothing, function, instance, dict, lock or count] [steps]
"""
import multiprocessing

from _print import arguments, print_results
from _shared.children import join_all, watch
from _shared.workers import die_with_parent, pin_to_core
from _steps import Things, work


def run(unit, units, kind, steps, all_started, answers):
    die_with_parent()
    pin_to_core(unit)
    things = Things(units)
    all_started.wait()
    answers.put(work(unit, kind, steps, things))


def main():
    units, kind, steps = arguments()
    all_started = multiprocessing.Barrier(units)
    answers = multiprocessing.SimpleQueue()
    workers = [
        multiprocessing.Process(target=run, args=(unit, units, kind, steps, all_started, answers))
        for unit in range(units)
    ]
    for worker in workers:
        worker.start()
    watch(workers)
    results = [answers.get() for _ in workers]
    join_all(workers)
    print_results(results)


if __name__ == "__main__":
    main()
