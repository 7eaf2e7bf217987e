"""Messages to a process through a pipe: the bytes are written to the kernel and read from it; records are pickled first.

The process reads a byte of every page of what arrives, or all of it, and answers with a sum.
python3 process.pipe.py [bytes per message, or records] [messages per batch] [page|all|records]
"""
from multiprocessing import Pipe, Process

from _exchange import arguments, make_messages, measure, read
from _shared.children import join_all, watch
from _shared.workers import die_with_parent


def answer(pipe, form):
    die_with_parent()
    receive = pipe.recv if form == "records" else pipe.recv_bytes
    while message := receive():
        pipe.send(read(message, form))


def main():
    size, count, form = arguments()
    messages = make_messages(size, form)
    pipe, workers_end = Pipe()
    worker = Process(target=answer, args=(workers_end, form))
    worker.start()
    watch([worker])
    workers_end.close()  # then this side is told when the process is gone
    send = pipe.send if form == "records" else pipe.send_bytes
    measure(messages, lambda place: send(messages[place]), pipe.recv, count, form)
    send(b"")
    join_all([worker])


if __name__ == "__main__":
    main()
