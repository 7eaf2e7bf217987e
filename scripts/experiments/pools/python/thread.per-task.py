"""Many tasks of one size, each in a thread of its own, one per core at a time. When is that sooner than a plain loop?

python3 thread.per-task.py [tasks] [µs a task takes, about]
"""
import queue
import threading
import time

from _tasks import arguments, lock_is_on, print_results, task


def run(steps, answers):
    answers.put((threading.current_thread(), task(steps)))


def main():
    tasks, steps, cores = arguments()
    answers = queue.SimpleQueue()
    results = []
    began = time.perf_counter()
    for started in range(tasks + cores):
        if started >= cores:  # one that has ended makes room for the next
            worker, (number, _, *times) = answers.get()
            worker.join()
            results.append((number, worker.name, *times))
        if started < tasks:
            threading.Thread(target=run, args=(steps, answers)).start()
    ended = time.perf_counter()
    print_results("thread", results, 1 if lock_is_on() else cores, (began, ended), ended - began)


if __name__ == "__main__":
    main()
