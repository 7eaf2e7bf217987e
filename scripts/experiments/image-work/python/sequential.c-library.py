"""Blurs a picture with a library in C, band after band: what threads and processes are compared with.

python3 sequential.c-library.py [bands] [width of the picture]
"""
import ctypes
import tempfile
import time

from _library import compile_library, render
from _picture import arguments, print_results


def blur(library, pixels, blurred, width, height, first, last):
    """Writes the rows from first up to last to their place. Tells when they were computed."""
    began = time.perf_counter()
    library.blur(pixels, ctypes.byref(blurred, first * width), width, height, first, last)
    return began, time.perf_counter()


def main():
    _, width, height, edges = arguments(2400)
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

    print_results("main", blurred, width, results, began, wall, wall)


if __name__ == "__main__":
    main()
