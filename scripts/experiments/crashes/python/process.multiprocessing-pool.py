"""One task in a multiprocessing.Pool of two fails while another one, innocent, is at work. Who gets an answer?

python3 process.multiprocessing-pool.py [fault, see _faults.py]
"""
import multiprocessing
import time

from _faults import FAULTS, chosen, fail


def innocent():
    time.sleep(0.2)
    return "done"


def outcome(result):
    try:
        result.get(timeout=2)
    except multiprocessing.TimeoutError:
        return "never answered"
    except BaseException as error:
        return type(error).__name__
    return "answered"


def main():
    fault = chosen()
    pool = multiprocessing.Pool(2)
    pool.map(time.sleep, [0.1, 0.1], chunksize=1)  # both workers are up
    workers = multiprocessing.active_children()
    bystander = pool.apply_async(innocent)
    worker = pool.apply_async(fail, (fault, ["intact"]))

    innocent_task, faulty_task = outcome(bystander), outcome(worker)
    print(f"innocent task: {innocent_task}, faulty task: {faulty_task}")
    _, code, error = FAULTS[fault]
    # The error came back, or a worker ended as that fault ends it; one that the pool did not see end is still to be waited for.
    for each in workers:
        each.join(0.1)
    print(f"reached = {int(faulty_task == error or code in [each.exitcode for each in workers])}")
    print(f"answered = {int(innocent_task == 'answered')}")
    print(f"reported = {int(faulty_task != 'never answered')}")
    pool.terminate()


if __name__ == "__main__":
    main()
