"""Mistakes with what is sent to another process, or shared with it."""

import multiprocessing
import os
import pickle
import threading
from multiprocessing import shared_memory

from attempts import said_by, since

ANONYMOUS = lambda: 0  # noqa: E731
# As if it stood in the reader's own file.
ANONYMOUS.__module__ = "__main__"


def return_a_lock():
    return threading.Lock()


@since(last=(3, 13))
def pickling_error_lookup():
    pickle.dumps(ANONYMOUS)


@since(first=(3, 14))
def pickling_error_not_found():
    pickle.dumps(ANONYMOUS)


@since(last=(3, 12))
def pickle_local_object():
    pickle.dumps(lambda: 0)


@since(first=(3, 13), last=(3, 13))
def get_local_object():
    pickle.dumps(lambda: 0)


@since(first=(3, 14))
def pickling_error_local():
    pickle.dumps(lambda: 0)


@since()
def ran_out_of_input():
    pickle.loads(b"")


@since()
def cannot_pickle_lock():
    pickle.dumps(threading.Lock())


@since(first=(3, 12))
def cannot_pickle_file():
    with open(os.devnull) as file:
        pickle.dumps(file)


@since()
def cannot_pickle_generator():
    pickle.dumps(number for number in range(3))


@since()
def inheritance_only():
    pickle.dumps(multiprocessing.Lock())


@since()
def maybe_encoding():
    with multiprocessing.Pool(1) as pool:
        pool.apply(return_a_lock)


SENDS_A_FUNCTION_OF_NO_FILE = """
import multiprocessing

def work():
    pass

if __name__ == "__main__":
    child = multiprocessing.get_context("spawn").Process(target=work)
    child.start()
    child.join()
"""


@since(last=(3, 13))
def cant_get_attribute():
    return said_by(SENDS_A_FUNCTION_OF_NO_FILE)


@since(first=(3, 14))
def main_has_no_attribute():
    return said_by(SENDS_A_FUNCTION_OF_NO_FILE)


@since()
def shm_exists():
    block = shared_memory.SharedMemory(create=True, size=1)
    try:
        shared_memory.SharedMemory(name=block.name, create=True, size=1)
    finally:
        block.close()
        block.unlink()


@since()
def shm_missing():
    shared_memory.SharedMemory(name="psm_nobody_made_this")


@since()
def exported_pointers():
    block = shared_memory.SharedMemory(create=True, size=1)
    view = block.buf[:1]
    try:
        block.close()
    finally:
        view.release()
        block.close()
        block.unlink()


@since()
def resource_tracker():
    return said_by("from multiprocessing import shared_memory; shared_memory.SharedMemory(create=True, size=1)")
