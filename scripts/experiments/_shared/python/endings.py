"""How processes ended, in one line: those that died, and those that the system refused to make."""
import os
import signal
import sys
from multiprocessing import active_children
from multiprocessing.process import BaseProcess


def ending(code):
    return f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"


def stop(processes, dead, end=None):
    """Ends the program, and the processes that are still there, because of this one's end."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # the others' ends say nothing new
    for other in processes:
        if other.exitcode is None:
            other.kill()
    print(f"{dead.name} {end or ending(dead.exitcode)}", file=sys.stderr, flush=True)
    os._exit(1)


def stop_if_refused(failure):
    """Ends the program if this is the failure of a process's `start`, whose frame knows its name."""
    trace = failure.__traceback__
    while trace is not None:
        process = trace.tb_frame.f_locals.get("self")
        if isinstance(process, BaseProcess) and trace.tb_frame.f_code is BaseProcess.start.__code__:
            reason = "the fork server has ended" if isinstance(failure, EOFError) else failure
            stop(active_children(), process, f"could not be started: {reason}")
        trace = trace.tb_next


def report(kind, failure, trace):
    stop_if_refused(failure)
    sys.__excepthook__(kind, failure, trace)


sys.excepthook = report
