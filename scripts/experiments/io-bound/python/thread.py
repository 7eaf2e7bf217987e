"""Follows every link of a site whose pages make one wait. Each thread waits for one page at a time.

python3 thread.py [pages in flight] [pages] [ms a page takes]
"""
import queue
import re
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from _cost import cost, print_cost, print_waits, time_first_page
from _site import site


def fetch(port, path):
    """The paths that a page links to, and when it was waited for."""
    began = time.perf_counter()
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
        text = connection.makefile("rb").read().decode()
    return re.findall(r'href="([^"]+)"', text), (path, began, time.perf_counter())


def main():
    in_flight = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    pages = int(sys.argv[2]) if len(sys.argv) > 2 else 201
    milliseconds = int(sys.argv[3]) if len(sys.argv) > 3 else 10

    with site(pages, in_flight, milliseconds) as port:
        created = time.perf_counter()
        all_started = Barrier(in_flight + 1)
        with ThreadPoolExecutor(in_flight, initializer=all_started.wait) as pool:
            for _ in range(in_flight):
                pool.submit(int)  # a pool may start a worker only when there is something to do
            all_started.wait()
            started = time.perf_counter() - created

            first = time_first_page(lambda: pool.submit(fetch, port, "/0").result())
            before = cost()
            began = time.perf_counter()
            seen = set()
            answers = queue.SimpleQueue()

            def visit(path):
                seen.add(path)
                pool.submit(fetch, port, path).add_done_callback(answers.put)

            visit("/0")
            waits = []
            while len(waits) < len(seen):
                links, wait = answers.get().result()
                waits.append(wait)
                for link in links:
                    if link not in seen:
                        visit(link)
            wall = time.perf_counter() - began
            after = cost()

    print_waits(waits, began, in_flight, first)
    print(f"start = {started * 1000:.3f} ms")
    print_cost(len(seen), wall, before, after)


if __name__ == "__main__":
    main()
