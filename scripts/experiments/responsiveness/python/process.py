"""The main thread ticks every 5 ms. Work comes in, and a process that waits for it does it: how long is the longest
silence?

python3 process.py [jobs] [limit]
"""
import asyncio
from concurrent.futures import ProcessPoolExecutor

from _shared.children import watched
from _shared.workers import die_with_parent, pin_to_core
from _ticks import arguments, do_jobs, tick_while


def start():
    die_with_parent()
    pin_to_core(1)


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(1, initializer=start) as pool, watched(pool):
        await loop.run_in_executor(pool, do_jobs, 1, 2)  # now the process is there
        await tick_while("process", lambda: loop.run_in_executor(pool, do_jobs, *arguments()))


if __name__ == "__main__":
    asyncio.run(main())
