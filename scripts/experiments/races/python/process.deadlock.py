"""Two processes move money between two accounts, one each way. Each locks the account it takes from, then the other:
now and then both hold one lock and wait for the other's for ever. Here they give up after a while, so that it can be counted.
"""
import sys
from multiprocessing import Array, Barrier, Lock, Process

PATIENCE = 0.02  # seconds


def worker(mine, locks, balances, waiting, stuck, order, transfers, start):
    others = 1 - mine
    first, second = (0, 1) if order == "same" else (mine, others)
    start.wait()
    for _ in range(transfers):
        with locks[first]:
            waiting[mine] = True  # holds one lock, wants the other
            if not locks[second].acquire(timeout=PATIENCE):
                stuck[mine] = waiting[others]  # and so does the other process
                return
            balances[mine] -= 1
            balances[others] += 1
            locks[second].release()
            waiting[mine] = False


def run(order, transfers):
    locks = [Lock(), Lock()]
    balances, waiting, stuck = (Array("l", 2, lock=False) for _ in range(3))
    start = Barrier(2)
    workers = [
        Process(target=worker, args=(mine, locks, balances, waiting, stuck, order, transfers, start)) for mine in (0, 1)
    ]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    return any(stuck)


if __name__ == "__main__":
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    order = sys.argv[2] if len(sys.argv) > 2 else "opposite"
    transfers = int(sys.argv[3]) if len(sys.argv) > 3 else 5_000

    deadlocked = sum(run(order, transfers) for _ in range(runs))
    print(f"{deadlocked} of {runs} runs came to a standstill")
    print(f"deadlocked = {deadlocked}")
