"""Blurs a picture in plain Python, a band of it for each sub-interpreter. Each is sent pixels, and sends its rows back.

python3.14 interpreter.py [interpreters] [width of the picture] [file.pgm to write it to]
"""
import time
from concurrent.futures import InterpreterPoolExecutor

from _picture import arguments, blur, needed, print_results, render
from _shared.workers import watch_threads


def main():
    watch_threads()
    workers, width, height, edges = arguments()
    pixels = render(width, height)

    created = time.perf_counter()
    with InterpreterPoolExecutor(workers) as pool:
        list(pool.map(render, [99] * workers, [66] * workers))  # long enough that each worker has had one: all are there
        began = time.perf_counter()
        bands = [
            pool.submit(blur, *needed(pixels, width, height, first, last)) for first, last in zip(edges, edges[1:])
        ]
        results = [band.result() for band in bands]
        blurred = b"".join(rows for rows, _, _ in results)
        wall = time.perf_counter() - began
    with_start = time.perf_counter() - created
    print_results("interpreter", blurred, width, [times for _, *times in results], began, wall, with_start)


if __name__ == "__main__":
    main()
