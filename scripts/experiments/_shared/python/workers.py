"""What every program with workers needs and none is about: failed threads end it, and each worker has a core of its own."""
import ctypes
import fcntl
import multiprocessing
import os
import signal
import sys
import threading
import time
from multiprocessing import util

_start = threading.Thread.start


def _start_or_end(thread):
    """Thread.start, but one that the system refuses ends the program with one line: others may wait for it for ever."""
    try:
        _start(thread)
    except RuntimeError as failure:
        print(f"{thread.name} could not be started: {failure}", file=sys.stderr, flush=True)
        os._exit(1)


threading.Thread.start = _start_or_end


_spawn = util.spawnv_passfds


def _spawn_quietly(path, args, passed):
    """util.spawnv_passfds, but the resource tracker tidies away what a killed program has left without a word about it."""
    if "resource_tracker" in str(args[-1]):
        args = [args[0], "-Wignore:resource_tracker:UserWarning", *args[1:]]
    return _spawn(path, args, passed)


util.spawnv_passfds = _spawn_quietly


def watch_threads():
    """From now on, an exception that ends a thread ends the program, with one line: the others would wait for it for ever."""

    def stop(failure):
        print(f"{failure.thread.name} failed: {failure.exc_value!r}", file=sys.stderr, flush=True)
        os._exit(1)

    threading.excepthook = stop


def die_with_parent():
    """Called in a child: it does not outlive its parent, however that ends."""
    if sys.platform == "linux":
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # the parent's, inherited by fork
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
        parent = multiprocessing.parent_process()
        if parent is not None:
            # Forked by a server, which ends after this child: its program's end is told by a pipe that closes.
            fcntl.fcntl(parent.sentinel, fcntl.F_SETOWN, os.getpid())
            fcntl.fcntl(parent.sentinel, fcntl.F_SETSIG, signal.SIGKILL)
            fcntl.fcntl(parent.sentinel, fcntl.F_SETFL, os.O_ASYNC)
            if not parent.is_alive():  # it died before the call
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


def start_fork_server():
    """Where processes are forked by a server, starts it, and waits until it has nothing more to do."""
    if multiprocessing.get_start_method() == "forkserver":
        from multiprocessing import forkserver

        start_resource_tracker()
        forkserver.ensure_running()
        wait_until_idle(forkserver._forkserver._forkserver_pid)


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
