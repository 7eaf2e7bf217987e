"""One process fails while another one counts. Who is still there afterwards?

python3 process.py [fault, see _faults.py]
"""
import multiprocessing
import queue
import signal
import sys
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
    ticks = multiprocessing.Queue()
    bystander = multiprocessing.Process(target=count, args=(ticks,), daemon=True)
    worker = multiprocessing.Process(target=fail, args=(fault, notes), daemon=True)

    bystander.start()
    ticks.get()
    worker.start()
    worker.join(0.5 if fault == "endless-loop" else 5)
    worker.kill()  # does nothing to one that has ended
    worker.join()
    ended = time.monotonic()

    print(f"gone = {int(not worker.is_alive())}")
    if worker.exitcode < 0:
        print(f"the worker was killed by {signal.Signals(-worker.exitcode).name}")
        print(f"worker-signal = {-worker.exitcode}")
    else:
        print(f"worker-code = {worker.exitcode}")
    print(f"bystander = {int(counts_after(ended, ticks))}")
    print(f"intact = {int(notes == ['intact'])}")


if __name__ == "__main__":
    main()
