"""Messages to a thread through a pipe, as if it were a process: the bytes are written to the kernel and read from it.

The thread reads a byte of every page of what arrives, or all of it, and answers with a sum.
python3 thread.pipe.py [bytes per message, or records] [messages per batch] [page|all|records]
"""
from multiprocessing import Pipe
from threading import Thread

from _exchange import arguments, make_messages, measure, read
from _shared.workers import watch_threads


def answer(pipe, form):
    receive = pipe.recv if form == "records" else pipe.recv_bytes
    while message := receive():
        pipe.send(read(message, form))


def main():
    size, count, form = arguments()
    messages = make_messages(size, form)
    pipe, workers_end = Pipe()
    watch_threads()
    worker = Thread(target=answer, args=(workers_end, form))
    worker.start()
    send = pipe.send if form == "records" else pipe.send_bytes
    measure(messages, lambda place: send(messages[place]), pipe.recv, count, form)
    send(b"")
    worker.join()


if __name__ == "__main__":
    main()
