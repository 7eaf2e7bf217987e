/**
 * Idle workers are started until there are as many as asked, or one cannot be had, or a limit is met: 2 GiB of memory that they
 * take, or 2,000 processes. Nothing here exhausts a machine that has as much.
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';

export default defineExperiment({
  title: 'How many fit',
  question: 'How many idle workers fit in 2 GiB, and how much memory does each take, its own and the kernel’s?',
  order: 23,
  quick: false,
  axis: { label: 'workers asked for', unit: 'count', log: true },
  metrics: {
    asked: { label: 'Workers asked for', unit: 'count', better: 'neither', result: true },
    fit: { label: 'Workers that were there at once', unit: 'count', better: 'higher' },
    'user-per-unit': { label: 'User memory each (PSS)', unit: 'KiB', better: 'lower' },
    'kernel-per-unit': { label: "The kernel's memory each: page tables, stacks", unit: 'KiB', better: 'lower' },
  },
  cases: {
    'units-1': { label: '1 worker', args: ['1'], x: 1, quick: true },
    'units-10': { label: '10 workers', args: ['10'], x: 10 },
    'units-100': { label: '100 workers', args: ['100'], x: 100, quick: true },
    'units-1000': { label: '1,000 workers', args: ['1000'], x: 1000, quick: true },
    'units-10000': {
      label: '10,000 workers, but no more than 2,000 processes',
      args: ['10000'],
      x: 10_000,
      languages: ['python', 'c'],
    },
  },
  variants: {
    thread: { label: 'thread', kind: 'thread' },
    process: { label: 'process', kind: 'process' },
  },
  pinning: 'free',
  timeLimit: 60,
  rounds: 'facts',
});
