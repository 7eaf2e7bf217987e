"""What the programs take and print: who ran when, and how long the whole work took."""
import sys

from _shared.window import print_window
from _work import KINDS

WORDS = {
    "primes": "{total} primes below {size}",
    "hashing": "{size} blocks hashed, the first bytes add up to {total}",
    "compression": "{size} blocks compressed, to {total} bytes in all",
}
RESULTS = {"primes": "primes", "hashing": "hashes", "compression": "compressed"}


def arguments():
    """The number of units, the kind of work and its size."""
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    kind = sys.argv[2] if len(sys.argv) > 2 else "primes"
    if kind not in KINDS:
        sys.exit(f"expected one of {', '.join(KINDS)}, found {kind}")
    return units, kind, int(sys.argv[3]) if len(sys.argv) > 3 else KINDS[kind][2]


def print_results(name, kind, size, results, with_start):
    stretches = [(unit, began, ended) for unit, _, _, ran in results for began, ended in ran]
    first = min(began for _, began, _ in stretches)
    last = max(ended for _, _, ended in stretches)
    for unit, began, ended in stretches:
        who = name if name == "main" else f"{name}-{unit + 1}"
        print(f"slice {who} run {(began - first) * 1000:.3f} {(ended - first) * 1000:.3f}")
    total = sum(part for _, part, _, _ in results)
    print(WORDS[kind].format(total=total, size=size))
    print(f"{RESULTS[kind]} = {total}")
    print_window(first, last)
    print(f"wall = {(last - first) * 1000:.3f} ms")
    print(f"wall-with-start = {with_start * 1000:.3f} ms")
    print(f"running-at-once = {sum(ran for _, _, ran, _ in results) / (last - first):.3f}")
    print(f"gil-enabled = {int(getattr(sys, '_is_gil_enabled', lambda: True)())}")
