/**
 * From the call that starts a worker to its first answer, and to its end. Each program starts as many workers in every case;
 * `ready` and `joined` are medians of all but the first, which is shown apart: it loads what the later ones find there (the
 * stack that glibc keeps, Python's fork server, what an engine compiles).
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';
import { pythonStartMethods } from '../_shared/start-methods.ts';

export default defineExperiment({
  title: 'Start-up',
  question: 'How long until a new worker has done its first work, and does the size of the parent matter?',
  order: 4,
  home: true,
  axis: { label: 'memory the parent has touched', unit: 'MiB', log: false },
  metrics: {
    ready: { label: 'Time until the parent has the first answer', unit: 'ms', better: 'lower' },
    'first-ready': { label: "Time until the answer of the program's first worker", unit: 'ms', better: 'lower' },
    joined: { label: 'Time until the worker is gone', unit: 'ms', better: 'lower' },
    resident: { label: 'Resident memory of the parent after the starts, the control', unit: 'MiB', better: 'neither' },
    result: { label: 'Answer of a worker', unit: 'count', better: 'neither', result: true },
  },
  cases: {
    'parent-0': { label: 'parent of 0 MiB', args: ['0', '5'], x: 0, quick: true },
    'parent-64': { label: 'parent of 64 MiB', args: ['64', '5'], x: 64 },
    'parent-512': { label: 'parent of 512 MiB', args: ['512', '5'], x: 512 },
  },
  variants: {
    thread: { label: 'thread', kind: 'thread' },
    process: { label: "process, the runtime's default", kind: 'process' },
    ...pythonStartMethods,
    'process.posix-spawn': { label: 'posix_spawn', kind: 'process', languages: ['c'], quick: false },
    'process.advanced': {
      label: 'fork, structured-clone messages',
      kind: 'process',
      args: ['advanced'],
      languages: ['node'],
      quick: false,
    },
    'process.cluster': { label: 'cluster worker', kind: 'process', languages: ['node'], quick: false },
    interpreter: {
      label: 'sub-interpreter',
      kind: 'interpreter',
      languages: ['python'],
      needs: 'sub-interpreters',
      quick: false,
    },
  },
  pinning: 'free',
  timeLimit: 20,
  rounds: 'ratios',
  // A release of Node.js can decide a comparison.
  alsoIn: ['every-node'],
});
