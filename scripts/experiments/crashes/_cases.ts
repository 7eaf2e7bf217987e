/** The faults: one case each, named as the programs know it. */
import type { Experiment, ExperimentCase } from '../../harness/definition/experiment.ts';

interface Fault extends Pick<ExperimentCase, 'label'> {
  /** Languages that have it; absent: all. */
  in?: ExperimentCase['languages'];
  /** False where the pools of Python are not asked as well. */
  pools?: false;
  quick?: false;
}

const FAULTS: Record<string, Fault> = {
  exception: { label: 'uncaught exception', in: ['node', 'python', 'perl'] },
  'exception-unheard': { label: 'uncaught exception, and the host does not listen', in: ['node'] },
  rejection: { label: 'unhandled promise rejection', in: ['node'] },
  exit: { label: "the language's exit" },
  'hard-exit': { label: 'exit without clean-up (_exit)', in: ['python', 'c', 'perl'] },
  abort: { label: 'abort' },
  segfault: { label: 'wild pointer (segmentation fault)', in: ['python', 'c', 'perl'] },
  trap: { label: 'breakpoint instruction (SIGTRAP)', in: ['node'] },
  'native-fault': { label: 'null pointer in a native addon', in: ['node'] },
  'cpp-exception': { label: 'uncaught exception of C++ (std::terminate)', in: ['c'] },
  'illegal-instruction': { label: 'illegal instruction', in: ['c'] },
  'division-by-zero': { label: 'integer division by zero', in: ['python', 'c', 'perl'], pools: false },
  recursion: { label: "endless recursion, to the runtime's limit", in: ['node', 'python'], pools: false },
  'stack-overflow': { label: 'stack overflow, no limit of the runtime in the way', in: ['python', 'c'], pools: false },
  'out-of-memory': { label: 'memory exhausted, up to a set limit' },
  'out-of-memory-arrays': { label: 'memory exhausted by filled arrays', in: ['node'] },
  'bus-error': { label: 'a mapped file cut short (bus error)', in: ['python', 'c'] },
  'lock-plain': { label: 'ends while it holds a lock', in: ['python', 'c'], pools: false, quick: false },
  'lock-robust': { label: 'ends while it holds a robust lock', in: ['c'] },
  'double-free': { label: 'memory freed twice', in: ['c'] },
  'parent-dies': {
    label: 'had started the other one, and ends (a process: is killed)',
    in: ['node', 'python', 'c'],
    pools: false,
  },
  sigterm: { label: 'asked to end (SIGTERM)', pools: false },
  sigkill: { label: 'killed (SIGKILL)' },
  overwrite: { label: "writes over the other's data", in: ['python', 'c'], pools: false },
  'endless-loop': { label: 'endless loop', pools: false },
};

export const cases: Experiment['cases'] = Object.fromEntries(
  Object.entries(FAULTS).map(([fault, { label, in: languages, pools = true, quick = true }]) => [
    fault,
    {
      label,
      args: [fault],
      ...(quick ? { quick } : {}),
      ...(languages ? { languages } : {}),
      ...(pools ? {} : { variants: ['thread', 'process'] }),
    },
  ]),
);
