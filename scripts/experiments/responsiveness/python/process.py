"""The main thread ticks every 5 ms. A job comes in, and a process computes it: how long is the longest silence?

python3 process.py [jobs] [limit]
"""
import asyncio
import sys
import time
from concurrent.futures import ProcessPoolExecutor


def count_primes(jobs, limit):
    primes = 0
    for _ in range(jobs):
        for number in range(2, limit):
            divisor = 2
            while divisor * divisor <= number and number % divisor != 0:
                divisor += 1
            if divisor * divisor > number:
                primes += 1
    return primes


async def tick(ticks):
    while True:
        ticks.append(time.perf_counter())
        await asyncio.sleep(0.005)


async def main():
    jobs = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    limit = int(sys.argv[2]) if len(sys.argv) > 2 else 60_000
    ticks = []
    ticker = asyncio.create_task(tick(ticks))
    await asyncio.sleep(0.02)

    began = time.perf_counter()
    with ProcessPoolExecutor(1) as pool:
        primes = await asyncio.get_running_loop().run_in_executor(pool, count_primes, jobs, limit)
        ended = time.perf_counter()
        await asyncio.sleep(0.02)
        ticker.cancel()

    for at in ticks:
        print(f"slice main mark {(at - ticks[0]) * 1000:.3f} {(at - ticks[0]) * 1000:.3f}")
    print(f"slice process run {(began - ticks[0]) * 1000:.3f} {(ended - ticks[0]) * 1000:.3f}")
    print(f"{jobs} jobs found {primes} primes")
    print(f"ticks = {len(ticks)}")
    print(f"worst-gap = {max(after - before for before, after in zip(ticks, ticks[1:])) * 1000:.3f} ms")
    print(f"wall = {(ended - began) * 1000:.3f} ms")


if __name__ == "__main__":
    asyncio.run(main())
