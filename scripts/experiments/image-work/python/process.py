"""Blurs a picture in plain Python, a band of it for each process. Each is sent pixels, and sends its rows back.

python3 process.py [processes] [width of the picture] [file.pgm to write it to]
"""
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor

from _picture import arguments, blur, needed, print_results, render
from _shared.children import watched
from _shared.workers import die_with_parent


def start(all_started):
    die_with_parent()
    all_started.wait()


def main():
    workers, width, height, edges = arguments()
    pixels = render(width, height)

    created = time.perf_counter()
    all_started = multiprocessing.Barrier(workers)
    with ProcessPoolExecutor(workers, initializer=start, initargs=(all_started,)) as pool, watched(pool):
        list(pool.map(len, [b""] * (workers + 1)))  # now every worker is there, and watched
        began = time.perf_counter()
        bands = [
            pool.submit(blur, *needed(pixels, width, height, first, last)) for first, last in zip(edges, edges[1:])
        ]
        results = [band.result() for band in bands]
        blurred = b"".join(rows for rows, _, _ in results)
        wall = time.perf_counter() - began
    with_start = time.perf_counter() - created
    print_results("process", blurred, width, [times for _, *times in results], began, wall, with_start)


if __name__ == "__main__":
    main()
