"""Messages to a process through a queue: every message is pickled, written to a pipe, read and unpickled.

The process reads a byte of every page of what arrives, or all of it, and answers with a sum.
python3 process.py [bytes per message, or records] [messages per batch] [page|all|records]
"""
from multiprocessing import Process, Queue

from _exchange import arguments, make_messages, measure, read
from _shared.children import join_all, watch
from _shared.workers import die_with_parent


def answer(inbox, outbox, form):
    die_with_parent()
    while (message := inbox.get()) is not None:
        outbox.put(read(message, form))


def main():
    size, count, form = arguments()
    messages = make_messages(size, form)
    inbox, outbox = Queue(), Queue()
    worker = Process(target=answer, args=(inbox, outbox, form))
    worker.start()
    watch([worker])
    measure(messages, lambda place: inbox.put(messages[place]), outbox.get, count, form)
    inbox.put(None)
    join_all([worker])


if __name__ == "__main__":
    main()
