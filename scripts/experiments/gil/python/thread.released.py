"""A fixed amount of hashing, which lets go of the GIL, shared among threads. They run side by side.

python3 thread.released.py [threads] [blocks]
"""
import hashlib
import queue
import sys
import threading
import time

CHUNK = 1
BLOCK = bytes(512 * 1024)  # hashlib lets go of the GIL for anything above 2047 bytes


def hash_blocks(start, end):
    total = 0
    for block in range(start, end):
        digest = hashlib.sha256(block.to_bytes(8, "big"))
        digest.update(BLOCK)
        total += digest.digest()[0]
    return total


def work(unit, units, blocks):
    total = 0
    stretches = []
    began = seen = time.perf_counter()
    for start in range(unit * CHUNK, blocks, units * CHUNK):
        total += hash_blocks(start, min(start + CHUNK, blocks))
        now = time.perf_counter()
        if now - seen > 0.004:  # the clock jumped: in between, somebody else ran
            stretches.append((began, seen))
            began = now
        seen = now
    stretches.append((began, seen))
    return total, stretches


def run(unit, units, blocks, all_started, answers):
    all_started.wait()
    answers.put((unit, *work(unit, units, blocks)))


def main():
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    blocks = int(sys.argv[2]) if len(sys.argv) > 2 else 300

    created = time.perf_counter()
    all_started = threading.Barrier(units)
    answers = queue.SimpleQueue()
    workers = [
        threading.Thread(target=run, args=(unit, units, blocks, all_started, answers)) for unit in range(units)
    ]
    for worker in workers:
        worker.start()
    results = [answers.get() for _ in workers]
    for worker in workers:
        worker.join()
    joined = time.perf_counter()

    stretches = [(unit, began, ended) for unit, _, ran in results for began, ended in ran]
    first = min(began for _, began, _ in stretches)
    wall = max(ended for _, _, ended in stretches) - first
    for unit, began, ended in stretches:
        print(f"slice thread-{unit + 1} run {(began - first) * 1000:.3f} {(ended - first) * 1000:.3f}")
    print(f"{blocks} blocks hashed, the first bytes add up to {sum(total for _, total, _ in results)}")
    print(f"wall = {wall * 1000:.3f} ms")
    print(f"wall-with-start = {(joined - created) * 1000:.3f} ms")
    print(f"running-at-once = {sum(ended - began for _, began, ended in stretches) / wall:.3f}")
    print(f"gil-enabled = {int(getattr(sys, '_is_gil_enabled', lambda: True)())}")


if __name__ == "__main__":
    main()
