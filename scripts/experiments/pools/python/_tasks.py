"""One task: so many steps of a pseudo-random sequence. And what the programs take and print."""
import os
import sys
import threading
import time
from collections import namedtuple

from _shared.window import print_window
from _shared.workers import allowed_cores

STEPS_PER_MICROSECOND = 10  # roughly, in pure Python

Result = namedtuple("Result", "number worker began ended ran")  # s; ran: processor time


def task(steps):
    began = time.perf_counter()
    processor = time.thread_time()
    number = 1
    for _ in range(steps):
        number = (number * 1103515245 + 12345) % 2**31
    ran = time.thread_time() - processor
    return tuple(Result(number, (os.getpid(), threading.get_ident()), began, time.perf_counter(), ran))


def arguments():
    """The number of tasks, the steps of each, and the cores that this program may use."""
    tasks = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    steps = int(sys.argv[2] if len(sys.argv) > 2 else 1000) * STEPS_PER_MICROSECOND
    return tasks, steps, len(allowed_cores())


def lock_is_on():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


def print_results(name, answers, granted, wall, with_start):
    """Granted: the cores that could do tasks at the same time. Wall: when all began, and when they ended."""
    results = [Result(*answer) for answer in answers]
    began, ended = wall
    if len(results) <= 20:
        names = {}
        for result in results:
            who = name if name == "main" else names.setdefault(result.worker, f"{name}-{len(names) + 1}")
            print(f"slice {who} run {(result.began - began) * 1000:.3f} {(result.ended - began) * 1000:.3f}")
    ran = sum(result.ran for result in results)
    print(f"{len(results)} tasks, each with the result {set(result.number for result in results)}")
    print(f"tasks = {len(results)}")
    print_window(began, ended)
    print(f"wall = {(ended - began) * 1000:.3f} ms")
    print(f"per-task = {(ended - began) / len(results) * 1e6:.3f} µs")
    print(f"overhead = {((ended - began) * granted - ran) / len(results) * 1e6:.3f} µs")
    print(f"wall-with-start = {with_start * 1000:.3f} ms")
