"""Blurs a picture with a library in C, a band of it for each thread. They run side by side: ctypes lets go of the GIL.

python3 thread.c-library.py [threads] [width of the picture]
"""
import ctypes
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from _library import compile_library, render
from _picture import arguments, print_results
from _shared.workers import watch_threads


def blur(library, pixels, blurred, width, height, first, last):
    """Writes the rows from first up to last to where all threads write theirs. Tells when they were computed."""
    began = time.perf_counter()
    library.blur(pixels, ctypes.byref(blurred, first * width), width, height, first, last)
    return began, time.perf_counter()


def main():
    watch_threads()
    workers, width, height, edges = arguments(2400)
    with tempfile.TemporaryDirectory() as folder:
        library = ctypes.CDLL(compile_library(folder))
    pixels = render(library, width, height)
    target = ctypes.create_string_buffer(width * height)

    created = time.perf_counter()
    all_started = threading.Barrier(workers)
    with ThreadPoolExecutor(workers, initializer=all_started.wait) as pool:
        list(pool.map(len, [b""] * workers))  # now every worker is there
        began = time.perf_counter()
        bands = []
        for first, last in zip(edges, edges[1:]):
            bands.append(pool.submit(blur, library, pixels, target, width, height, first, last))
        results = [band.result() for band in bands]
        blurred = memoryview(target)
        wall = time.perf_counter() - began
    closed = time.perf_counter()

    print_results("thread", blurred, width, results, began, wall, closed - created)


if __name__ == "__main__":
    main()
