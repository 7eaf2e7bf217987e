"""Reads many files, with threads. The files are fresh, so the system still has them in memory, and no disk makes one wait.

python3 thread.files.py [readers] [files]
"""
import pathlib
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from _cost import cost, print_cost
from _shared.workers import watch_threads


def read(path):
    return len(path.read_bytes())


def main():
    watch_threads()
    readers = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    files = int(sys.argv[2]) if len(sys.argv) > 2 else 200

    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, f"{number}.txt") for number in range(files)]
        for path in paths:
            path.write_text("a line of a file\n" * 10_000)

        created = time.perf_counter()
        all_started = Barrier(readers + 1)
        with ThreadPoolExecutor(readers, initializer=all_started.wait) as pool:
            for _ in range(readers):
                pool.submit(int)  # a pool may start a worker only when there is something to do
            all_started.wait()
            started = time.perf_counter() - created

            before = cost()
            began = time.perf_counter()
            total = sum(pool.map(read, paths))
            wall = time.perf_counter() - began
            after = cost()

    print(f"result = {total}")
    print(f"start = {started * 1000:.3f} ms")
    print_cost(files, wall, before, after)


if __name__ == "__main__":
    main()
