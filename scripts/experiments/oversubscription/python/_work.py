"""The work, shared out in steps, and what the programs take and print."""
import sys

from _shared.window import print_window
from _shared.workers import allowed_cores

WORK = 4_000_000  # rounds, all workers together


def work(rounds):
    done = 0
    for _ in range(rounds):
        done += 1
    return done


def work_in_steps(workers, steps, ready, step, answers):
    ready.wait()
    ready.wait()
    done = 0
    for _ in range(steps):
        done += work(WORK // steps // workers)
        if steps > 1:
            step.wait()  # all wait for the slowest
    answers.put(done)


def arguments():
    """The number of workers, and the steps in which each does its share."""
    per_core = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    return per_core * len(allowed_cores()), 50 if sys.argv[2:] == ["barrier"] else 1


def print_results(name, results, start, ready, done, end):
    print(f"{len(results)} {name}")
    print(f"result = {sum(results)}")
    print_window(ready, done)
    print(f"wall = {(done - ready) * 1e3:.3f} ms")
    print(f"total = {(end - start) * 1e3:.3f} ms")
