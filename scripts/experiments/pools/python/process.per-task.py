"""Many tasks of one size, each in a process of its own, one per core at a time. When is that sooner than a plain loop?

python3 process.per-task.py [tasks] [µs a task takes, about]
"""
import multiprocessing
import time

from _shared.children import join_all, start_and_watch
from _shared.workers import die_with_parent, start_fork_server
from _tasks import arguments, print_results, task


def run(number, steps, answers):
    die_with_parent()
    answers.put((number, task(steps)))


def main():
    tasks, steps, cores = arguments()
    start_fork_server()
    answers = multiprocessing.SimpleQueue()
    workers, results = [], []
    began = time.perf_counter()
    for started in range(tasks + cores):
        if started >= cores:  # one that has ended makes room for the next
            number, result = answers.get()
            join_all([workers[number]])
            results.append(result)
        if started < tasks:
            workers.append(multiprocessing.Process(target=run, args=(started, steps, answers)))
            start_and_watch(workers[-1])
    ended = time.perf_counter()
    print_results("process", results, cores, (began, ended), ended - began)


if __name__ == "__main__":
    main()
