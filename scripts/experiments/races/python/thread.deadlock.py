"""Two threads take two locks, each the other one first: now and then both wait for ever.

python3 thread.deadlock.py [runs] [opposite or same order] [transfers of each thread]
"""
from threading import Barrier, Lock, Thread

from _accounts import arguments, move_money, print_standstills
from _shared.workers import pin_to_core


def work(mine, start, *bank):
    pin_to_core(mine)
    start.wait()
    move_money(mine, *bank)


def run(order, transfers):
    start, locks = Barrier(2), [Lock(), Lock()]
    balances, waiting, stuck = [0, 0], [False, False], [False, False]
    workers = [
        Thread(target=work, args=(mine, start, locks, balances, waiting, stuck, order, transfers)) for mine in (0, 1)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return any(stuck)


if __name__ == "__main__":
    runs, order, transfers = arguments()
    print_standstills(sum(run(order, transfers) for _ in range(runs)), runs)
