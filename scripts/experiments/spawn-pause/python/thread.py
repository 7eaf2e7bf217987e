"""For how long does a loop stand still while it starts a thread?

python3 thread.py [MiB the parent holds] [starts]
"""
from threading import Thread

from _loop import measure
from _shared.workers import watch_threads


def work():
    pass


def start():
    worker = Thread(target=work)
    worker.start()
    return lambda: not worker.is_alive()


if __name__ == "__main__":
    watch_threads()
    measure(start)
