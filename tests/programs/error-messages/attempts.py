"""How a mistake is registered, and what two of them need."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

VERSION = sys.version_info[:2]
ATTEMPTS = []


def since(first=(3, 11), last=(3, 99)):
    """Marks a mistake that has this wording in these versions."""

    def mark(attempt):
        if first <= VERSION <= last:
            ATTEMPTS.append(attempt)
        return attempt

    return mark


def in_a_thread(function):
    """Runs it in another thread and raises here what it raised there."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(function).result()


def said_by(program, *options):
    """What a program of its own prints to standard error."""
    command = [sys.executable, *options, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, timeout=30).stderr
