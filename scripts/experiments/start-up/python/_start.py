"""Starts workers one after the other, and times each until its first answer has arrived and until it is gone."""
import sys
from statistics import median
from time import perf_counter

from _shared.memory import print_resident


def measure(prepare):
    """`prepare` returns three functions for one worker: one starts it, one returns its answer, one waits until it is gone."""
    mib = int(sys.argv[1]) if len(sys.argv) > 1 else 64
    starts = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    held = b"x" * (mib * 2**20)  # written to, so that it is really there

    def time_start():
        start, answer, join = prepare()
        began = perf_counter()
        start()
        result = answer()
        ready = perf_counter() - began
        join()
        return ready, perf_counter() - began, result

    first_ready, _, result = time_start()  # shown apart: it loads what the others find there, such as the fork server
    times = [time_start() for _ in range(starts)]

    print(f"each worker answered, the parent held {len(held) >> 20} MiB")
    print(f"result = {result}")
    print_resident()
    print(f"first-ready = {first_ready * 1000:.3f} ms")
    print(f"ready = {median(ready for ready, _, _ in times) * 1000:.3f} ms")
    print(f"joined = {median(joined for _, joined, _ in times) * 1000:.3f} ms")
