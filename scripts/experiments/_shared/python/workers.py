"""What every program with workers needs and none is about: dead workers end the program, and each has a core of its own."""
import ctypes
import fcntl
import multiprocessing
import os
import signal
import sys
import threading
import time
from contextlib import contextmanager
from multiprocessing import connection

_watched = []


def watch(processes):
    """From now on, one of these that ends otherwise than with code 0 ends the program, with one line that says which and how.

    Called in the main thread, after each `start`: one that died before the call counts too. A signal wakes the program
    whatever it waits for. Processes that are watched already stay so, and are waited for with `join_all`.
    """

    def look(*_):
        for process in _watched:
            if process.exitcode:
                stop(_watched, process)

    def look_after_failure(*failure):
        time.sleep(1)  # a dead process breaks its pipes a moment before the system says that it has died
        look()
        sys.__excepthook__(*failure)

    sys.excepthook = look_after_failure
    _watched.extend(processes)
    signal.signal(signal.SIGCHLD, look)
    if hasattr(fcntl, "F_SETSIG"):  # Linux: a fork server's children are not this program's, so their pipes send the signal
        for process in processes:
            fcntl.fcntl(process.sentinel, fcntl.F_SETOWN, os.getpid())
            fcntl.fcntl(process.sentinel, fcntl.F_SETSIG, signal.SIGCHLD)
            fcntl.fcntl(process.sentinel, fcntl.F_SETFL, os.O_ASYNC)
    look()


@contextmanager
def watched(pool):
    """As long as it is used, a process of the pool that dies ends the program, with one line that says which and how.

    Such a pool is first given one task more than it has workers: before that it does not look after the last it started.
    """
    from concurrent.futures.process import BrokenProcessPool  # here, so that programs without a pool need not load it

    try:
        yield pool
    except BrokenProcessPool:
        processes = list(pool._processes.values())
        pool.shutdown()  # it terminates the others: waits until they are gone
        stop(processes, next((each for each in processes if each.exitcode not in (0, -signal.SIGTERM)), processes[0]))


def join_all(processes):
    """Waits for all at once. The first that ends otherwise than with code 0 ends the program, as with `watch`."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})  # a fork server says once how a process ended: not to both
    left = {process.sentinel: process for process in processes}
    while left:
        for sentinel in connection.wait(left):
            process = left.pop(sentinel)
            process.join()
            if process.exitcode:
                stop(processes, process)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})


def stop(processes, dead):
    """Ends the program, and the processes that are still there, because of this one's end."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # the others' ends say nothing new
    for other in processes:
        if other.exitcode is None:
            other.kill()
    print(f"{dead.name} {ending(dead.exitcode)}", file=sys.stderr, flush=True)
    os._exit(1)


def watch_threads():
    """From now on, an exception that ends a thread ends the program, with one line: the others would wait for it for ever."""

    def stop(failure):
        print(f"{failure.thread.name} failed: {failure.exc_value!r}", file=sys.stderr, flush=True)
        os._exit(1)

    threading.excepthook = stop


def ending(code):
    return f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"


def die_with_parent():
    """Called in a child: it does not outlive its parent, however that ends."""
    if sys.platform == "linux":
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # the parent's, inherited by fork
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
        parent = multiprocessing.parent_process()
        if parent is not None and not parent.is_alive():  # it died before the call
            os._exit(1)


def allowed_cores():
    """The numbers of the cores that this program may use."""
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else list(range(os.cpu_count() or 1))


def pin_to_core(worker):
    """Keeps the calling thread on a core of its own: worker 0 on the first that is allowed, and so on, in turn."""
    cores = allowed_cores()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {cores[worker % len(cores)]})


def start_resource_tracker():
    """Starts the interpreter that looks after shared memory, and waits until it has nothing more to do."""
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()
    wait_until_idle(resource_tracker._resource_tracker._pid)


def wait_until_idle(pid, seconds=5):
    """Waits until a process has used no processor time for 20 ms, or for so many seconds. Returns at once where there is no /proc."""
    used = None
    for _ in range(int(seconds / 0.02)):
        try:
            with open(f"/proc/{pid}/schedstat") as times:
                before, used = used, times.read().split()[0]
        except OSError:
            return
        if used == before != "0":
            return
        time.sleep(0.02)
