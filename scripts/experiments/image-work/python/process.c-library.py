"""Blurs a picture with a library in C, a band of it for each process. Each is sent pixels, and sends its rows back.

python3 process.c-library.py [processes] [width of the picture]
"""
import ctypes
import multiprocessing
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor

from _library import compile_library, render
from _picture import arguments, needed, print_results
from _shared.children import watched
from _shared.workers import die_with_parent

def load(path, all_started):
    global library
    die_with_parent()
    library = ctypes.CDLL(path)
    all_started.wait()


def blur(pixels, width, first, last):
    """The rows from first up to last, and when they were computed."""
    began = time.perf_counter()
    rows = ctypes.create_string_buffer((last - first) * width)
    library.blur(pixels, rows, width, len(pixels) // width, first, last)
    return rows.raw, began, time.perf_counter()


def main():
    workers, width, height, edges = arguments(2400)
    with tempfile.TemporaryDirectory() as folder:
        path = compile_library(folder)
        pixels = render(ctypes.CDLL(path), width, height)

        created = time.perf_counter()
        all_started = multiprocessing.Barrier(workers)
        with ProcessPoolExecutor(workers, initializer=load, initargs=(path, all_started)) as pool, watched(pool):
            list(pool.map(len, [b""] * (workers + 1)))  # now every worker is there, and watched
            began = time.perf_counter()
            bands = [
                pool.submit(blur, *needed(pixels, width, height, first, last)) for first, last in zip(edges, edges[1:])
            ]
            results = [band.result() for band in bands]
            blurred = b"".join(rows for rows, _, _ in results)
            wall = time.perf_counter() - began
        closed = time.perf_counter()

    print_results("process", blurred, width, [times for _, *times in results], began, wall, closed - created)


if __name__ == "__main__":
    main()
