"""The same counter, with a lock around each addition. Is every addition there at the end?

python3 thread.locked.py [additions of each thread]
"""
import sys
import threading

count = 0
start = threading.Barrier(2)
lock = threading.Lock()


def add(times):
    global count
    start.wait()  # so that neither is done before the other begins
    for _ in range(times):
        with lock:
            count += 1


def main():
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 500_000
    workers = [threading.Thread(target=add, args=(times,), daemon=True) for _ in range(2)]
    try:
        for worker in workers:
            worker.start()
    except RuntimeError as failure:
        sys.exit(f"{worker.name} could not be started: {failure}")
    for worker in workers:
        worker.join()

    gil = "with" if getattr(sys, "_is_gil_enabled", lambda: True)() else "without"
    print(f"{sys.implementation.name} {sys.version.split()[0]} {gil} a global interpreter lock")
    print(f"additions = {2 * times}")
    print(f"total = {count}")
    print(f"lost = {2 * times - count}")


if __name__ == "__main__":
    main()
