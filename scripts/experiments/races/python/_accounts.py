"""Two accounts, each with a lock, and two units that move money, one each way. Each unit locks the account it takes from,
then the other: now and then both hold one lock and wait for the other's for ever. Here they give up, so that it can be counted.
"""
import sys

PATIENCE = 0.02  # seconds


def arguments():
    """[runs] [opposite or same order] [transfers of each unit]"""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    order = sys.argv[2] if len(sys.argv) > 2 else "opposite"
    transfers = int(sys.argv[3]) if len(sys.argv) > 3 else 5_000
    return runs, order, transfers


def move_money(mine, locks, balances, waiting, stuck, order, transfers):
    others = 1 - mine
    first, second = (0, 1) if order == "same" else (mine, others)
    for _ in range(transfers):
        with locks[first]:
            waiting[mine] = True  # holds one lock, and has not got the other
            got = locks[second].acquire(timeout=PATIENCE)
            stuck[mine] = not got and waiting[others]  # each waits for what the other holds
            waiting[mine] = False
            if not got:
                return
            balances[mine] -= 1
            balances[others] += 1
            locks[second].release()


def print_standstills(deadlocked, runs):
    print(f"{deadlocked} of {runs} runs came to a standstill")
    print(f"runs = {runs}")
    print(f"deadlocked = {deadlocked}")
