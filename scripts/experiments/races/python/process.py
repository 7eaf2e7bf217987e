"""Two processes count in memory that they share, each so many times: unless a lock is held, some counts may be lost.

python3 process.py [runs] [plain, called, locked or value] [counts of each process]
Value: the lock that a Value brings along covers each reading and each writing, but not the time between the two.
"""
from multiprocessing import Barrier, Lock, Process, RawValue, Value

from _counting import arguments, print_totals
from _shared.children import join_all
from _shared.workers import die_with_parent, pin_to_core


def plain(counter, lock, counts):
    for _ in range(counts):
        counter.value += 1


def add_one(value):
    return value + 1


def called(counter, lock, counts):
    for _ in range(counts):
        counter.value = add_one(counter.value)


def locked(counter, lock, counts):
    for _ in range(counts):
        with lock:
            counter.value += 1


def work(unit, count, counter, lock, counts, start):
    die_with_parent()
    pin_to_core(unit)
    start.wait()
    count(counter, lock, counts)


def run(count, kind, counts):
    counter, lock, start = kind("q", 0), Lock(), Barrier(2)
    workers = [Process(target=work, args=(unit, count, counter, lock, counts, start)) for unit in range(2)]
    for worker in workers:
        worker.start()
    join_all(workers)
    return counter.value


if __name__ == "__main__":
    forms = {"plain": (plain, RawValue), "called": (called, RawValue), "locked": (locked, RawValue), "value": (plain, Value)}
    runs, (count, kind), counts = arguments(forms)
    print_totals([run(count, kind, counts) for _ in range(runs)], counts)
