"""Follows every link of a site whose pages make one wait. It waits for each page before it asks for the next.

python3 sequential.py [pages in flight, always 1] [pages] [ms a page takes]
"""
import re
import socket
import sys
import time

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
    pages = int(sys.argv[2]) if len(sys.argv) > 2 else 201
    milliseconds = int(sys.argv[3]) if len(sys.argv) > 3 else 10

    with site(pages, 1, milliseconds) as port:
        first = time_first_page(lambda: fetch(port, "/0"))
        before = cost()
        began = time.perf_counter()
        seen = ["/0"]
        waits = []
        for path in seen:  # grows as it goes
            links, wait = fetch(port, path)
            waits.append(wait)
            seen += [link for link in links if link not in seen]
        wall = time.perf_counter() - began
        after = cost()

    print_waits(waits, began, 1, first)
    print_cost(len(seen), wall, before, after)


if __name__ == "__main__":
    main()
