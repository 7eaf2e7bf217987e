"""Blurs photographs with a library, each in the process that is free. Each is sent the file, and sends a file back.

python3 process.pillow.py [processes] [photographs]; needs: python3 -m pip install pillow
"""
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor

from _photographs import arguments, blur_photograph, photograph, print_results
from _shared.children import watched
from _shared.workers import die_with_parent


def start(source, all_started):
    die_with_parent()
    blur_photograph(source)  # loads what the library needs
    all_started.wait()


def main():
    workers, photographs = arguments()
    source = photograph()
    created = time.perf_counter()
    all_started = multiprocessing.Barrier(workers)
    with ProcessPoolExecutor(workers, initializer=start, initargs=(source, all_started)) as pool, watched(pool):
        list(pool.map(len, [b""] * (workers + 1)))  # now every worker is there, and watched
        began = time.perf_counter()
        answers = list(pool.map(blur_photograph, [source] * photographs))
        wall = time.perf_counter() - began
    print_results(answers, began, wall, time.perf_counter() - created)


if __name__ == "__main__":
    main()
