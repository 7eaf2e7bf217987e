"""The same work shared out among more and more processes than there are cores.

Once freely, and once in steps, after each of which all wait for the slowest.

python3 process.py [processes per core] [free or barrier]
"""
from multiprocessing import Barrier, Process, SimpleQueue
from time import perf_counter

from _shared.children import join_all, watch
from _shared.workers import die_with_parent, start_fork_server
from _work import arguments, print_results, work_in_steps


def run(*given):
    die_with_parent()
    work_in_steps(*given)


def main():
    workers, steps = arguments()
    start_fork_server()
    start = perf_counter()
    ready, step, answers = Barrier(workers + 1), Barrier(workers), SimpleQueue()
    processes = [Process(target=run, args=(workers, steps, ready, step, answers)) for _ in range(workers)]
    for each in processes:
        each.start()
    watch(processes)
    ready.wait()
    all_ready = perf_counter()  # taken while all still wait for the second time
    ready.wait()
    results = [answers.get() for _ in processes]
    done = perf_counter()
    join_all(processes)
    print_results("processes", results, start, all_ready, done, perf_counter())


if __name__ == "__main__":
    main()
