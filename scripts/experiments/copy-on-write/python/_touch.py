"""What is held before a worker starts, and the ways to touch it."""
import gc
import resource
from array import array

PAGE, SIZE, OBJECTS = 4096, 256 * 2**20, 400_000


def hold(action, frozen):
    if action == "read-array":
        held = array("d", range(OBJECTS))
    elif action.endswith("list"):
        held = [[float(number)] for number in range(OBJECTS)]
    else:
        held = bytearray(b"x") * SIZE
    gc.collect()
    if frozen:
        gc.freeze()  # the collector leaves alone what exists so far
    return held


def touch(action, held, percent):
    """How many pages or objects were touched, and the page faults of this thread meanwhile."""
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
    touched = len(held)
    if action == "collect-list":
        gc.collect()
    elif action == "read-list":
        for number, (value,) in enumerate(held):
            assert value == number
    elif action == "read-array":
        for number, value in enumerate(held):
            assert value == number
    else:
        touched = SIZE // PAGE * percent // 100
        held[: touched * PAGE : PAGE] = b"y" * touched
    return touched, resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before


def report(before, after, touched, faults):
    print(f"copied = {(after.pss - before.pss) / 1024:.2f} MiB\nfaults = {faults}\ntouched = {touched}")
