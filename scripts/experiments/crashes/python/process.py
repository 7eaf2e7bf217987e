"""One process fails while another one counts. Who is still there afterwards?

python3 process.py [fault, see _faults.py]
"""
import multiprocessing
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


def main():
    fault = chosen()
    _, code, error = FAULTS[fault]
    notes, lock = ["intact"], multiprocessing.Lock()
    ticks, errors = multiprocessing.Queue(), multiprocessing.SimpleQueue()
    bystander = multiprocessing.Process(target=counting, args=(ticks, lock), daemon=True)
    worker = multiprocessing.Process(target=failing, args=(fault, notes, lock, errors), daemon=True)

    bystander.start()
    ticks.get()
    worker.start()
    worker.join(0.5 if fault == "endless-loop" else 5)
    alone = worker.exitcode is not None
    worker.kill()  # does nothing to one that has ended
    worker.join()
    ended = time.monotonic()

    raised = None if errors.empty() else errors.get()
    print(f"reached = {int(worker.exitcode == code and raised == error and alone == (fault != 'endless-loop'))}")
    print(f"gone = {int(not worker.is_alive())}")
    if worker.exitcode < 0:
        print(f"the worker was killed by {signal.Signals(-worker.exitcode).name}")
        print(f"worker-signal = {-worker.exitcode}")
    else:
        print(f"worker-code = {worker.exitcode}")
    print(f"bystander = {int(counts_after(ended + 0.05, ticks))}")
    print(f"intact = {int(notes == ['intact'])}")


if __name__ == "__main__":
    main()
