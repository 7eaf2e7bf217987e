"""Two threads hand a byte back and forth through two pipes: on one core, each hand-over is a context switch.

The figure is half a round trip, so it includes the system calls that ask for the switch, and the interpreter.
python3 thread.py [round trips per batch] [pages each side touches] [across: the other side on a second core]
"""
import os
from threading import Thread

from _hand_over import arguments, measure, report, walk
from _shared.workers import pin_to_core, watch_threads


def answer(ping, pong, size, core):
    pin_to_core(core)
    memory = bytearray(size)
    while os.read(ping, 1) == b"?":
        walk(memory)
        os.write(pong, b"!")


def main():
    round_trips, size, core = arguments()
    ping_end, ping = os.pipe()
    pong, pong_end = os.pipe()
    watch_threads()
    other = Thread(target=answer, args=(ping_end, pong_end, size, core))
    other.start()
    figures = measure(round_trips, size, lambda: os.write(ping, b"?"), lambda: os.read(pong, 1))
    os.write(ping, b".")
    other.join()
    report(*figures)


if __name__ == "__main__":
    main()
