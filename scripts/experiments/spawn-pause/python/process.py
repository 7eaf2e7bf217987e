"""For how long does a loop stand still while it starts a process with subprocess?

python3 process.py [MiB the parent holds] [starts]
"""
import subprocess
import sys

from _loop import measure
from _shared.endings import ending


def start():
    try:
        child = subprocess.Popen(["true"])
    except OSError as failure:
        sys.exit(f"process-1 could not be started: {failure}")

    def is_gone():
        code = child.poll()
        if code:
            sys.exit(f"process-1 {ending(code)}")
        return code is not None

    return is_gone


if __name__ == "__main__":
    measure(start)
