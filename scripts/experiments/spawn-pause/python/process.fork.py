"""For how long does a loop stand still while it forks, as multiprocessing does with its start method "fork"?

python3 process.fork.py [MiB the parent holds] [starts]
"""
import sys
from multiprocessing import get_context

from _loop import measure
from _shared.endings import ending


def work():
    pass


def start():
    child = get_context("fork").Process(target=work)
    child.start()

    def is_gone():
        code = child.exitcode
        if code:
            sys.exit(f"process-1 {ending(code)}")
        return code is not None

    return is_gone


if __name__ == "__main__":
    measure(start)
