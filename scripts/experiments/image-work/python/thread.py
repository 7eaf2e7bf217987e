"""Blurs a picture in plain Python, a band of it for each thread. The threads read the same pixels; none are copied.

python3 thread.py [threads] [width of the picture] [file.pgm to write it to]
"""
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from _picture import arguments, blur, print_results, render
from _shared.workers import watch_threads


def main():
    watch_threads()
    workers, width, height, edges = arguments()
    pixels = render(width, height)

    created = time.perf_counter()
    all_started = threading.Barrier(workers)
    with ThreadPoolExecutor(workers, initializer=all_started.wait) as pool:
        list(pool.map(len, [b""] * workers))  # now every worker is there
        began = time.perf_counter()
        bands = [pool.submit(blur, pixels, width, first, last) for first, last in zip(edges, edges[1:])]
        results = [band.result() for band in bands]
        blurred = b"".join(rows for rows, _, _ in results)
        wall = time.perf_counter() - began
    with_start = time.perf_counter() - created
    print_results("thread", blurred, width, [times for _, *times in results], began, wall, with_start)


if __name__ == "__main__":
    main()
