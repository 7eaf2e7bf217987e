"""One task in a pool of two threads fails while another one, innocent, is at work. Who gets an answer?

python3 thread.pool.py [fault, see _faults.py]
"""
import time
from concurrent.futures import ThreadPoolExecutor, TimeoutError

from _faults import FAULTS, announce, chosen, fail


def innocent():
    time.sleep(0.2)
    return "done"


def outcome(future):
    try:
        error = future.exception(timeout=2)
    except TimeoutError:
        return "never answered"
    return "answered" if error is None else type(error).__name__


def main():
    fault = chosen()
    announce(fault)
    pool = ThreadPoolExecutor(2)
    list(pool.map(time.sleep, [0.1, 0.1]))  # both workers are up
    bystander = pool.submit(innocent)
    worker = pool.submit(fail, fault, ["intact"])

    innocent_task, faulty_task = outcome(bystander), outcome(worker)
    print(f"innocent task: {innocent_task}, faulty task: {faulty_task}")
    print(f"reached = {int(faulty_task == FAULTS[fault][2])}")
    print(f"answered = {int(innocent_task == 'answered')}")
    print(f"reported = {int(faulty_task != 'never answered')}")
    pool.shutdown()


if __name__ == "__main__":
    main()
