"""Blurs a picture with a library in C, band after band: what threads and processes are compared with.

python3 sequential.c-library.py [bands] [width of the picture]
"""
import ctypes
import sys
import tempfile
import time
import zlib

from _library import compile_library, render


def blur(library, pixels, blurred, width, height, first, last):
    """Writes the rows from first up to last to their place. Tells when they were computed."""
    began = time.perf_counter()
    library.blur(pixels, ctypes.byref(blurred, first * width), width, height, first, last)
    return began, time.perf_counter()


def main():
    bands = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    width = int(sys.argv[2]) if len(sys.argv) > 2 else 2400
    height = width * 2 // 3
    edges = [height * band // bands for band in range(bands + 1)]
    with tempfile.TemporaryDirectory() as folder:
        library = ctypes.CDLL(compile_library(folder))
    pixels = render(library, width, height)
    target = ctypes.create_string_buffer(width * height)

    began = time.perf_counter()
    results = []
    for first, last in zip(edges, edges[1:]):
        results.append(blur(library, pixels, target, width, height, first, last))
    blurred = memoryview(target)
    wall = time.perf_counter() - began

    for start, end in results:
        print(f"slice main run {(start - began) * 1000:.3f} {(end - began) * 1000:.3f}")
    print(f"{width} × {height} pixels blurred, their Adler-32 is {zlib.adler32(blurred)}")
    print(f"wall = {wall * 1000:.3f} ms")
    print(f"copy = {(wall - max(end for _, end in results) + min(start for start, _ in results)) * 1000:.3f} ms")
    print(f"wall-with-start = {wall * 1000:.3f} ms")


if __name__ == "__main__":
    main()
