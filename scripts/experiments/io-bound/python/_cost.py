"""What a program and the processes it started have cost so far, as Linux counts it: processor time and memory."""
import glob
import os
import sys
import time
from itertools import accumulate
from statistics import median


def cost(pid="self"):
    """Processor ns and KiB of memory, each shared page counted once (PSS). Leaves out the site's server. None elsewhere."""
    if not os.path.exists("/proc/self/smaps_rollup"):
        return None
    with open(f"/proc/{pid}/cmdline") as command:
        if "_site.py" in command.read():
            return 0, 0
    with open(f"/proc/{pid}/smaps_rollup") as rollup:
        memory = next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
    cpu = 0
    for thread in glob.glob(f"/proc/{pid}/task/*"):
        with open(f"{thread}/schedstat") as times, open(f"{thread}/children") as children:
            cpu += int(times.read().split()[0])
            for child in children.read().split():
                child_cpu, child_memory = cost(child)
                cpu += child_cpu
                memory += child_memory
    return cpu, memory


def print_cost(requests, wall, before, after):
    print(f"wall = {wall * 1000:.3f} ms")
    if after:
        print(f"cpu-per-request = {(after[0] - before[0]) / 1000 / requests:.1f} µs")
        print(f"memory = {after[1]} KiB")


FIRST_PAGES = 9  # how often the first page is asked for, each time when it has come
SHOWN = 50


def time_first_page(ask):
    """Seconds until the first page is there, each time asked for when it has come."""
    times = []
    for _ in range(FIRST_PAGES):
        began = time.perf_counter()
        ask()
        times.append(time.perf_counter() - began)
    return median(times)


def print_waits(waits, start, in_flight, first):
    """The time to the first page, the most pages under way at a time, and when the first fifty were waited for.

    Where fewer were under way than `in_flight`, there is no result.
    """
    # At the same moment an end comes first: its place is free again.
    changes = sorted(change for _, began, ended in waits for change in ((began, 1), (ended, -1)))
    most = max(accumulate(more for _, more in changes))
    possible = min(in_flight, len(waits) - 1)  # all but the first page
    if most < possible:
        sys.exit(f"at most {most} pages were under way at a time, not {possible}")
    for path, began, ended in waits[:SHOWN]:
        print(f"slice page-{path.strip('/')} io {(began - start) * 1000:.3f} {(ended - start) * 1000:.3f}")
    print(f"first-answer = {first * 1000:.3f} ms")
    print(f"most-in-flight = {most}")
    print(f"result = {len(waits)}")
