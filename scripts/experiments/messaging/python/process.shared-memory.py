"""Messages to a process through shared memory: nothing is copied, only the place of each message goes through a pipe.

The process reads a byte of every page of what arrives, or all of it, and answers with a sum.
python3 process.shared-memory.py [bytes per message] [messages per batch] [page|all]
"""
from multiprocessing import Pipe, Process
from multiprocessing.shared_memory import SharedMemory

from _exchange import WINDOW, arguments, measure, read
from _shared.children import join_all, watch
from _shared.workers import die_with_parent, start_resource_tracker


def places(memory, size):
    return [memory.buf[place * size : (place + 1) * size] for place in range(WINDOW)]


def answer(pipe, memory, size, form):
    die_with_parent()
    messages = places(memory, size)
    while (place := pipe.recv()) is not None:
        pipe.send(read(messages[place], form))
    for message in messages:
        message.release()


def main():
    size, count, form = arguments()
    start_resource_tracker()  # an interpreter of its own, which would otherwise start beside what is timed
    memory = SharedMemory(create=True, size=size * WINDOW)
    try:
        pipe, workers_end = Pipe()
        worker = Process(target=answer, args=(workers_end, memory, size, form))
        worker.start()
        watch([worker])
        workers_end.close()  # then this side is told when the process is gone
        messages = places(memory, size)
        for message in messages:
            message[:] = b"\1" * size
        measure(messages, pipe.send, pipe.recv, count, form)
        pipe.send(None)
        join_all([worker])
        for message in messages:
            message.release()
    finally:
        memory.close()
        memory.unlink()


if __name__ == "__main__":
    main()
