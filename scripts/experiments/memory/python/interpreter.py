"""How much more memory does each sub-interpreter cost? A figure that counts shared pages once needs PSS (Linux).

python3.14 interpreter.py [workers] [MiB of their own] [MiB of the parent]
"""
import os
import queue
import re
import sys
import threading
import time
from concurrent import interpreters


def hold(own):
    global mine
    mine = b"x" * (own * 2**20)  # written to, so that it is really there
    return len(mine)


def work(ready, stop, own):
    interpreter = interpreters.create()
    ready.put(interpreter.call(hold, own))
    stop.wait()
    interpreter.close()


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


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    own = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    parent = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    if not os.path.exists("/proc/self/smaps_rollup"):
        sys.exit("Expected /proc/self/smaps_rollup, which tells PSS; this system has none. Run it on Linux 4.14 or later.")
    held = b"x" * (parent * 2**20)  # written to, so that it is really there
    ready = queue.SimpleQueue()
    stop = threading.Event()

    before = settled([os.getpid()])
    workers = [threading.Thread(target=work, args=(ready, stop, own)) for _ in range(count)]
    for worker in workers:
        worker.start()
    for _ in workers:
        ready.get()
    after = settled([os.getpid()])

    print(f"{count} interpreters in one process of {after[0]} KiB, of which {len(held) >> 10} KiB were held before")
    print(f"pss-per-worker = {(after[0] - before[0]) / count:.1f} KiB")
    print(f"uss-per-worker = {(after[1] - before[1]) / count:.1f} KiB")
    print(f"rss-per-worker = {(after[2] - before[2]) / count:.1f} KiB")

    stop.set()
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    main()
