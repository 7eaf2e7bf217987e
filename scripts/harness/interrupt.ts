/** A wish to stop, asked between rounds: first politely, then at once. */
export interface Interrupt {
  /** Finish the round, save, stop. */
  readonly stopping: boolean;
  /** Called when the wish becomes "at once". */
  onAbort(abort: () => void): void;
}

export const uninterrupted: Interrupt = { stopping: false, onAbort: () => {} };

/**
 * Ctrl-C once finishes the round, twice stops at once; SIGTERM and a closed terminal (SIGHUP) stop at once too.
 * @param notice told once, when the first Ctrl-C was heard
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
  const heard = { SIGINT: soften, SIGTERM: abort, SIGHUP: abort };
  for (const [signal, listener] of Object.entries(heard)) process.on(signal, listener);
  return {
    get stopping() {
      return state.stopping;
    },
    onAbort: (each) => aborts.push(each),
    release: () => {
      for (const [signal, listener] of Object.entries(heard)) process.off(signal, listener);
    },
  };
}
