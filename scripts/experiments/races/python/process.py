"""Two processes count in one shared variable, each so many times: unless its lock is held, some counts may be lost.

Plain: the lock that a Value brings along covers each reading and each writing, but not the time between the two.
"""
import sys
from multiprocessing import Barrier, Process, Value


def plain(counter, counts):
    for _ in range(counts):
        counter.value += 1


def add_one(value):
    return value + 1


def called(counter, counts):
    for _ in range(counts):
        counter.value = add_one(counter.value)


def locked(counter, counts):
    for _ in range(counts):
        with counter.get_lock():
            counter.value += 1


def worker(count, counter, counts, start):
    start.wait()
    count(counter, counts)


def run(count, counts):
    counter = Value("q", 0)
    start = Barrier(2)
    workers = [Process(target=worker, args=(count, counter, counts, start)) for _ in range(2)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    return counter.value


if __name__ == "__main__":
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    forms = {"plain": (plain, 5_000), "called": (called, 5_000), "locked": (locked, 2_000)}
    count, counts = forms[sys.argv[2] if len(sys.argv) > 2 else "plain"]
    if len(sys.argv) > 3:
        counts = int(sys.argv[3])

    totals = [run(count, counts) for _ in range(runs)]
    for total in totals:
        print(f"counted {total} of {2 * counts}")
    print(f"lost = {sum(2 * counts - total for total in totals)}")
    print(f"outcomes = {len(set(totals))}")
