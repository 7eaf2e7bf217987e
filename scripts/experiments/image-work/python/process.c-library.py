"""Blurs a picture with a library in C, a band of it for each process. Each is sent pixels, and sends its rows back.

python3 process.c-library.py [processes] [width of the picture]
"""
import ctypes
import multiprocessing
import sys
import tempfile
import time
import zlib
from concurrent.futures import ProcessPoolExecutor

from _library import compile_library, render

RADIUS = 2


def load(path, all_started):
    global library
    library = ctypes.CDLL(path)
    all_started.wait()


def blur(pixels, width, first, last):
    """The rows from first up to last, and when they were computed."""
    began = time.perf_counter()
    rows = ctypes.create_string_buffer((last - first) * width)
    library.blur(pixels, rows, width, len(pixels) // width, first, last)
    return rows.raw, began, time.perf_counter()


def main():
    workers = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    width = int(sys.argv[2]) if len(sys.argv) > 2 else 2400
    height = width * 2 // 3
    edges = [height * worker // workers for worker in range(workers + 1)]
    with tempfile.TemporaryDirectory() as folder:
        path = compile_library(folder)
        pixels = render(ctypes.CDLL(path), width, height)

        created = time.perf_counter()
        all_started = multiprocessing.Barrier(workers)
        with ProcessPoolExecutor(workers, initializer=load, initargs=(path, all_started)) as pool:
            list(pool.map(len, [b""] * workers))  # now every worker is there
            began = time.perf_counter()
            bands = []
            for first, last in zip(edges, edges[1:]):
                top, bottom = max(first - RADIUS, 0), min(last + RADIUS, height)
                needed = pixels[top * width : bottom * width]
                bands.append(pool.submit(blur, needed, width, first - top, last - top))
            results = [band.result() for band in bands]
            blurred = b"".join(rows for rows, _, _ in results)
            wall = time.perf_counter() - began
        closed = time.perf_counter()

    for worker, (_, start, end) in enumerate(results):
        print(f"slice process-{worker + 1} run {(start - began) * 1000:.3f} {(end - began) * 1000:.3f}")
    print(f"{width} × {height} pixels blurred, their Adler-32 is {zlib.adler32(blurred)}")
    print(f"wall = {wall * 1000:.3f} ms")
    print(f"copy = {(wall - max(end for _, _, end in results) + min(start for _, start, _ in results)) * 1000:.3f} ms")
    print(f"wall-with-start = {(closed - created) * 1000:.3f} ms")


if __name__ == "__main__":
    main()
