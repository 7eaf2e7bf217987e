"""Reads many files, with processes. The files are fresh, so the system still has them in memory, and no disk makes one wait.

python3 process.files.py [readers] [files]
"""
import pathlib
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor

from _cost import cost, print_cost


def read(path):
    return len(path.read_bytes())


def main():
    readers = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    files = int(sys.argv[2]) if len(sys.argv) > 2 else 200

    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, f"{number}.txt") for number in range(files)]
        for path in paths:
            path.write_text("a line of a file\n" * 10_000)

        before = cost()
        began = time.perf_counter()
        with ProcessPoolExecutor(readers) as pool:
            total = sum(pool.map(read, paths))
            wall = time.perf_counter() - began
            after = cost()

    print(f"{total} bytes in {files} files")
    print_cost(files, wall, before, after)


if __name__ == "__main__":
    main()
