"""Two threads wake each other through two locks: on one core, each hand-over takes a context switch at least.

It takes more where the interpreter has a lock of its own, or where a lock that is taken gives way to others before it sleeps:
the figure is called a switch only where it was one. Half a round trip, so it includes system calls and the interpreter.
python3 thread.lock.py [round trips per batch] [pages each side touches] [across: the other side on a second core]
"""
from threading import Lock, Thread

from _hand_over import arguments, measure, report, turns_of_the_other, walk
from _shared.workers import pin_to_core, watch_threads


def answer(ping, pong, turns, size, core):
    pin_to_core(core)
    memory = bytearray(size)
    for _ in range(turns):
        ping.acquire()
        walk(memory)
        pong.release()


def main():
    round_trips, size, core = arguments()
    ping, pong = Lock(), Lock()
    ping.acquire()
    pong.acquire()
    watch_threads()
    other = Thread(target=answer, args=(ping, pong, turns_of_the_other(round_trips), size, core))
    other.start()
    figures = measure(round_trips, size, ping.release, pong.acquire)
    other.join()
    report(*figures)


if __name__ == "__main__":
    main()
