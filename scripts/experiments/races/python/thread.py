"""Two threads count in one variable, each so many times: unless a lock is held, some counts may be lost.

Plain: c += 1. Called: the same through a function, which gives the interpreter more places to switch threads in between.
"""
import sys
from threading import Barrier, Lock, Thread

counter = 0
lock = Lock()


def plain(counts):
    global counter
    for _ in range(counts):
        counter += 1


def add_one(value):
    return value + 1


def called(counts):
    global counter
    for _ in range(counts):
        counter = add_one(counter)


def locked(counts):
    global counter
    for _ in range(counts):
        with lock:
            counter += 1


def worker(count, counts, start):
    start.wait()
    count(counts)


def run(count, counts):
    global counter
    counter = 0
    start = Barrier(2)
    workers = [Thread(target=worker, args=(count, counts, start)) for _ in range(2)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    return counter


if __name__ == "__main__":
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    forms = {"plain": (plain, 200_000), "called": (called, 200_000), "locked": (locked, 20_000)}
    count, counts = forms[sys.argv[2] if len(sys.argv) > 2 else "plain"]
    if len(sys.argv) > 3:
        counts = int(sys.argv[3])

    totals = [run(count, counts) for _ in range(runs)]
    for total in totals:
        print(f"counted {total} of {2 * counts}")
    print(f"lost = {sum(2 * counts - total for total in totals)}")
    print(f"outcomes = {len(set(totals))}")
