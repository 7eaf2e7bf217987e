"""A fixed amount of pure Python, shared among threads. Each notes when it really ran: under the GIL they take turns.

python3 thread.py [threads] [limit]
"""
import queue
import sys
import threading
import time

CHUNK = 50


def count_primes(start, end):
    primes = 0
    for number in range(max(start, 2), end):
        divisor = 2
        while divisor * divisor <= number and number % divisor != 0:
            divisor += 1
        if divisor * divisor > number:
            primes += 1
    return primes


def work(unit, units, limit):
    primes = 0
    stretches = []
    began = seen = time.perf_counter()
    for start in range(unit * CHUNK, limit, units * CHUNK):
        primes += count_primes(start, min(start + CHUNK, limit))
        now = time.perf_counter()
        if now - seen > 0.001:  # the clock jumped: in between, somebody else ran
            stretches.append((began, seen))
            began = now
        seen = now
    stretches.append((began, seen))
    return primes, stretches


def run(unit, units, limit, all_started, answers):
    all_started.wait()
    answers.put((unit, *work(unit, units, limit)))


def main():
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    limit = int(sys.argv[2]) if len(sys.argv) > 2 else 60_000

    created = time.perf_counter()
    all_started = threading.Barrier(units)
    answers = queue.SimpleQueue()
    workers = [
        threading.Thread(target=run, args=(unit, units, limit, all_started, answers)) for unit in range(units)
    ]
    for worker in workers:
        worker.start()
    results = [answers.get() for _ in workers]
    for worker in workers:
        worker.join()
    joined = time.perf_counter()

    stretches = [(unit, began, ended) for unit, _, ran in results for began, ended in ran]
    first = min(began for _, began, _ in stretches)
    wall = max(ended for _, _, ended in stretches) - first
    for unit, began, ended in stretches:
        print(f"slice thread-{unit + 1} run {(began - first) * 1000:.3f} {(ended - first) * 1000:.3f}")
    print(f"{sum(primes for _, primes, _ in results)} primes below {limit}")
    print(f"wall = {wall * 1000:.3f} ms")
    print(f"wall-with-start = {(joined - created) * 1000:.3f} ms")
    print(f"running-at-once = {sum(ended - began for _, began, ended in stretches) / wall:.3f}")
    print(f"gil-enabled = {int(getattr(sys, '_is_gil_enabled', lambda: True)())}")


if __name__ == "__main__":
    main()
