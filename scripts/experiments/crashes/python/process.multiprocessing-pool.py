"""One task in a multiprocessing.Pool of two fails while another one, innocent, is at work. Who gets an answer?

python3 process.multiprocessing-pool.py [fault, see _faults.py]
"""
import multiprocessing
import sys
import time

from _faults import fail


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
    fault = sys.argv[1] if len(sys.argv) > 1 else "exception"
    pool = multiprocessing.Pool(2)
    pool.map(time.sleep, [0.1, 0.1], chunksize=1)  # both workers are up
    bystander = pool.apply_async(innocent)
    worker = pool.apply_async(fail, (fault, ["intact"]))

    innocent_task, faulty_task = outcome(bystander), outcome(worker)
    print(f"innocent task: {innocent_task}, faulty task: {faulty_task}")
    print(f"answered = {int(innocent_task == 'answered')}")
    print(f"reported = {int(faulty_task != 'never answered')}")
    pool.terminate()


if __name__ == "__main__":
    main()
