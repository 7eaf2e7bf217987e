"""Child processes whose deaths end the program with one line."""
import fcntl
import os
import signal
import sys
import time
from contextlib import contextmanager
from multiprocessing import connection

from .endings import report, stop, stop_if_refused

_watched = []
_signals = {"held": False, "came": False}


@contextmanager
def _asking():
    """Asks how processes ended, undisturbed: a fork server says it once, so a signal that comes meanwhile is only noted.

    Blocking the signal would not do: it would reach another thread, and Python runs what handles it in this one.
    """
    _signals["held"] = True
    try:
        yield
    finally:
        _signals["held"] = False
        if _signals["came"]:
            _look()


def _look(*_):
    _signals["came"] = True
    while _signals["came"] and not _signals["held"]:
        _signals["came"] = False
        _signals["held"] = True
        for process in _watched:
            if process.exitcode:
                stop(_watched, process)
        _signals["held"] = False


def _look_after_failure(*failure):
    time.sleep(1)  # a dead process breaks its pipes a moment before the system says that it has died
    _look()
    report(*failure)


def watch(processes):
    """From now on, one of these that ends otherwise than with code 0 ends the program, with one line that says which and how.

    Called in the main thread, after each `start`: one that died before the call counts too. A signal wakes the program
    whatever it waits for. Processes that are watched already stay so, and are waited for with `join_all`.
    """
    sys.excepthook = _look_after_failure
    _watched.extend(processes)
    signal.signal(signal.SIGCHLD, _look)
    if hasattr(fcntl, "F_SETSIG"):  # Linux: a fork server's children are not this program's, so their pipes send the signal
        for process in processes:
            fcntl.fcntl(process.sentinel, fcntl.F_SETOWN, os.getpid())
            fcntl.fcntl(process.sentinel, fcntl.F_SETSIG, signal.SIGCHLD)
            fcntl.fcntl(process.sentinel, fcntl.F_SETFL, os.O_ASYNC)
    _look()


def start_and_watch(process):
    """For one that is started while others may end: a start asks about them, too."""
    with _asking():
        try:
            process.start()
        except (OSError, EOFError) as failure:
            stop_if_refused(failure)
            raise
    watch([process])


@contextmanager
def watched(pool):
    """As long as it is used, a process of the pool that dies ends the program, with one line that says which and how.

    Such a pool is first given one task more than it has workers: before that it does not look after the last it started.
    """
    from concurrent.futures.process import BrokenProcessPool  # here, so that programs without a pool need not load it

    try:
        yield pool
    except (BrokenProcessPool, OSError, EOFError) as failure:
        stop_if_refused(failure)  # here, because the pool waits for those that it could start
        processes = list(pool._processes.values())
        if not isinstance(failure, BrokenProcessPool):
            time.sleep(1)  # it may come from a process that has died, of which the pool hears a moment later
        pool.shutdown()  # where one has died it terminates the others: waits until they are gone
        dead = [each for each in processes if each.exitcode not in (0, -signal.SIGTERM)]
        if dead or isinstance(failure, BrokenProcessPool):
            stop(processes, (dead or processes)[0])
        raise


def join_all(processes):
    """Waits for all at once. The first that ends otherwise than with code 0 ends the program, as with `watch`."""
    with _asking():
        left = {process.sentinel: process for process in processes}
        while left:
            for sentinel in connection.wait(left):
                process = left.pop(sentinel)
                process.join()
                if process.exitcode:
                    stop(processes, process)
