"""The main thread ticks every 5 ms. Work comes in, and the main thread does it in chunks, ticking in between: how long is
the longest silence?

python3 event-loop.py [jobs] [limit]
"""
import asyncio

from _ticks import arguments, tick_while


async def work():
    jobs, limit = arguments()
    primes = 0
    for _ in range(jobs):
        for number in range(2, limit):
            if number % 500 == 0:
                await asyncio.sleep(0)  # the event loop may do something else now
            divisor = 2
            while divisor * divisor <= number and number % divisor != 0:
                divisor += 1
            if divisor * divisor > number:
                primes += 1
    return primes


if __name__ == "__main__":
    asyncio.run(tick_while("main", work))
