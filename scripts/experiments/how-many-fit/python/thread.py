"""How many idle threads fit in 2 GiB, and what does each take?

python3 thread.py [how many are wanted]
"""
import os
import queue
import sys
import threading

from _limit import full, report
from _shared.memory import settled


def work(ready, stop):
    ready.put("ready")
    stop.wait()


def main():
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    ready, stop = queue.SimpleQueue(), threading.Event()
    before = settled([os.getpid()])
    workers = []
    try:
        while len(workers) < asked and not full([os.getpid()], len(workers), before):
            worker = threading.Thread(target=work, args=(ready, stop), daemon=True)
            worker.start()
            ready.get()
            workers.append(worker)
    except RuntimeError as error:  # the system gives no more
        print(f"no more: {error}")
    if not workers:
        sys.exit("not one thread could be started")
    after = settled([os.getpid()])
    stop.set()
    for worker in workers:
        worker.join()
    report(asked, len(workers), before, after)


if __name__ == "__main__":
    main()
