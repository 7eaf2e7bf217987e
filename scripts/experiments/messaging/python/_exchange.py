"""Messages there and answers back, checked and timed. The program says how they travel.

A message is so many bytes, of which the receiver reads one of every page or all, or a list of so many records.
"""
import sys
from statistics import median
from time import perf_counter
from zlib import crc32

FEWEST, MARKS, PAGE, WINDOW = 3, 7, 4096, 4  # the first in batches
WARM_UP, LATENCY, THROUGHPUT = 0.05, 0.12, 0.03  # seconds at least


def arguments():
    """Bytes (or records) per message, messages per batch, and what is sent and read: page, all or records."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 65536
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    return size, count, sys.argv[3] if len(sys.argv) > 3 else "page"


def make_messages(size, form):
    if form != "records":
        return [bytearray(b"\1" * size) for _ in range(WINDOW)]
    return [[{"id": n, "name": f"name {n}", "value": n / 2, "tags": ["a", "b"]} for n in range(size)] for _ in range(WINDOW)]


def mark(message, number, form):
    """Makes a message differ from the one before."""
    if form == "records":
        message[0]["value"] = number
    else:
        message[::PAGE] = bytes([number]) * len(range(0, len(message), PAGE))


def read(message, form):
    """What the receiver does with a message: it answers with a sum of what it reads."""
    if form == "records":
        return sum(record["value"] for record in message)
    return crc32(message) if form == "all" else sum(message[::PAGE])


def measure(messages, send, receive, count, form):
    """Prints what it takes to `send` the message of a place, and to `receive` the answer to the oldest one under way."""
    answers = []
    for number in range(MARKS):
        mark(messages[0], number, form)
        answers.append(read(messages[0], form))

    def exchange(window):
        """Seconds for a batch of messages, with at most `window` of them unanswered."""
        start = perf_counter()
        for i in range(count + window):
            if i >= window and receive() != answers[(i - window) % MARKS]:
                sys.exit("a message was lost or changed")
            if i < count:
                mark(messages[i % window], i % MARKS, form)
                send(i % window)
        return perf_counter() - start

    def repeat(window, least):
        """Sends batches for a while. Seconds for a message of the middle one."""
        batches, start = [], perf_counter()
        while len(batches) < FEWEST or perf_counter() - start < least:
            batches.append(exchange(window) / count)
        return median(batches)

    repeat(WINDOW, WARM_UP)
    print(f"latency = {repeat(1, LATENCY) * 1e6:.2f} µs")
    if form != "records":
        print(f"throughput = {len(messages[0]) / repeat(WINDOW, THROUGHPUT) / 2**20:.1f} MiB/s")
    print(f"result = {sum(answers[i % MARKS] for i in range(count)):.0f}")
