"""What a program and the processes it started have cost so far, told by Linux: processor time and memory."""
import glob
import os


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


def print_waits(waits, start):
    """When each page of a small site was waited for."""
    for path, began, ended in waits if len(waits) <= 50 else []:
        print(f"slice page-{path.strip('/')} io {(began - start) * 1000:.3f} {(ended - start) * 1000:.3f}")
