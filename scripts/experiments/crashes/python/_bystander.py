import queue
import time


def count(ticks, lock):
    while True:
        with lock:
            ticks.put(time.monotonic())
        time.sleep(0.005)


def counts_after(moment, ticks):
    try:
        while ticks.get(timeout=1) <= moment:
            pass
    except queue.Empty:
        return False
    return True
