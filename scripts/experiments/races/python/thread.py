"""Two threads count in one variable, each so many times: unless a lock is held, some counts may be lost.

python3 thread.py [runs] [plain, called or locked] [counts of each thread]
Plain: c += 1. Called: the same through a function, which gives the interpreter more places to switch threads in between.
"""
from threading import Barrier, Lock, Thread

from _counting import arguments, print_totals
from _shared.workers import pin_to_core

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


def work(unit, count, counts, start):
    pin_to_core(unit)
    start.wait()
    count(counts)


def run(count, counts):
    global counter
    counter = 0
    start = Barrier(2)
    workers = [Thread(target=work, args=(unit, count, counts, start)) for unit in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter


if __name__ == "__main__":
    runs, count, counts = arguments({"plain": plain, "called": called, "locked": locked})
    print_totals([run(count, counts) for _ in range(runs)], counts)
