"""Messages to a thread through a queue: only a reference travels, so a large message costs no more than a small one.

The thread reads a byte of every page of what arrives, or all of it, and answers with a sum.
python3 thread.py [bytes per message, or records] [messages per batch] [page|all|records]
"""
from queue import Queue
from threading import Thread

from _exchange import arguments, make_messages, measure, read
from _shared.workers import watch_threads


def answer(inbox, outbox, form):
    while (message := inbox.get()) is not None:
        outbox.put(read(message, form))


def main():
    size, count, form = arguments()
    messages = make_messages(size, form)
    inbox, outbox = Queue(), Queue()
    watch_threads()
    worker = Thread(target=answer, args=(inbox, outbox, form))
    worker.start()
    measure(messages, lambda place: inbox.put(messages[place]), outbox.get, count, form)
    inbox.put(None)
    worker.join()


if __name__ == "__main__":
    main()
