"""A fixed amount of work, in parts, one after the other: what threads and processes are compared with.

python3 sequential.py [parts] [primes, hashing or compression] [how much]
"""
import time

from _print import arguments, print_results
from _work import work


def main():
    units, kind, size = arguments()
    created = time.perf_counter()
    results = [work(unit, units, kind, size) for unit in range(units)]
    print_results("main", kind, size, results, time.perf_counter() - created)


if __name__ == "__main__":
    main()
