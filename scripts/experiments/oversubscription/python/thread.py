"""The same work shared out among more and more threads than there are cores.

Once freely, and once in steps, after each of which all wait for the slowest.

python3 thread.py [threads per core] [free or barrier]
"""
from queue import SimpleQueue
from threading import Barrier, Thread
from time import perf_counter

from _work import arguments, print_results, work_in_steps


def main():
    workers, steps = arguments()
    start = perf_counter()
    ready, step, answers = Barrier(workers + 1), Barrier(workers), SimpleQueue()
    threads = [Thread(target=work_in_steps, args=(workers, steps, ready, step, answers)) for _ in range(workers)]
    for each in threads:
        each.start()
    ready.wait()
    all_ready = perf_counter()  # taken while all still wait for the second time
    ready.wait()
    results = [answers.get() for _ in threads]
    done = perf_counter()
    for each in threads:
        each.join()
    print_results("threads", results, start, all_ready, done, perf_counter())


if __name__ == "__main__":
    main()
