"""What the programs take and print."""
import sys

from _shared.window import print_window
from _steps import KINDS


def arguments():
    """The number of units, what they share, and the steps of each."""
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    kind = sys.argv[2] if len(sys.argv) > 2 else "count"
    steps = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000 if kind == "lock" else 3_000_000
    if kind not in KINDS:
        sys.exit(f"expected one of {', '.join(KINDS)}, found {kind}")
    return units, kind, steps // units


def print_results(results):
    first = min(began for _, began, _, _ in results)
    last = max(ended for _, _, ended, _ in results)
    steps = sum(counted for counted, _, _, _ in results)
    ran = sum(processor for _, _, _, processor in results)
    print(f"{steps} steps by {len(results)} units")
    print(f"steps = {steps}")
    print_window(first, last)
    print(f"wall = {(last - first) * 1e3:.3f} ms")
    print(f"per-step = {ran * 1e9 / steps:.3f} ns")
    print(f"running-at-once = {ran / (last - first):.3f}")
