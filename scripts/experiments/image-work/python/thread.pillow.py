"""Blurs photographs with a library, each in the thread that is free. They run side by side: Pillow lets go of the GIL.

python3 thread.pillow.py [threads] [photographs]; needs: python3 -m pip install pillow
"""
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from _photographs import arguments, blur_photograph, photograph, print_results
from _shared.workers import watch_threads


def main():
    watch_threads()
    workers, photographs = arguments()
    source = photograph()
    blur_photograph(source)  # loads what the library needs
    created = time.perf_counter()
    all_started = threading.Barrier(workers)
    with ThreadPoolExecutor(workers, initializer=all_started.wait) as pool:
        list(pool.map(len, [b""] * workers))  # now every worker is there
        began = time.perf_counter()
        answers = list(pool.map(blur_photograph, [source] * photographs))
        wall = time.perf_counter() - began
    print_results(answers, began, wall, time.perf_counter() - created)


if __name__ == "__main__":
    main()
