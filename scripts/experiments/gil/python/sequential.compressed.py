"""A fixed amount of compression in parts, one after the other: what threads and processes are compared with.

python3 sequential.compressed.py [parts] [blocks]
"""
import sys
import time
import zlib

CHUNK = 1
BLOCK = " ".join(map(str, range(4000))).encode()  # zlib lets go of the GIL while it compresses it


def compress_blocks(start, end):
    total = 0
    for block in range(start, end):
        total += len(zlib.compress(block.to_bytes(8, "big") + BLOCK))
    return total


def work(unit, units, blocks):
    total = 0
    stretches = []
    began = seen = time.perf_counter()
    for start in range(unit * CHUNK, blocks, units * CHUNK):
        total += compress_blocks(start, min(start + CHUNK, blocks))
        now = time.perf_counter()
        if now - seen > 0.004:  # the clock jumped: in between, somebody else ran
            stretches.append((began, seen))
            began = now
        seen = now
    stretches.append((began, seen))
    return total, stretches


def main():
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    blocks = int(sys.argv[2]) if len(sys.argv) > 2 else 800

    created = time.perf_counter()
    results = [(unit, *work(unit, units, blocks)) for unit in range(units)]
    joined = time.perf_counter()

    stretches = [(unit, began, ended) for unit, _, ran in results for began, ended in ran]
    first = min(began for _, began, _ in stretches)
    wall = max(ended for _, _, ended in stretches) - first
    for unit, began, ended in stretches:
        print(f"slice main run {(began - first) * 1000:.3f} {(ended - first) * 1000:.3f}")
    print(f"{blocks} blocks compressed, to {sum(total for _, total, _ in results)} bytes in all")
    print(f"wall = {wall * 1000:.3f} ms")
    print(f"wall-with-start = {(joined - created) * 1000:.3f} ms")
    print(f"running-at-once = {sum(ended - began for _, began, ended in stretches) / wall:.3f}")
    print(f"gil-enabled = {int(getattr(sys, '_is_gil_enabled', lambda: True)())}")


if __name__ == "__main__":
    main()
