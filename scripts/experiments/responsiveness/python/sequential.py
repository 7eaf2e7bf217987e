"""The main thread ticks every 5 ms. A job comes in, and the main thread computes it in place: how long is the longest silence?

python3 sequential.py [jobs] [limit]
"""
import asyncio
import sys
import time


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
    primes = count_primes(jobs, limit)
    ended = time.perf_counter()
    await asyncio.sleep(0.02)
    ticker.cancel()

    for at in ticks:
        print(f"slice main mark {(at - ticks[0]) * 1000:.3f} {(at - ticks[0]) * 1000:.3f}")
    print(f"slice main run {(began - ticks[0]) * 1000:.3f} {(ended - ticks[0]) * 1000:.3f}")
    print(f"{jobs} jobs found {primes} primes")
    print(f"ticks = {len(ticks)}")
    print(f"worst-gap = {max(after - before for before, after in zip(ticks, ticks[1:])) * 1000:.3f} ms")
    print(f"wall = {(ended - began) * 1000:.3f} ms")


if __name__ == "__main__":
    asyncio.run(main())
