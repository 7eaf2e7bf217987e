"""Two processes wake each other through two locks: on one core, each hand-over is a context switch.

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


def answer(ping, pong, turns, working_set):
    memory = bytearray(working_set)
    for _ in range(turns):
        ping.acquire()
        walk(memory)
        pong.release()


def batch(ping, pong, memory, round_trips):
    start = perf_counter()
    for _ in range(round_trips):
        walk(memory)
        ping.release()
        pong.acquire()
    return (perf_counter() - start) / round_trips / 2


if __name__ == "__main__":
    round_trips = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    working_set = int(sys.argv[2]) * 1024 if len(sys.argv) > 2 else 0
    core = int(sys.argv[3]) if len(sys.argv) > 3 else None

    fork = get_context("fork")  # a direct child, whose switches the system adds to ours
    ping, pong = fork.Lock(), fork.Lock()
    ping.acquire()
    pong.acquire()
    other = fork.Process(target=answer, args=(ping, pong, round_trips * (BATCHES + 1), working_set), daemon=True)
    other.start()
    if core is not None:
        os.sched_setaffinity(0, {core})

    memory = bytearray(working_set)
    batch(ping, pong, memory, round_trips)  # warm-up
    times = [batch(ping, pong, memory, round_trips) for _ in range(BATCHES)]
    other.join()

    used = [getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)]
    waiting = sum(usage.ru_nvcsw for usage in used)
    preempted = sum(usage.ru_nivcsw for usage in used)
    print(f"{2 * round_trips * (BATCHES + 1)} hand-overs: {waiting} by waiting, {preempted} by being preempted")
    print(f"switch = {median(times) * 1e6:.3f} µs")
    print(f"switches = {waiting + preempted}")
