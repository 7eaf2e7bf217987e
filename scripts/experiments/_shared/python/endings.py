"""How processes ended, in one line: those that died, and those that the system refused to make."""
import os
import signal
import sys
from multiprocessing import active_children
from multiprocessing.process import BaseProcess


def ending(code):
    return f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"


_SERVICES = {"multiprocessing.forkserver": "the fork server", "multiprocessing.resource_tracker": "the resource tracker"}


def stop(processes, dead, end=None):
    """Ends the program, and the processes that are still there, because of this one's end."""
    _end(processes, f"{dead.name} {end or ending(dead.exitcode)}")


def _end(processes, line):
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # the others' ends say nothing new
    for other in processes:
        if other.exitcode is None:
            other.kill()
    print(line, file=sys.stderr, flush=True)
    os._exit(1)


def stop_if_refused(failure):
    """Ends the program if this is the failure of a start, of which a frame knows what was to be started."""
    trace, service = failure.__traceback__, None
    while trace is not None:
        frame = trace.tb_frame
        process = frame.f_locals.get("self")
        if isinstance(process, BaseProcess) and frame.f_code is BaseProcess.start.__code__:
            reason = "the fork server has ended" if isinstance(failure, EOFError) else failure
            stop(active_children(), process, f"could not be started: {reason}")
        service = _SERVICES.get(frame.f_globals.get("__name__"), service)
        if service and frame.f_code.co_name == "spawnv_passfds":
            _end(active_children(), f"{service} could not be started: {failure}")
        if frame.f_globals.get("__name__") == "subprocess" and frame.f_code.co_name == "_execute_child":
            command = " ".join(os.path.basename(str(word)) for word in frame.f_locals["args"])
            _end(active_children(), f"{command} could not be started: {failure}")
        trace = trace.tb_next


def report(kind, failure, trace):
    stop_if_refused(failure)
    sys.__excepthook__(kind, failure, trace)


sys.excepthook = report
