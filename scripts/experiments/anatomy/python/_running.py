"""Who runs a file: what /proc says of the processes there are."""
import pathlib


def running(program):
    """How many processes run the file; on Linux only."""
    count = 0
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            count += str(program).encode() in (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            pass  # it has ended meanwhile
    return count
