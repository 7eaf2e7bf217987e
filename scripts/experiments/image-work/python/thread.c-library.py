"""Blurs a picture with a library in C, a band of it for each thread. They run side by side: ctypes lets go of the GIL.

python3 thread.c-library.py [threads] [width of the picture]
"""
import ctypes
import sys
import tempfile
import threading
import time
import zlib
from concurrent.futures import ThreadPoolExecutor

from _library import compile_library, render


def blur(library, pixels, blurred, width, height, first, last):
    """Writes the rows from first up to last to where all threads write theirs. Tells when they were computed."""
    began = time.perf_counter()
    library.blur(pixels, ctypes.byref(blurred, first * width), width, height, first, last)
    return began, time.perf_counter()


def main():
    workers = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    width = int(sys.argv[2]) if len(sys.argv) > 2 else 2400
    height = width * 2 // 3
    edges = [height * worker // workers for worker in range(workers + 1)]
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

    for worker, (start, end) in enumerate(results):
        print(f"slice thread-{worker + 1} run {(start - began) * 1000:.3f} {(end - began) * 1000:.3f}")
    print(f"{width} × {height} pixels blurred, their Adler-32 is {zlib.adler32(blurred)}")
    print(f"wall = {wall * 1000:.3f} ms")
    print(f"copy = {(wall - max(end for _, end in results) + min(start for start, _ in results)) * 1000:.3f} ms")
    print(f"wall-with-start = {(closed - created) * 1000:.3f} ms")


if __name__ == "__main__":
    main()
