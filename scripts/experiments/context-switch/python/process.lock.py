"""Two processes wake each other through two locks: on one core, each hand-over is a context switch.

The figure is half a round trip, so it includes the system calls that ask for the switch, and the interpreter.
python3 process.lock.py [round trips per batch] [pages each side touches] [across: the other side on a second core]
"""
from multiprocessing import get_context

from _hand_over import arguments, measure, report, turns_of_the_other, walk
from _shared.children import join_all, watch
from _shared.workers import die_with_parent, pin_to_core


def answer(ping, pong, turns, size, core):
    die_with_parent()
    pin_to_core(core)
    memory = bytearray(size)
    for _ in range(turns):
        ping.acquire()
        walk(memory)
        pong.release()


def main():
    round_trips, size, core = arguments()
    fork = get_context("fork")  # a direct child, whose switches the system adds to ours
    ping, pong = fork.Lock(), fork.Lock()
    ping.acquire()
    pong.acquire()
    other = fork.Process(target=answer, args=(ping, pong, turns_of_the_other(round_trips), size, core))
    other.start()
    watch([other])
    figures = measure(round_trips, size, ping.release, pong.acquire)
    join_all([other])
    report(*figures)


if __name__ == "__main__":
    main()
