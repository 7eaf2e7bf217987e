"""How long until a new thread has done its first work, and until it is gone?

python3 thread.py [MiB the parent holds] [starts]
"""
import queue
import resource
import statistics
import sys
import threading
import time


def work(replies):
    replies.put(sum(range(1000)))


def start(replies):
    began = time.perf_counter()
    worker = threading.Thread(target=work, args=(replies,))
    worker.start()
    answer = replies.get()
    ready = time.perf_counter() - began
    worker.join()
    joined = time.perf_counter() - began
    return ready, joined, answer


def main():
    mib = int(sys.argv[1]) if len(sys.argv) > 1 else 64
    starts = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    held = b"x" * (mib * 2**20)  # written to, so that it is really there
    replies = queue.SimpleQueue()

    _, _, answer = start(replies)  # the first one warms up and is not counted
    times = [start(replies) for _ in range(starts)]

    print(f"each worker answered {answer}, the parent held {len(held) >> 20} MiB")
    print(f"resident = {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")
    print(f"ready = {statistics.median(time[0] for time in times) * 1000:.3f} ms")
    print(f"joined = {statistics.median(time[1] for time in times) * 1000:.3f} ms")


if __name__ == "__main__":
    main()
