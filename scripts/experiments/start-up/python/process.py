"""How long until a new process has done its first work, and until it is gone?

python3 process.py [MiB the parent holds] [starts] [fork|spawn|forkserver]
"""
import multiprocessing
import sys

from _shared.endings import ending
from _start import measure


def work(replies):
    replies.send(sum(range(1000)))


def main():
    method = sys.argv[3] if len(sys.argv) > 3 else multiprocessing.get_start_method()
    context = multiprocessing.get_context(method)

    def prepare():
        replies, workers_end = context.Pipe(duplex=False)
        worker = context.Process(target=work, args=(workers_end,))

        def start():
            worker.start()
            workers_end.close()  # then this side is told when the process is gone

        def answer():
            try:
                return replies.recv()
            except EOFError:
                worker.join()
                sys.exit(f"process-1 {ending(worker.exitcode)} before it had answered")

        return start, answer, worker.join

    measure(prepare)


if __name__ == "__main__":
    main()
