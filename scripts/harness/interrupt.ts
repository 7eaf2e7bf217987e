/** A request to stop, checked between rounds: the first one finishes the round, the second stops at once. */
import { isatty } from 'node:tty';

export interface Interrupt {
  /** Finish the round, save, stop. */
  readonly stopping: boolean;
  /** Called when the request becomes "at once". */
  onAbort(abort: () => void): void;
}

export const uninterrupted: Interrupt = { stopping: false, onAbort: () => {} };

/** ms between two checks of who the parent process is. */
const PARENT_POLL = 500;

/**
 * Ctrl-C once finishes the round, twice stops at once. At once stop too: SIGTERM; the end of whoever started this, so
 * that killing npm or the shell ends the measuring; an output that is gone (`| head -1`, a closed terminal); and a
 * hang-up, unless there is no terminal to hang up.
 *
 * Node.js forgets at its start that a signal was ignored. So `nohup` is recognised by what it leaves: no terminal on any
 * of the three streams, and its path in `_`, where shells put the command's.
 *
 * @param notice called once, when the first Ctrl-C was heard
 */
export function interruptBySignals(notice: () => void): Interrupt & { release(): void } {
  const state = { stopping: false };
  const aborts: (() => void)[] = [];
  const abort = () => {
    state.stopping = true;
    for (const each of aborts) each();
  };
  const soften = () => {
    if (state.stopping) return abort();
    state.stopping = true;
    notice();
  };
  const attended = [0, 1, 2].some((stream) => isatty(stream));
  const heard = { SIGINT: soften, SIGTERM: abort, SIGHUP: () => attended && abort() };
  for (const [signal, listener] of Object.entries(heard)) process.on(signal, listener);

  const parent = process.ppid;
  const meantToStay = process.env._?.endsWith('/nohup') === true;
  const watch = setInterval(() => {
    if (process.ppid !== parent && !meantToStay) abort();
  }, PARENT_POLL).unref();

  // They stay after `release`, because the last lines must not fail either.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', abort);
  return {
    get stopping() {
      return state.stopping;
    },
    onAbort: (each) => aborts.push(each),
    release: () => {
      clearInterval(watch);
      for (const [signal, listener] of Object.entries(heard)) process.off(signal, listener);
    },
  };
}
