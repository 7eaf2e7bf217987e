"""Reads many files, one after the other. The files are fresh, so the system still has them in memory, and no disk makes one wait.

python3 sequential.files.py [readers, always 1] [files]
"""
import pathlib
import sys
import tempfile
import time

from _cost import cost, print_cost


def read(path):
    return len(path.read_bytes())


def main():
    files = int(sys.argv[2]) if len(sys.argv) > 2 else 200

    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, f"{number}.txt") for number in range(files)]
        for path in paths:
            path.write_text("a line of a file\n" * 10_000)

        before = cost()
        began = time.perf_counter()
        total = sum(map(read, paths))
        wall = time.perf_counter() - began
        after = cost()

    print(f"result = {total}")
    print_cost(files, wall, before, after)


if __name__ == "__main__":
    main()
