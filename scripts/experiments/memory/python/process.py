"""How much more memory does each process cost? A figure that counts shared pages once needs PSS (Linux).

python3 process.py [workers] [MiB of their own] [MiB of the parent] [fork|spawn|forkserver]
"""
import multiprocessing
import os
import re
import sys
import time


def work(ready, stop, own):
    mine = b"x" * (own * 2**20)  # written to, so that it is really there
    ready.put(len(mine))
    stop.wait()
    del mine


def memory(pids):
    """Memory of the processes together, in KiB: PSS shares each page among its users, USS is what only they use."""
    pss = uss = rss = 0
    for pid in pids:
        with open(f"/proc/{pid}/smaps_rollup") as rollup:
            kib = dict(re.findall(r"^(\w+): +(\d+) kB", rollup.read(), re.MULTILINE))
        pss += int(kib["Pss"])
        uss += int(kib["Private_Clean"]) + int(kib["Private_Dirty"])
        rss += int(kib["Rss"])
    return pss, uss, rss


def settled(pids):
    """Reads until two readings agree: workers go on allocating for a while after they have started."""
    last = memory(pids)
    for _ in range(40):
        time.sleep(0.02)
        now = memory(pids)
        if abs(now[0] - last[0]) <= 16:
            return now
        last = now
    return last


def family(pid):
    """The process and all that descend from it: Python may add a fork server and a resource tracker."""
    with open(f"/proc/{pid}/task/{pid}/children") as children:
        return [pid] + [member for child in children.read().split() for member in family(int(child))]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    own = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    parent = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    method = sys.argv[4] if len(sys.argv) > 4 else multiprocessing.get_start_method()
    if not os.path.exists("/proc/self/smaps_rollup"):
        sys.exit("Expected /proc/self/smaps_rollup, which tells PSS; this system has none. Run it on Linux 4.14 or later.")
    held = b"x" * (parent * 2**20)  # written to, so that it is really there
    context = multiprocessing.get_context(method)
    ready = context.SimpleQueue()
    stop = context.Event()

    before = settled([os.getpid()])
    workers = [context.Process(target=work, args=(ready, stop, own)) for _ in range(count)]
    for worker in workers:
        worker.start()
    for _ in workers:
        ready.get()
    after = settled(family(os.getpid()))

    print(f"{count} processes ({method}) and their parent share {after[0]} KiB, of which {len(held) >> 10} KiB were held before")
    print(f"pss-per-worker = {(after[0] - before[0]) / count:.1f} KiB")
    print(f"uss-per-worker = {memory(family(os.getpid())[1:])[1] / count:.1f} KiB")
    print(f"rss-per-worker = {(after[2] - before[2]) / count:.1f} KiB")

    stop.set()
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    main()
