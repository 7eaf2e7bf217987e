"""Found on PYTHONPATH before a program is run: no executable that it wants to start can be started.

CPython starts them with vfork, in whose place no function of a preloaded library can stand.
"""
import _posixsubprocess
import os


def refuse(*_, **__):
    raise BlockingIOError(11, "Resource temporarily unavailable")


_posixsubprocess.fork_exec = refuse
os.posix_spawn = refuse
