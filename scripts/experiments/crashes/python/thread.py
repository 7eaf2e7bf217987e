"""One thread fails while another one counts. Who is still there afterwards?

python3 thread.py [fault, see _faults.py]
"""
import queue
import threading
import time

from _bystander import count, counts_after
from _faults import FAULTS, announce, chosen, fail


def start(bystander, ticks):
    bystander.start()
    ticks.get()  # and ends; no thread has a parent


def main():
    fault = chosen()
    announce(fault)
    notes, errors, lock = ["intact"], [], threading.Lock()
    ticks = queue.Queue()
    bystander = threading.Thread(target=count, args=(ticks, lock), daemon=True)
    worker = threading.Thread(target=fail, args=(fault, notes, lock, errors.append), daemon=True)
    if fault == "parent-dies":
        worker = threading.Thread(target=start, args=(bystander, ticks), daemon=True)
    else:
        start(bystander, ticks)
    worker.start()
    worker.join(0.5 if fault == "endless-loop" else 5)
    ended = time.monotonic()

    # The program is still here: the error proves the fault, or what the thread did. Nothing in the library ends a thread.
    left = {"overwrite": notes != ["intact"], "lock-plain": lock.locked(), "endless-loop": worker.is_alive(), "parent-dies": True}
    print(f"reached = {int(left[fault] if fault in left else errors == [FAULTS[fault][2]])}")
    print(f"gone = {int(not worker.is_alive())}")
    print(f"bystander = {int(counts_after(ended + 0.05, ticks))}")
    print(f"intact = {int(notes == ['intact'])}")


if __name__ == "__main__":
    main()
