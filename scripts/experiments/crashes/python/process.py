"""One process fails while another one counts. Who is still there afterwards?

python3 process.py [fault, see _faults.py]
"""
import multiprocessing
import os
import signal
import time

from _bystander import count, counts_after
from _faults import FAULTS, chosen, fail
from _shared.workers import die_with_parent


def counting(ticks, lock):
    die_with_parent()
    count(ticks, lock)


def failing(fault, notes, lock, errors):
    die_with_parent()
    fail(fault, notes, lock, errors.put)
    raise SystemExit(int(fault == "overwrite" and notes == ["intact"]))  # 1: it overwrote nothing


def orphaned(host, ticks, lock, noticed):
    def look():
        if not multiprocessing.parent_process().is_alive():
            noticed.set()
        os.kill(host, 0)  # raises, and so ends this process, when nobody measures it any more

    count(ticks, lock, look)


def die_as_parent(ticks, lock, noticed, orphan):
    die_with_parent()
    orphaned_process = multiprocessing.Process(target=orphaned, args=(os.getppid(), ticks, lock, noticed))
    orphaned_process.start()
    orphan.value = orphaned_process.pid
    ticks.get()
    os.kill(os.getpid(), signal.SIGKILL)


def main():
    fault = chosen()
    (_, code, error), notes, lock = FAULTS[fault], ["intact"], multiprocessing.Lock()
    ticks, errors = multiprocessing.Queue(), multiprocessing.SimpleQueue()
    bystander = multiprocessing.Process(target=counting, args=(ticks, lock), daemon=True)
    worker = multiprocessing.Process(target=failing, args=(fault, notes, lock, errors), daemon=True)
    noticed, orphan = multiprocessing.Event(), multiprocessing.Value("i", 0)
    if fault == "parent-dies":
        worker = multiprocessing.Process(target=die_as_parent, args=(ticks, lock, noticed, orphan))
    else:
        bystander.start()
        ticks.get()
    worker.start()
    patience = time.monotonic() + (0.5 if fault == "endless-loop" else 5)
    while worker.exitcode is None and time.monotonic() < patience:
        time.sleep(0.01)  # join() waits for a pipe to close, of which an orphan has an end too
    alone = worker.exitcode is not None
    worker.kill()  # does nothing to one that has ended
    worker.join()
    ended = time.monotonic()

    raised = None if errors.empty() else errors.get()
    print(f"reached = {int(worker.exitcode == code and raised == error and alone == (fault != 'endless-loop'))}")
    print(f"gone = {int(not worker.is_alive())}")
    if worker.exitcode < 0:
        print(f"the worker was killed by {signal.Signals(-worker.exitcode).name}\nworker-signal = {-worker.exitcode}")
    else:
        print(f"worker-code = {worker.exitcode}")
    print(f"bystander = {int(counts_after(ended + 0.05, ticks))}")
    print(f"intact = {int(notes == ['intact'])}")
    if fault == "parent-dies":
        print(f"noticed = {int(noticed.is_set())}")
        os.kill(orphan.value, signal.SIGKILL)


if __name__ == "__main__":
    main()
