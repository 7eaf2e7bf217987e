"""The work: steps that add one. What differs is what a step touches that the other units touch too."""
import threading
import time


class One:
    def __init__(self):
        self.one = 1


def one_more(number):
    return number + 1


class Things:
    """What the units have in common."""

    def __init__(self, units):
        self.instance = One()
        self.numbers = dict.fromkeys(range(units), 0)
        self.lock = threading.Lock()
        self.hot = object()


def share_nothing(unit, steps, things):
    total = 0
    for _ in range(steps):
        total += 1
    return total


def share_function(unit, steps, things):
    total = 0
    for _ in range(steps):
        total = one_more(total)
    return total


def share_instance(unit, steps, things):
    instance, total = things.instance, 0
    for _ in range(steps):
        total += instance.one
    return total


def share_dict(unit, steps, things):
    numbers = things.numbers
    for _ in range(steps):
        numbers[unit] += 1
    return numbers[unit]


def share_lock(unit, steps, things):
    lock, total = things.lock, 0
    for _ in range(steps):
        with lock:
            total += 1
    return total


def share_count(unit, steps, things):
    hot, total = things.hot, 0
    for _ in range(steps):
        held = hot  # one more reference to it, and one fewer to what was held before
        total += held is hot
    return total


KINDS = {
    "nothing": share_nothing,
    "function": share_function,
    "instance": share_instance,
    "dict": share_dict,
    "lock": share_lock,
    "count": share_count,
}


def work(unit, kind, steps, things):
    """The steps counted, when they began and ended, and the processor time they took (s)."""
    processor, began = time.thread_time(), time.perf_counter()
    counted = KINDS[kind](unit, steps, things)
    return counted, began, time.perf_counter(), time.thread_time() - processor
