"""Two processes count, each for itself, and tell the parent after every thousand. They share nothing, and nothing is lost.

python3 process.messages.py [runs] [counts of each process]
"""
import sys
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait

from _counting import COUNTS, print_totals
from _shared.children import join_all
from _shared.workers import die_with_parent, pin_to_core


def work(unit, counts, to_parent):
    die_with_parent()
    pin_to_core(unit)
    counted = 0
    for _ in range(counts):
        counted += 1
        if counted == 1000:
            to_parent.send(counted)
            counted = 0
    to_parent.send(counted)


def run(counts):
    workers, readers = [], []
    for unit in range(2):
        reader, writer = Pipe(duplex=False)
        workers.append(Process(target=work, args=(unit, counts, writer)))
        workers[unit].start()
        writer.close()  # only the child writes: when it has ended, so has the pipe
        readers.append(reader)
    total = 0
    while readers:
        for reader in wait(readers):
            try:
                total += reader.recv()
            except EOFError:
                readers.remove(reader)
    join_all(workers)
    return total


if __name__ == "__main__":
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    counts = int(sys.argv[2]) if len(sys.argv) > 2 else COUNTS
    print_totals([run(counts) for _ in range(runs)], counts)
