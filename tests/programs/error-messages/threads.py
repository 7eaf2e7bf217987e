"""Mistakes with threads, their locks, and things that belong to one of them."""

import os
import queue
import signal
import sqlite3
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

from attempts import in_a_thread, said_by, since

STARTS_IN_A_DESTRUCTOR = """
import threading

class AtTheEnd:
    def __del__(self, start=threading.Thread):
        start(target=print).start()

kept = AtTheEnd()
kept.itself = kept
"""


def nothing():
    pass


@since()
def threads_started_once():
    thread = threading.Thread(target=nothing)
    thread.start()
    thread.join()
    thread.start()


@since()
def join_current_thread():
    threading.current_thread().join()


@since()
def join_before_start():
    threading.Thread(target=nothing).join()


@since()
def release_unlocked():
    threading.Lock().release()


@since()
def condition_unacquired():
    threading.Condition().wait()


@since()
def broken_barrier():
    threading.Barrier(2).wait(timeout=0)


@since()
def signal_main_thread():
    in_a_thread(lambda: signal.signal(signal.SIGUSR1, signal.SIG_IGN))


@since()
def dictionary_changed():
    numbers = {1: 1}
    for number in numbers:
        numbers[number + 1] = number


@since()
def sqlite_thread():
    connection = sqlite3.connect(":memory:")
    try:
        in_a_thread(lambda: connection.execute("select 1"))
    finally:
        connection.close()


@since()
def database_locked():
    path = os.path.join(sys.argv[1], "locked.sqlite")
    one, other = (sqlite3.connect(path, timeout=0) for _ in range(2))
    try:
        one.execute("begin exclusive")
        other.execute("begin exclusive")
    finally:
        one.close()
        other.close()


@since()
def thread_exception():
    return said_by("import threading; threading.Thread(target=lambda: 1 / 0).start()")


@since()
def after_shutdown():
    pool = ThreadPoolExecutor(max_workers=1)
    pool.shutdown()
    pool.submit(nothing)


@since(first=(3, 12), last=(3, 12))
def new_thread_at_shutdown():
    return said_by(STARTS_IN_A_DESTRUCTOR)


@since(first=(3, 13))
def new_thread_at_finalization():
    return said_by(STARTS_IN_A_DESTRUCTOR)


@since()
def futures_after_interpreter_shutdown():
    return said_by(
        "import atexit\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "pool = ThreadPoolExecutor()\n"
        "atexit.register(lambda: pool.submit(print))\n"
    )


@since()
def generator_executing():
    def asks_itself():
        yield next(running)

    running = asks_itself()
    next(running)


@since()
def queue_empty():
    queue.Queue().get_nowait()
