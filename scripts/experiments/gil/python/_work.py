"""The work, in one of three kinds: pure Python, which holds the GIL, and hashing and compression, which let go of it."""
import hashlib
import time
import zlib

from _shared.primes import count_primes

ZEROS = bytes(512 * 1024)  # hashlib lets go of the GIL for anything above 2047 bytes
NUMBERS = " ".join(map(str, range(4000))).encode()  # zlib lets go of the GIL while it compresses it


def hash_blocks(start, end):
    total = 0
    for block in range(start, end):
        digest = hashlib.sha256(block.to_bytes(8, "big"))
        digest.update(ZEROS)
        total += digest.digest()[0]
    return total


def compress_blocks(start, end):
    return sum(len(zlib.compress(block.to_bytes(8, "big") + NUMBERS)) for block in range(start, end))


# What computes a chunk, how long a chunk is, how many there are to do, and how far the clock jumps (s) if somebody else ran.
KINDS = {
    "primes": (count_primes, 50, 150_000, 0.001),
    "hashing": (hash_blocks, 1, 300, 0.004),
    "compression": (compress_blocks, 1, 800, 0.004),
}


def work(unit, units, kind, size):
    """This unit's share. Its total, the processor time (s) it took, and the stretches in which it really ran."""
    compute, chunk, _, jump = KINDS[kind]
    total = 0
    stretches = []
    processor = time.thread_time()
    began = seen = time.perf_counter()
    for start in range(unit * chunk, size, units * chunk):
        total += compute(start, min(start + chunk, size))
        now = time.perf_counter()
        if now - seen > jump:
            stretches.append((began, seen))
            began = now
        seen = now
    stretches.append((began, seen))
    return unit, total, time.thread_time() - processor, stretches
