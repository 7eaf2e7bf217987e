"""Messages to a process through a pipe: the bytes are written to the kernel and read from it, without pickling.

The process reads one byte of every page of what arrives and answers with their sum.
"""
import sys
from multiprocessing import Pipe, Process
from statistics import median
from time import perf_counter

BATCHES = 3
PAGE = 4096
WINDOW = 4


def answer(pipe):
    while message := pipe.recv_bytes():
        pipe.send(sum(message[::PAGE]))


def exchange(pipe, messages, count):
    """Seconds to send `count` messages, with at most one of each of `messages` unanswered."""
    pages = len(messages[0][::PAGE])
    start = perf_counter()
    for i in range(count + len(messages)):
        if i >= len(messages):
            mark = (i - len(messages)) % 256
            assert pipe.recv() == mark * pages, "a message was lost or changed"
        if i < count:
            message = messages[i % len(messages)]
            message[::PAGE] = bytes([i % 256]) * pages
            pipe.send_bytes(message)
    return perf_counter() - start


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 65536
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200

    pipe, workers_end = Pipe()
    worker = Process(target=answer, args=(workers_end,))
    worker.start()

    several = [bytearray(b"x" * size) for _ in range(WINDOW)]
    one = several[:1]
    exchange(pipe, several, count)  # warm-up
    latency = median(exchange(pipe, one, count) / count for _ in range(BATCHES))
    seconds = exchange(pipe, several, BATCHES * count)
    pipe.send_bytes(b"")
    worker.join()

    print(f"latency = {latency * 1e6:.2f} µs")
    print(f"throughput = {size * BATCHES * count / seconds / 2**20:.1f} MiB/s")
