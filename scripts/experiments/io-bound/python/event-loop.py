"""Follows every link of a site whose pages make one wait. One thread waits for many pages at a time.

python3 event-loop.py [pages in flight] [pages] [ms a page takes]
"""
import asyncio
import re
import sys
import time
from statistics import median

from _cost import FIRST_PAGES, cost, print_cost, print_waits
from _site import site


async def fetch(port, path):
    """The paths that a page links to, and when it was waited for."""
    began = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.0\r\n\r\n".encode())
    text = (await reader.read()).decode()
    writer.close()
    return re.findall(r'href="([^"]+)"', text), (path, began, time.perf_counter())


async def main():
    in_flight = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    pages = int(sys.argv[2]) if len(sys.argv) > 2 else 201
    milliseconds = int(sys.argv[3]) if len(sys.argv) > 3 else 10

    with site(pages, in_flight, milliseconds) as port:
        firsts = [await fetch(port, "/0") for _ in range(FIRST_PAGES)]
        before = cost()
        began = time.perf_counter()
        seen = set()
        waits = []
        turns = asyncio.Semaphore(in_flight)

        async def visit(path):
            seen.add(path)
            async with turns:
                links, wait = await fetch(port, path)
            waits.append(wait)
            await asyncio.gather(*(visit(link) for link in links if link not in seen))

        await visit("/0")
        wall = time.perf_counter() - began
        after = cost()

    print_waits(waits, began, in_flight, median(ended - asked for _, (_, asked, ended) in firsts))
    print_cost(len(seen), wall, before, after)


if __name__ == "__main__":
    asyncio.run(main())
