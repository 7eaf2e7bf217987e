"""Two processes work and record when they ran, and where: held on one core they take turns.

On two cores they run at once: each has a GIL of its own.
"""
import sys
from multiprocessing import Barrier, Process, SimpleQueue
from time import monotonic

from _recording import print_timeline, recording_cost, work_and_record
from _shared.children import join_all, watch
from _shared.workers import die_with_parent, pin_to_core


def worker(number, duration, start, recordings):
    die_with_parent()
    pin_to_core(number - 1)
    start.wait()
    recordings.put((f"worker-{number}", work_and_record(duration)))


if __name__ == "__main__":
    duration = float(sys.argv[1]) if len(sys.argv) > 1 else 100
    print(f"recording-cost = {recording_cost():.3f}")

    origin = monotonic() * 1e3
    start, recordings = Barrier(2), SimpleQueue()
    workers = [Process(target=worker, args=(i, duration, start, recordings)) for i in (1, 2)]
    for each in workers:
        each.start()
    watch(workers)
    slices = dict(recordings.get() for _ in workers)
    join_all(workers)

    print_timeline(slices, origin)
