"""Blurs a picture in plain Python, a band of it for each process. The pixels lie in memory that all of them map.

python3 process.shared-memory.py [processes] [width of the picture] [file.pgm to write it to]
"""
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.shared_memory import SharedMemory

from _picture import arguments, blur, needed, print_results, render
from _shared.children import watched
from _shared.workers import die_with_parent, start_resource_tracker


def start(all_started, names):
    global source, target
    die_with_parent()
    source, target = [SharedMemory(name) for name in names]
    all_started.wait()


def blur_shared(width, height, first, last):
    """Writes the rows from first up to last to memory that all have. Tells when they were computed."""
    rows, began, ended = blur(*needed(bytes(source.buf), width, height, first, last))
    target.buf[first * width : last * width] = rows
    return began, ended


def main():
    workers, width, height, edges = arguments()
    pixels = render(width, height)
    start_resource_tracker()  # an interpreter of its own, which would start beside the workers otherwise

    created = time.perf_counter()
    memories = [SharedMemory(create=True, size=width * height) for _ in range(2)]
    source, target = memories
    all_started = multiprocessing.Barrier(workers)
    names = [memory.name for memory in memories]
    try:
        with ProcessPoolExecutor(workers, initializer=start, initargs=(all_started, names)) as pool, watched(pool):
            list(pool.map(len, [b""] * (workers + 1)))  # now every worker is there, and watched
            began = time.perf_counter()
            source.buf[: len(pixels)] = pixels
            bands = [pool.submit(blur_shared, width, height, first, last) for first, last in zip(edges, edges[1:])]
            times = [band.result() for band in bands]
            blurred = bytes(target.buf[: len(pixels)])
            wall = time.perf_counter() - began
    finally:
        for memory in memories:
            memory.close()
            memory.unlink()
    print_results("process", blurred, width, times, began, wall, time.perf_counter() - created)


if __name__ == "__main__":
    main()
