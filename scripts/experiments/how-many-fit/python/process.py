"""How many idle processes fit in 2 GiB, and what does each take? Never more than 2,000.

python3 process.py [how many are wanted]
"""
import multiprocessing
import multiprocessing.connection
import os
import sys

from _limit import full, report
from _shared.memory import settled
from _shared.endings import ending
from _shared.workers import die_with_parent


def work(link, stop):
    die_with_parent()
    link.send("ready")
    stop.wait()


def main():
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    stop = multiprocessing.Event()
    link, workers_end = multiprocessing.Pipe()
    before = settled([os.getpid()])
    workers, pids = [], [os.getpid()]
    try:
        while len(workers) < min(asked, 2000) and not full(pids, len(workers), before):
            worker = multiprocessing.Process(target=work, args=(workers_end, stop), daemon=True)
            worker.start()
            multiprocessing.connection.wait([link, worker.sentinel])
            if not link.poll():
                worker.join()
                sys.exit(f"process-{len(workers) + 1} {ending(worker.exitcode)}")
            link.recv()
            workers.append(worker)
            pids.append(worker.pid)
    except OSError as error:  # the system gives no more
        print(f"no more: {error.strerror}")
    if not workers:
        sys.exit("not one process could be started")
    after = settled(pids)
    stop.set()
    for number, worker in enumerate(workers, 1):
        worker.join()
        if worker.exitcode != 0:
            sys.exit(f"process-{number} {ending(worker.exitcode)}")
    report(asked, len(workers), before, after)


if __name__ == "__main__":
    main()
