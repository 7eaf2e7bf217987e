"""Messages to a thread through a queue: only a reference travels, so a large message costs no more than a small one.

The thread reads one byte of every page of what arrives and answers with their sum.
"""
import sys
from queue import Queue
from statistics import median
from threading import Thread
from time import perf_counter

BATCHES = 3
PAGE = 4096
WINDOW = 4


def answer(inbox, outbox):
    while (message := inbox.get()) is not None:
        outbox.put(sum(message[::PAGE]))


def exchange(inbox, outbox, messages, count):
    """Seconds to send `count` messages, with at most one of each of `messages` unanswered."""
    pages = len(messages[0][::PAGE])
    start = perf_counter()
    for i in range(count + len(messages)):
        if i >= len(messages):
            mark = (i - len(messages)) % 256
            assert outbox.get() == mark * pages, "a message was lost or changed"
        if i < count:
            message = messages[i % len(messages)]
            message[::PAGE] = bytes([i % 256]) * pages
            inbox.put(message)
    return perf_counter() - start


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 65536
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200

    inbox, outbox = Queue(), Queue()
    worker = Thread(target=answer, args=(inbox, outbox))
    worker.start()

    several = [bytearray(b"x" * size) for _ in range(WINDOW)]
    one = several[:1]
    exchange(inbox, outbox, several, count)  # warm-up
    latency = median(exchange(inbox, outbox, one, count) / count for _ in range(BATCHES))
    seconds = exchange(inbox, outbox, several, BATCHES * count)
    inbox.put(None)
    worker.join()

    print(f"latency = {latency * 1e6:.2f} µs")
    print(f"throughput = {size * BATCHES * count / seconds / 2**20:.1f} MiB/s")
