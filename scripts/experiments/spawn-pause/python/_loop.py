"""A loop that turns, starts a worker now and then, and notes the longest time between two turns."""
import sys
from statistics import median
from time import perf_counter

from _shared.memory import print_resident


WARM_UP = 5  # starts


class Loop:
    def begin(self):
        self.last, self.longest = perf_counter(), 0

    def turn(self):
        now = perf_counter()
        self.longest = max(self.longest, now - self.last)
        self.last = now


def time_start(loop, start):
    loop.begin()
    began = loop.last
    is_gone = start()
    call = perf_counter() - began
    while not is_gone():
        loop.turn()
    loop.turn()
    silence = loop.longest
    ended = loop.last
    loop.begin()
    while loop.last < ended + (ended - began):
        loop.turn()
    return silence, loop.longest, call


def measure(start):
    """`start` starts a worker, and returns what says without waiting whether it is gone."""
    mib = int(sys.argv[1]) if len(sys.argv) > 1 else 512
    starts = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    held = b"x" * (mib * 2**20)  # written to, so that it is really there
    loop = Loop()
    times = [time_start(loop, start) for _ in range(WARM_UP + starts)][WARM_UP:]

    print(f"the parent held {len(held) >> 20} MiB")
    for name, column in zip(("silence", "silence-without", "call"), zip(*times)):
        print(f"{name} = {median(column) * 1000:.3f} ms")
    print_resident()
    print(f"result = {len(times)}")
