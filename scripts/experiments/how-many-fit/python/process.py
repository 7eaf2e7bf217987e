"""How many idle processes fit in 2 GiB, and what does each take? Never more than 2,000.

python3 process.py [how many are wanted]
"""
import multiprocessing
import multiprocessing.connection
import os
import sys

from _limit import report, used_up
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
    workers = []
    try:
        while len(workers) < min(asked, 2000) and not (len(workers) % 16 == 15 and used_up()):
            worker = multiprocessing.Process(target=work, args=(workers_end, stop), daemon=True)
            worker.start()
            multiprocessing.connection.wait([link, worker.sentinel])
            if not link.poll():
                worker.join()
                sys.exit(f"process-{len(workers) + 1} {ending(worker.exitcode)}")
            link.recv()
            workers.append(worker)
    except OSError as error:  # the system gives no more
        print(f"no more: {error.strerror}")
    if not workers:
        sys.exit("not one process could be started")
    after = settled([os.getpid()] + [worker.pid for worker in workers])
    stop.set()
    for number, worker in enumerate(workers, 1):
        worker.join()
        if worker.exitcode != 0:
            sys.exit(f"process-{number} {ending(worker.exitcode)}")
    report(asked, len(workers), before, after)


if __name__ == "__main__":
    main()
