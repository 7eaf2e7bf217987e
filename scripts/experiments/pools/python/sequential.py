"""Many tasks of one size, in a plain loop: what the pools are compared with.

python3 sequential.py [tasks] [µs a task takes, about]
"""
import time

from _tasks import arguments, print_results, task


def main():
    tasks, steps, _ = arguments()
    began = time.perf_counter()
    results = [task(steps) for _ in range(tasks)]
    ended = time.perf_counter()
    print_results("main", results, 1, (began, ended), ended - began)


if __name__ == "__main__":
    main()
