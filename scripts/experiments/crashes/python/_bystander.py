import queue
import time


MOST = 30  # seconds: one that nobody is there to end, ends itself


def count(ticks, lock, look=lambda: None):
    end = time.monotonic() + MOST
    while time.monotonic() < end:
        with lock:
            ticks.put(time.monotonic())
        look()
        time.sleep(0.005)


def counts_after(moment, ticks):
    try:
        while ticks.get(timeout=1) <= moment:
            pass
    except queue.Empty:
        return False
    return True
