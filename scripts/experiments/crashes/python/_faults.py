"""A worker, thread or process, that fails in the way it is told to, having first said that it is about to."""
import ctypes
import os
import resource
import signal
import sys


def exception(notes):
    raise RuntimeError("uncaught")


def leave(notes):
    sys.exit(3)


def hard_exit(notes):
    os._exit(3)


def abort(notes):
    os.abort()


def segfault(notes):
    ctypes.string_at(0)  # reads address 0


def division_by_zero(notes):
    return 1 // 0


def recursion(notes):
    recursion(notes)


def stack_overflow(notes):
    """Past the limit that Python sets itself, and through C code, so that the real stack is what runs out."""
    sys.setrecursionlimit(10**9)

    def dive(_):
        return sorted([None], key=dive)

    dive(None)


def out_of_memory(notes):
    """Bounded: 1.5 GiB of addresses for the whole process."""
    resource.setrlimit(resource.RLIMIT_AS, (3 * 2**29, 3 * 2**29))
    hoard = []
    while True:
        hoard.append(bytes(2**26))


def sigterm(notes):
    os.kill(os.getpid(), signal.SIGTERM)


def sigkill(notes):
    os.kill(os.getpid(), signal.SIGKILL)


def overwrite(notes):
    """Writes to what is not its own."""
    notes[0] = "overwritten"


def endless_loop(notes):
    while True:
        pass


FAULTS = {
    "exception": exception,
    "exit": leave,
    "hard-exit": hard_exit,
    "abort": abort,
    "segfault": segfault,
    "division-by-zero": division_by_zero,
    "recursion": recursion,
    "stack-overflow": stack_overflow,
    "out-of-memory": out_of_memory,
    "sigterm": sigterm,
    "sigkill": sigkill,
    "overwrite": overwrite,
    "endless-loop": endless_loop,
}


def fail(fault, notes):
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # leave no core file behind
    os.write(1, b"reached = 1\n")  # straight to the descriptor: nothing buffered is lost
    FAULTS[fault](notes)
