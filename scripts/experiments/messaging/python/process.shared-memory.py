"""Messages to a process through shared memory: nothing is copied, only the place of each message goes through a pipe.

The process reads one byte of every page of what arrives and answers with their sum.
"""
import sys
from multiprocessing import Pipe, Process
from multiprocessing.shared_memory import SharedMemory
from statistics import median
from time import perf_counter

BATCHES = 3
PAGE = 4096
WINDOW = 4


def answer(pipe, memory, size):
    while (place := pipe.recv()) is not None:
        pipe.send(sum(memory.buf[place : place + size : PAGE]))


def exchange(pipe, memory, size, window, count):
    """Seconds to send `count` messages, with at most `window` of them unanswered."""
    pages = len(range(0, size, PAGE))
    start = perf_counter()
    for i in range(count + window):
        if i >= window:
            mark = (i - window) % 256
            assert pipe.recv() == mark * pages, "a message was lost or changed"
        if i < count:
            place = i % window * size
            memory.buf[place : place + size : PAGE] = bytes([i % 256]) * pages
            pipe.send(place)
    return perf_counter() - start


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 65536
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200

    memory = SharedMemory(create=True, size=size * WINDOW)
    memory.buf[: size * WINDOW] = b"x" * size * WINDOW
    pipe, workers_end = Pipe()
    worker = Process(target=answer, args=(workers_end, memory, size))
    worker.start()

    exchange(pipe, memory, size, WINDOW, count)  # warm-up
    latency = median(exchange(pipe, memory, size, 1, count) / count for _ in range(BATCHES))
    seconds = exchange(pipe, memory, size, WINDOW, BATCHES * count)
    pipe.send(None)
    worker.join()
    memory.close()
    memory.unlink()

    print(f"latency = {latency * 1e6:.2f} µs")
    print(f"throughput = {size * BATCHES * count / seconds / 2**20:.1f} MiB/s")
