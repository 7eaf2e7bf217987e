"""Many tasks of one size, in a plain loop: what the pools are compared with.

python3 sequential.py [tasks] [µs a task takes, about]
"""
import sys
import time

STEPS_PER_MICROSECOND = 10  # roughly, in pure Python


def task(steps):
    began = time.perf_counter()
    number = 1
    for _ in range(steps):
        number = (number * 1103515245 + 12345) % 2**31
    return number, began, time.perf_counter()


def main():
    tasks = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    steps = int(sys.argv[2] if len(sys.argv) > 2 else 1000) * STEPS_PER_MICROSECOND

    began = time.perf_counter()
    results = [task(steps) for _ in range(tasks)]
    ended = time.perf_counter()

    if tasks <= 20:
        for _, start, end in results:
            print(f"slice main run {(start - began) * 1000:.3f} {(end - began) * 1000:.3f}")
    print(f"{len(results)} tasks, each with the result {set(number for number, *_ in results)}")
    print(f"wall = {(ended - began) * 1000:.3f} ms")
    print(f"per-task = {(ended - began) / tasks * 1e6:.3f} µs")
    print(f"wall-with-start = {(ended - began) * 1000:.3f} ms")


if __name__ == "__main__":
    main()
