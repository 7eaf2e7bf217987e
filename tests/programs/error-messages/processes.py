"""Mistakes with processes, their pools and their pipes."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ProcessPoolExecutor

from attempts import since


def nothing():
    pass


def end_at_once():
    os._exit(1)


def start_a_child():
    multiprocessing.Process(target=nothing).start()


@since(first=(3, 12))
def fork_multithreaded():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        child = os.fork()
        if child == 0:
            os._exit(0)
        os.waitpid(child, 0)
    finally:
        stop.set()
        thread.join()


@since()
def context_already_set():
    for _ in range(2):
        multiprocessing.set_start_method(multiprocessing.get_start_method())


@since()
def daemonic_children():
    with multiprocessing.Pool(1) as pool:
        pool.apply(start_a_child)


@since()
def broken_process_pool():
    with ProcessPoolExecutor(max_workers=1) as pool:
        pool.submit(end_at_once).result()


@since()
def broken_process_pool_submit():
    with ProcessPoolExecutor(max_workers=1) as pool:
        pool.submit(end_at_once).exception()
        pool.submit(nothing)


@since()
def join_child_only():
    process = multiprocessing.Process(target=nothing)
    process._parent_pid = 0
    process.join()


@since()
def join_not_started():
    multiprocessing.Process(target=nothing).join()


@since()
def pool_not_running():
    pool = multiprocessing.Pool(1)
    pool.close()
    pool.join()
    pool.apply(nothing)


@since()
def pool_timeout():
    with multiprocessing.Pool(1) as pool:
        pool.apply_async(signal.pause).get(timeout=0)


@since()
def connection_eof():
    ours, theirs = multiprocessing.Pipe()
    theirs.close()
    ours.recv()


@since()
def broken_pipe():
    reader, writer = os.pipe()
    os.close(reader)
    try:
        os.write(writer, b"x")
    finally:
        os.close(writer)


@since()
def subprocess_timeout():
    subprocess.run([sys.executable, "-c", "import signal; signal.pause()"], timeout=0.01)


@since()
def bootstrapping_phase():
    path = os.path.join(sys.argv[1], "unguarded.py")
    with open(path, "w") as file:
        file.write(
            "import multiprocessing\n"
            "child = multiprocessing.get_context('spawn').Process(target=print)\n"
            "child.start()\n"
            "child.join()\n"
        )
    return subprocess.run([sys.executable, path], capture_output=True, text=True, timeout=30).stderr
