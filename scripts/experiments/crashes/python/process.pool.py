"""One task in a pool of two processes fails while another one, innocent, is at work. Who gets an answer?

python3 process.pool.py [fault, see _faults.py]
"""
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor, TimeoutError

from _faults import FAULTS, chosen, fail


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
    pool = ProcessPoolExecutor(2)
    list(pool.map(time.sleep, [0.1, 0.1]))  # both workers are up
    workers = multiprocessing.active_children()
    bystander = pool.submit(innocent)
    worker = pool.submit(fail, fault, ["intact"])

    innocent_task, faulty_task = outcome(bystander), outcome(worker)
    print(f"innocent task: {innocent_task}, faulty task: {faulty_task}")
    _, code, error = FAULTS[fault]
    # The error came back, or a worker ended as that fault ends it; one that the pool did not see end is still to be waited for.
    for each in workers:
        each.join(0.1)
    print(f"reached = {int(faulty_task == error or code in [each.exitcode for each in workers])}")
    print(f"answered = {int(innocent_task == 'answered')}")
    print(f"reported = {int(faulty_task != 'never answered')}")
    pool.shutdown()


if __name__ == "__main__":
    main()
