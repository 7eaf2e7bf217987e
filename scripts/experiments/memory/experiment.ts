import { defineExperiment } from '../../harness/definition/experiment.ts';
import { pythonStartMethods } from '../_shared/start-methods.ts';

/** Every start method where it teaches most; elsewhere the default. */
const main = ['thread', 'process', 'interpreter'];

export default defineExperiment({
  title: 'Memory',
  question: 'How much more memory does each added worker cost, when shared pages are counted once?',
  order: 3,
  home: true,
  axis: { label: 'workers', unit: 'count', log: false },
  metrics: {
    workers: { label: 'Workers that were there', unit: 'count', better: 'neither', result: true },
    written: { label: 'Private memory that the workers wrote to', unit: 'B', better: 'neither', result: true },
    'pss-per-worker': { label: 'Added memory per worker (PSS)', unit: 'KiB', better: 'lower' },
    'uss-per-worker': { label: "Workers' private memory, each (USS)", unit: 'KiB', better: 'lower' },
    'kernel-per-worker': { label: "The kernel's share per worker: page tables, stacks", unit: 'KiB', better: 'lower' },
    'total-per-worker': { label: "Added memory per worker, the kernel's share included", unit: 'KiB', better: 'lower' },
    'rss-per-worker': { label: 'The wrong way: added RSS per worker', unit: 'KiB', better: 'lower' },
  },
  cases: {
    'idle-1': { label: '1 idle worker', args: ['1', '0', '0'], x: 1, variants: main },
    'idle-2': { label: '2 idle workers', args: ['2', '0', '0'], x: 2, variants: main },
    'idle-4': { label: '4 idle workers', args: ['4', '0', '0'], x: 4, quick: true },
    'idle-8': { label: '8 idle workers', args: ['8', '0', '0'], x: 8, variants: main },
    'own-1mib-4': { label: '4 workers with 1 MiB of private memory each', args: ['4', '1', '0'], variants: main },
    // A tenth is what counts: in C, 1 MiB of its own puts a process just there, with 8 MiB the answer is clear.
    'own-8mib-4': { label: '4 workers with 8 MiB of private memory each', args: ['4', '8', '0'], variants: main },
    'large-parent-4': { label: '4 idle workers of a parent of 256 MiB', args: ['4', '0', '256'], variants: main },
  },
  variants: {
    thread: { label: 'thread', kind: 'thread' },
    process: { label: "process, the runtime's default", kind: 'process' },
    ...pythonStartMethods,
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
