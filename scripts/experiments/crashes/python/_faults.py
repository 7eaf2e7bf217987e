"""A worker, thread or process, that fails in the way it is told to. How it ended, and by which error, proves that it did."""
import ctypes
import mmap
import os
import resource
import signal
import sys
import tempfile


def exception(notes, lock):
    raise ConnectionError("uncaught")


def leave(notes, lock):
    sys.exit(3)


def hard_exit(notes, lock):
    os._exit(3)


def segfault(notes, lock):
    ctypes.string_at(0)  # reads address 0


def recursion(notes, lock):
    recursion(notes, lock)


def stack_overflow(notes, lock):
    """In a function of C that calls itself for each bracket: Python's own limits, which differ by version, are not in the way."""
    ctypes.CDLL(None).regcomp(ctypes.create_string_buffer(4096), b"(" * 10**6, 1)


def out_of_memory(notes, lock):
    """Bounded: 1.5 GiB of addresses for the whole process."""
    resource.setrlimit(resource.RLIMIT_AS, (3 * 2**29, 3 * 2**29))
    hoard = []
    while True:
        hoard.append(bytes(2**26))


def bus_error(notes, lock):
    """A file in memory that has become shorter meanwhile."""
    with tempfile.TemporaryFile() as file:
        file.truncate(mmap.PAGESIZE)
        mapped = mmap.mmap(file.fileno(), mmap.PAGESIZE)
        file.truncate(0)
        mapped[0]


def overwrite(notes, lock):
    """Writes to what is not its own."""
    notes[0] = "overwritten"


def endless_loop(notes, lock):
    while True:
        pass


# What a worker does, and how its process ends by it: a code, or minus the signal; and the error that it raises, if any.
FAULTS = {
    "exception": (exception, 1, "ConnectionError"),
    "exit": (leave, 3, "SystemExit"),
    "hard-exit": (hard_exit, 3, None),
    "abort": (lambda notes, lock: os.abort(), -signal.SIGABRT, None),
    "segfault": (segfault, -signal.SIGSEGV, None),
    "division-by-zero": (lambda notes, lock: 1 // 0, 1, "ZeroDivisionError"),
    "bus-error": (bus_error, -signal.SIGBUS, None),
    "recursion": (recursion, 1, "RecursionError"),
    "stack-overflow": (stack_overflow, -signal.SIGSEGV, None),
    "out-of-memory": (out_of_memory, 1, "MemoryError"),
    "parent-dies": (None, -signal.SIGKILL, None),  # what it starts is for thread.py and process.py to say
    "sigterm": (lambda notes, lock: os.kill(os.getpid(), signal.SIGTERM), -signal.SIGTERM, None),
    "sigkill": (lambda notes, lock: os.kill(os.getpid(), signal.SIGKILL), -signal.SIGKILL, None),
    "overwrite": (overwrite, 0, None),
    "lock-plain": (lambda notes, lock: lock.acquire(), 0, None),  # and ends without giving it back
    "endless-loop": (endless_loop, -signal.SIGKILL, None),
}


def chosen():
    """The fault named on the command line."""
    fault = sys.argv[1] if len(sys.argv) > 1 else "exception"
    if fault not in FAULTS:
        sys.exit(f'no fault "{fault}"; there are {", ".join(FAULTS)}')
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # leave no core file behind
    return fault


def announce(fault):
    """If the whole program goes, how it goes is compared with this."""
    code = FAULTS[fault][1]
    print(f"fault-signal = {-code:d}" if code < 0 else f"fault-code = {code}", flush=True)


def fail(fault, notes, lock=None, tell=lambda error: None):
    try:
        FAULTS[fault][0](notes, lock)
    except BaseException as error:
        tell(type(error).__name__)
        raise
