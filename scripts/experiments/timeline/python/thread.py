"""Two threads work and record when they ran, and where: held on one core they take turns.

On two cores they still do where there is a GIL; without one they run at once.
"""
import sys
from queue import SimpleQueue
from threading import Barrier, Thread
from time import monotonic

from _recording import print_timeline, recording_cost, work_and_record
from _shared.workers import pin_to_core


def worker(number, duration, start, recordings):
    pin_to_core(number - 1)
    start.wait()
    recordings.put((f"worker-{number}", work_and_record(duration)))


if __name__ == "__main__":
    duration = float(sys.argv[1]) if len(sys.argv) > 1 else 100
    print(f"recording-cost = {recording_cost():.3f}")

    origin = monotonic() * 1e3
    start, recordings = Barrier(2), SimpleQueue()
    workers = [Thread(target=worker, args=(i, duration, start, recordings)) for i in (1, 2)]
    for each in workers:
        each.start()
    slices = dict(recordings.get() for _ in workers)
    for each in workers:
        each.join()

    print_timeline(slices, origin)
