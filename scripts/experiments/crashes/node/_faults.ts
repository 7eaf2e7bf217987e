/** How each fault of `_worker.mjs` ends a process, and the error by which it ends a thread whose host lives on. */
const FAULTS: Record<string, { code?: number; signal?: NodeJS.Signals; error?: string }> = {
  exception: { code: 1, error: 'uncaught' },
  'exception-unheard': { code: 1 },
  rejection: { code: 1, error: 'unhandled rejection' },
  exit: { code: 3 },
  abort: { signal: 'SIGABRT' },
  trap: { signal: 'SIGTRAP' },
  'native-fault': { signal: 'SIGSEGV' },
  recursion: { code: 1, error: 'Maximum call stack size exceeded' },
  'out-of-memory': {
    signal: 'SIGABRT',
    error: 'Worker terminated due to reaching memory limit: JS heap out of memory',
  },
  'out-of-memory-arrays': {
    signal: 'SIGABRT',
    error: 'Worker terminated due to reaching memory limit: JS heap out of memory',
  },
  'parent-dies': { signal: 'SIGKILL', code: 3 },
  sigterm: { signal: 'SIGTERM' },
  sigkill: { signal: 'SIGKILL' },
  'endless-loop': { signal: 'SIGKILL' }, // ended by the host
};

/** The fault named on the command line; ends the program where there is none of that name. */
export function chosen() {
  const name = process.argv[2] ?? 'exception';
  const fault = FAULTS[name];
  if (fault) return { name, ...fault };
  console.error(`no fault "${name}"; there are ${Object.keys(FAULTS).join(', ')}`);
  return process.exit(2);
}
