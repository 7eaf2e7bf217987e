"""Two sides take turns, and one of them takes the time. The program says how a turn is given away and waited for."""
import sys
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter

from _shared.workers import allowed_cores, pin_to_core

BATCHES = 20
STRIDE = 4096 + 64  # one byte of every page, and each on a cache line of its own


def arguments():
    """Round trips per batch, bytes of each side's memory, and the core of the other side."""
    round_trips = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    pages = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    across = len(sys.argv) > 3 and sys.argv[3] == "across"
    if across and len(allowed_cores()) < 2:
        sys.exit("expected two cores that it may use, found one")
    return round_trips, pages * STRIDE, 1 if across else 0


def turns_of_the_other(round_trips):
    return round_trips * (BATCHES + 1)


def walk(memory):
    memory[::STRIDE] = memory[::STRIDE]


def measure(round_trips, size, give_away, wait_for_turn):
    """How many hand-overs were made; seconds of one without the walks through memory, and of one side's walk."""
    memory, other = bytearray(size), bytearray(size)
    pin_to_core(0)
    hand_overs = 0

    def batch():
        nonlocal hand_overs
        start = perf_counter()
        for _ in range(round_trips):
            walk(memory)
            give_away()
            wait_for_turn()
        end = perf_counter()
        hand_overs += 2 * round_trips
        return (end - start) / round_trips / 2

    def batch_of_walks():
        start = perf_counter()
        for _ in range(round_trips):
            walk(memory)
            walk(other)
        return (perf_counter() - start) / round_trips / 2

    batch_of_walks()  # warm-up
    batch()
    # In turn, so that both meet the machine at the same speed.
    pairs = [(batch_of_walks() if size else 0, batch()) for _ in range(BATCHES)]
    return hand_overs, median(turns - walks for walks, turns in pairs), median(walks for walks, _ in pairs)


def report(hand_overs, hand_over, walks):
    """Once the other side is gone, and its switches are counted. Only where every hand-over was one switch is the figure one."""
    used = [getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)]
    waiting, preempted = sum(usage.ru_nvcsw for usage in used), sum(usage.ru_nivcsw for usage in used)
    each = (waiting + preempted) / hand_overs
    print(f"{hand_overs} hand-overs: {waiting} by waiting, {preempted} by being preempted")
    if 0.9 < each < 1.1:
        print(f"switch = {hand_over * 1e6:.3f} µs")
    print(f"hand-over = {hand_over * 1e6:.3f} µs")
    print(f"hand-overs = {hand_overs}")
    print(f"walk = {walks * 1e6:.3f} µs")
    print(f"switches = {waiting + preempted}")
    print(f"switches-per-hand-over = {each:.3f}")
