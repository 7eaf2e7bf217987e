"""Two processes take two locks, each the other one first: now and then both wait for ever.

python3 process.deadlock.py [runs] [opposite or same order] [transfers of each process]
"""
from multiprocessing import Array, Barrier, Lock, Process

from _accounts import arguments, move_money, print_standstills
from _shared.children import join_all
from _shared.workers import die_with_parent, pin_to_core


def work(mine, start, *bank):
    die_with_parent()
    pin_to_core(mine)
    start.wait()
    move_money(mine, *bank)


def run(order, transfers):
    start, locks = Barrier(2), [Lock(), Lock()]
    balances, waiting, stuck = (Array("l", 2, lock=False) for _ in range(3))
    workers = [
        Process(target=work, args=(mine, start, locks, balances, waiting, stuck, order, transfers)) for mine in (0, 1)
    ]
    for worker in workers:
        worker.start()
    join_all(workers)
    return any(stuck)


if __name__ == "__main__":
    runs, order, transfers = arguments()
    print_standstills(sum(run(order, transfers) for _ in range(runs)), runs)
