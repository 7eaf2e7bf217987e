"""The main thread ticks every 5 ms. Work comes in, and a thread that waits for it does it: how long is the longest silence?

python3 thread.py [jobs] [limit]
"""
import asyncio
from concurrent.futures import ThreadPoolExecutor

from _shared.workers import pin_to_core
from _ticks import arguments, do_jobs, tick_while


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1, initializer=pin_to_core, initargs=(1,)) as pool:
        await loop.run_in_executor(pool, do_jobs, 1, 2)  # now the thread is there
        await tick_while("thread", lambda: loop.run_in_executor(pool, do_jobs, *arguments()))


if __name__ == "__main__":
    asyncio.run(main())
