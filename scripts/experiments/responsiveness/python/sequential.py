"""The main thread ticks every 5 ms. Work comes in, and the main thread does it in place: how long is the longest silence?

python3 sequential.py [jobs] [limit]
"""
import asyncio

from _ticks import arguments, do_jobs, tick_while


async def work():
    return do_jobs(*arguments())


if __name__ == "__main__":
    asyncio.run(tick_while("main", work))
