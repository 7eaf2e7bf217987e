"""Messages to a process through a manager's queues: they lie in a third process, which both sides ask through sockets.

The process reads a byte of every page of what arrives, or all of it, and answers with a sum.
python3 process.manager.py [bytes per message, or records] [messages per batch] [page|all|records]
"""
from multiprocessing import Manager, Process

from _exchange import arguments, make_messages, measure, read
from _shared.workers import die_with_parent, watch


def answer(inbox, outbox, form):
    die_with_parent()
    while (message := inbox.get()) is not None:
        outbox.put(read(message, form))


def main():
    size, count, form = arguments()
    messages = make_messages(size, form)
    with Manager() as manager:
        inbox, outbox = manager.Queue(), manager.Queue()
        worker = Process(target=answer, args=(inbox, outbox, form))
        watch([worker])
        worker.start()
        measure(messages, lambda place: inbox.put(messages[place]), outbox.get, count, form)
        inbox.put(None)
        worker.join()


if __name__ == "__main__":
    main()
