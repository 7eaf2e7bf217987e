"""Reads many files, with processes. The files are fresh, so the system still has them in memory, and no disk makes one wait.

python3 process.files.py [readers] [files]
"""
import pathlib
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Barrier

from _cost import cost, print_cost
from _shared.children import watched
from _shared.workers import die_with_parent, start_fork_server


def read(path):
    return len(path.read_bytes())


def start(all_started):
    die_with_parent()
    all_started.wait()


def main():
    readers = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    files = int(sys.argv[2]) if len(sys.argv) > 2 else 200

    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, f"{number}.txt") for number in range(files)]
        for path in paths:
            path.write_text("a line of a file\n" * 10_000)

        start_fork_server()
        created = time.perf_counter()
        all_started = Barrier(readers)
        with ProcessPoolExecutor(readers, initializer=start, initargs=(all_started,)) as pool, watched(pool):
            list(pool.map(int, [0] * (readers + 1)))  # now every worker is there, and watched
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
