"""How long until a new interpreter, in a thread of its own, has done its first work, and until it is gone?

python3.14 interpreter.py [MiB the parent holds] [starts]
"""
from concurrent import interpreters
from queue import SimpleQueue
from threading import Thread

from _shared.workers import watch_threads
from _start import measure


def work():
    return sum(range(1000))


def run(replies):
    interpreter = interpreters.create()
    replies.put(interpreter.call(work))
    interpreter.close()


def prepare():
    replies = SimpleQueue()
    worker = Thread(target=run, args=(replies,))
    return worker.start, replies.get, worker.join


if __name__ == "__main__":
    watch_threads()
    measure(prepare)
