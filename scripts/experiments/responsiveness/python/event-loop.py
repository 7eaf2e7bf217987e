"""The main thread ticks every 5 ms. Work comes in, and the main thread does it in chunks, ticking in between: how long is
the longest silence?

python3 event-loop.py [jobs] [limit]
"""
import asyncio

from _shared.primes import count_primes
from _ticks import arguments, tick_while

CHUNK = 500


async def work():
    jobs, limit = arguments()
    primes = 0
    for _ in range(jobs):
        for start in range(0, limit, CHUNK):
            primes += count_primes(start, min(start + CHUNK, limit))
            await asyncio.sleep(0)  # the event loop may do something else now
    return primes


if __name__ == "__main__":
    asyncio.run(tick_while("main", work))
