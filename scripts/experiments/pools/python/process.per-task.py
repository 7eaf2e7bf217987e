"""Many tasks of one size, each in a process of its own, one per core at a time. When is that sooner than a plain loop?

python3 process.per-task.py [tasks] [µs a task takes, about]
"""
import multiprocessing
import os
import sys
import time

STEPS_PER_MICROSECOND = 10  # roughly, in pure Python


def task(steps, answers):
    began = time.perf_counter()
    number = 1
    for _ in range(steps):
        number = (number * 1103515245 + 12345) % 2**31
    answers.put((number, began, time.perf_counter()))


def main():
    tasks = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    steps = int(sys.argv[2] if len(sys.argv) > 2 else 1000) * STEPS_PER_MICROSECOND
    workers = os.cpu_count()

    answers = multiprocessing.SimpleQueue()
    results = []
    began = time.perf_counter()
    while len(results) < tasks:
        started = [
            multiprocessing.Process(target=task, args=(steps, answers))
            for _ in range(min(workers, tasks - len(results)))
        ]
        for worker in started:
            worker.start()
        results += [answers.get() for _ in started]
        for worker in started:
            worker.join()
    ended = time.perf_counter()

    if tasks <= 20:
        for number, (_, start, end) in enumerate(results):
            print(f"slice process-{number + 1} run {(start - began) * 1000:.3f} {(end - began) * 1000:.3f}")
    print(f"{len(results)} tasks, each with the result {set(number for number, *_ in results)}")
    print(f"wall = {(ended - began) * 1000:.3f} ms")
    print(f"per-task = {(ended - began) / tasks * 1e6:.3f} µs")
    print(f"wall-with-start = {(ended - began) * 1000:.3f} ms")


if __name__ == "__main__":
    main()
