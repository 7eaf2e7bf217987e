"""The main thread ticks every 5 ms, before, while and after work is done somewhere. And what the programs take and print."""
import asyncio
import sys
import time

from _shared.primes import count_primes
from _shared.window import print_window


def do_jobs(jobs, limit):
    return sum(count_primes(0, limit) for _ in range(jobs))


def arguments():
    """The number of jobs, and the limit below which each counts primes."""
    return int(sys.argv[1]) if len(sys.argv) > 1 else 1, int(sys.argv[2]) if len(sys.argv) > 2 else 60_000


async def tick(ticks):
    while True:
        ticks.append(time.perf_counter())
        await asyncio.sleep(0.005)


async def tick_while(worker, work):
    """Awaits `work()`, which returns the primes, while the main thread ticks. `worker` is who does the work."""
    ticks = []
    ticker = asyncio.create_task(tick(ticks))
    await asyncio.sleep(0.02)
    began = time.perf_counter()
    primes = await work()
    ended = time.perf_counter()
    await asyncio.sleep(0.02)
    ticker.cancel()

    gaps = sorted(after - before for before, after in zip(ticks, ticks[1:]))
    for at in ticks:
        print(f"slice main mark {(at - ticks[0]) * 1000:.3f} {(at - ticks[0]) * 1000:.3f}")
    print(f"slice {worker} run {(began - ticks[0]) * 1000:.3f} {(ended - ticks[0]) * 1000:.3f}")
    print(f"{primes} primes found")
    print(f"primes = {primes}")
    print(f"ticks = {len(ticks)}")
    print_window(began, ended)
    print(f"worst-gap = {gaps[-1] * 1000:.3f} ms")
    print(f"gap-95 = {gaps[int(len(gaps) * 0.95)] * 1000:.3f} ms")
    print(f"wall = {(ended - began) * 1000:.3f} ms")
