"""What processes take, as Linux counts it, in KiB."""
import os
import re
import sys
import time
from collections import namedtuple

# User memory: PSS shares each page among its users, USS is what only they use.
# Kernel memory: page tables, and the kernel's own stack of 16 KiB for each thread.
Memory = namedtuple("Memory", "pss uss rss kernel")


def numbers(path):
    try:
        with open(path) as facts:
            return {name: int(number) for name, number in re.findall(r"^(\w+):\s+(\d+)", facts.read(), re.MULTILINE)}
    except OSError:
        time.sleep(1)  # where processes are watched, the line is rather how this one ended
        sys.exit(f"no {path}: process {path.split('/')[2]} has ended, or this is no Linux of 4.14 or later")


def memory_of(pids):
    """Memory of the processes together."""
    each = []
    for pid in pids:
        user, kernel = numbers(f"/proc/{pid}/smaps_rollup"), numbers(f"/proc/{pid}/status")
        uss = user.get("Private_Clean", 0) + user.get("Private_Dirty", 0)
        each.append((user.get("Pss", 0), uss, user.get("Rss", 0), kernel.get("VmPTE", 0) + 16 * kernel["Threads"]))
    return Memory(*(sum(column) for column in zip(*each)))


def print_resident():
    """The metric `resident`. Linux says what is there now, others only what there was at most."""
    if os.path.exists("/proc/self/status"):
        kibibytes = numbers("/proc/self/status")["VmRSS"]
    else:
        import resource

        kibibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
        print("resident is here the most that this process has ever held")
    print(f"resident = {kibibytes // 1024} MiB")


def settled(pids):
    """Reads until two readings agree: workers go on allocating for a while after they have started."""
    last = memory_of(pids)
    for _ in range(40):
        time.sleep(0.02)
        now = memory_of(pids)
        if abs(now.pss - last.pss) <= 16:
            return now
        last = now
    return last


def family(pid):
    """The process and all that descend from it: Python may add a fork server and a resource tracker."""
    with open(f"/proc/{pid}/task/{pid}/children") as children:
        return [pid] + [member for child in children.read().split() for member in family(int(child))]


def this_family():
    return family(os.getpid())
