"""Five processes, one after the other, take 64 MiB and end: how much does the program still hold afterwards?

python3 process.py [large|small|terminated]
"""
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys

from _shared.memory import settled
from _shared.endings import ending
from _shared.workers import die_with_parent
from _take import TIMES, report, size_of, take


def work(how, link):
    die_with_parent()
    pieces = take(how)
    link.send(size_of(pieces))
    link.recv()


def main():
    how = sys.argv[1] if len(sys.argv) > 1 else "large"
    link, workers_end = multiprocessing.Pipe()
    before = settled([os.getpid()])
    taken, held, left = 0, before, []
    for time in range(TIMES):
        worker = multiprocessing.Process(target=work, args=(how, workers_end), daemon=True)
        worker.start()
        multiprocessing.connection.wait([link, worker.sentinel])
        if link.poll():
            taken += link.recv()
            if time == 0:
                held = settled([os.getpid(), worker.pid])
            if how == "terminated":
                worker.terminate()
            else:
                link.send("end")
        worker.join()
        if worker.exitcode != (-signal.SIGTERM if how == "terminated" else 0):
            sys.exit(f"process-{time + 1} {ending(worker.exitcode)}")
        left.append(settled([os.getpid()]))
    report(taken, before, held, left)


if __name__ == "__main__":
    main()
