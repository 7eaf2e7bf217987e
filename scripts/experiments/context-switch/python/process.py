"""Two processes hand a byte back and forth through two pipes: on one core, each hand-over is a context switch.

The figure is half a round trip, so it includes the system calls that ask for the switch, and the interpreter.
"""
import os
import sys
from multiprocessing import get_context
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter

BATCHES = 10
CACHE_LINE = 64


def walk(memory):
    memory[::CACHE_LINE] = memory[::CACHE_LINE]


def answer(ping, pong, working_set):
    memory = bytearray(working_set)
    while os.read(ping, 1) == b"?":
        walk(memory)
        os.write(pong, b"!")


def batch(ping, pong, memory, round_trips):
    start = perf_counter()
    for _ in range(round_trips):
        walk(memory)
        os.write(ping, b"?")
        os.read(pong, 1)
    return (perf_counter() - start) / round_trips / 2


if __name__ == "__main__":
    round_trips = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    working_set = int(sys.argv[2]) * 1024 if len(sys.argv) > 2 else 0
    core = int(sys.argv[3]) if len(sys.argv) > 3 else None

    ping_end, ping = os.pipe()
    pong, pong_end = os.pipe()
    # Forked, because a forked child inherits the pipes under the same numbers.
    other = get_context("fork").Process(target=answer, args=(ping_end, pong_end, working_set), daemon=True)
    other.start()
    if core is not None:
        os.sched_setaffinity(0, {core})

    memory = bytearray(working_set)
    batch(ping, pong, memory, round_trips)  # warm-up
    times = [batch(ping, pong, memory, round_trips) for _ in range(BATCHES)]
    os.write(ping, b".")
    other.join()

    used = [getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)]
    waiting = sum(usage.ru_nvcsw for usage in used)
    preempted = sum(usage.ru_nivcsw for usage in used)
    print(f"{2 * round_trips * (BATCHES + 1)} hand-overs: {waiting} by waiting, {preempted} by being preempted")
    print(f"switch = {median(times) * 1e6:.3f} µs")
    print(f"switches = {waiting + preempted}")
