"""How long until a new thread has done its first work, and until it is gone?

python3 thread.py [MiB the parent holds] [starts]
"""
from queue import SimpleQueue
from threading import Thread

from _shared.workers import watch_threads
from _start import measure


def work(replies):
    replies.put(sum(range(1000)))


def prepare():
    replies = SimpleQueue()
    worker = Thread(target=work, args=(replies,))
    return worker.start, replies.get, worker.join


if __name__ == "__main__":
    watch_threads()
    measure(prepare)
