"""What thread.py and process.py share: a unit's own record of when it ran and on which core.

It looks at the clock after each small piece of work; where the clock has jumped, it was switched out in between.
"""
import ctypes
from time import monotonic

from _shared.window import print_window

JUMP = 0.1  # ms

# PyDLL calls C without letting go of the GIL: looking where one is must not make another thread run.
current_core = getattr(ctypes.PyDLL(None), "sched_getcpu", lambda: None)


def work():
    for _ in range(400):
        pass


def look(slices):
    """Adds this instant to the last slice, or opens a new one. Slices are [start, end, core], in ms."""
    now = monotonic() * 1e3
    core = current_core()
    if not slices or now - slices[-1][1] > JUMP or core != slices[-1][2]:
        slices.append([now, now, core])
    slices[-1][1] = now
    return now


def work_and_record(duration):
    slices = []
    until = look(slices) + duration
    while look(slices) < until:
        work()
    return slices


def recording_cost():
    """Time for the same work with a look after each piece and without, best of several: 1.05 is five per cent more."""
    with_looks, without = [], []
    for _ in range(5):
        scratch = []
        start = monotonic()
        for _ in range(200):
            work()
        middle = monotonic()
        for _ in range(200):
            work()
            look(scratch)
        without.append(middle - start)
        with_looks.append(monotonic() - middle)
    return min(with_looks) / min(without)


def print_timeline(recordings, origin):
    """Prints every slice, how often one unit took over where another had stopped, and how long two ran at once.

    `recordings` are the slices of each unit by its name, `origin` is where the clock stood at the start, in ms.
    """
    slices = sorted((start, end, core, unit) for unit, record in recordings.items() for start, end, core in record)
    turns, overlap = 0, 0.0
    for i, (start, end, core, unit) in enumerate(slices):
        where = "" if core is None else f" core {core}"
        print(f"slice {unit} run {start - origin:.3f} {end - origin:.3f}{where}")
        if i > 0 and slices[i - 1][3] != unit and slices[i - 1][1] <= start:
            turns += 1
        overlap += sum(max(0, min(end, later[1]) - later[0]) for later in slices[i + 1 :])
    print_window(slices[0][0] / 1e3, max(end for _, end, _, _ in slices) / 1e3)
    print(f"units = {len({unit for *_, unit in slices})}")
    print(f"turns = {turns}")
    print(f"overlap = {overlap:.3f} ms")
