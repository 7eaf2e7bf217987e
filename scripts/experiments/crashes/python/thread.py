"""One thread fails while another one counts. Who is still there afterwards?

python3 thread.py [fault, see _faults.py]
"""
import queue
import sys
import threading
import time

from _faults import fail


def count(ticks):
    while True:
        ticks.put(time.monotonic())
        time.sleep(0.005)


def counts_after(moment, ticks):
    try:
        while ticks.get(timeout=1) <= moment:
            pass
    except queue.Empty:
        return False
    return True


def main():
    fault = sys.argv[1] if len(sys.argv) > 1 else "exception"
    notes = ["intact"]
    ticks = queue.Queue()
    bystander = threading.Thread(target=count, args=(ticks,), daemon=True)
    worker = threading.Thread(target=fail, args=(fault, notes), daemon=True)

    bystander.start()
    ticks.get()
    worker.start()
    worker.join(0.5 if fault == "endless-loop" else 5)
    # A thread that does not end cannot be ended from outside.
    ended = time.monotonic()

    print(f"gone = {int(not worker.is_alive())}")
    print(f"bystander = {int(counts_after(ended, ticks))}")
    print(f"intact = {int(notes == ['intact'])}")


if __name__ == "__main__":
    main()
