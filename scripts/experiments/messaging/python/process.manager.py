"""Messages to a process through a manager's queues: they lie in a third process, which both sides ask through sockets.

The process reads a byte of every page of what arrives, or all of it, and answers with a sum.
python3 process.manager.py [bytes per message, or records] [messages per batch] [page|all|records]
"""
import signal
from multiprocessing import Process
from multiprocessing.managers import SyncManager

from _exchange import arguments, make_messages, measure, read
from _shared.children import join_all, start_and_watch, watch
from _shared.endings import stop, stop_if_refused
from _shared.workers import die_with_parent


def answer(inbox, outbox, form):
    die_with_parent()
    try:
        while (message := inbox.get()) is not None:
            outbox.put(read(message, form))
    except (EOFError, ConnectionError):
        pass  # the manager has died, as the main process says


def started_manager():
    manager = SyncManager()
    try:
        manager.start(die_with_parent)
    except EOFError as failure:  # its process died before it had said where it listens
        stop_if_refused(failure)
        manager._process.join()
        stop([], manager._process)
    watch([manager._process])
    return manager


def main():
    size, count, form = arguments()
    messages = make_messages(size, form)
    with started_manager() as manager:
        inbox, outbox = manager.Queue(), manager.Queue()
        worker = Process(target=answer, args=(inbox, outbox, form))
        start_and_watch(worker)
        measure(messages, lambda place: inbox.put(messages[place]), outbox.get, count, form)
        inbox.put(None)
        join_all([worker])
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # now the manager may end, too


if __name__ == "__main__":
    main()
