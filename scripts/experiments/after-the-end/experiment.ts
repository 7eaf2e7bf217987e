/**
 * Five workers, one after the other, take 64 MiB each and end: what does their process still hold afterwards? A process's
 * memory goes back with it, whatever its allocator thought. A thread's goes back only as far as somebody frees it and the
 * allocator lets go of it.
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';

export default defineExperiment({
  title: 'After the end',
  question: 'What does a program still hold after its workers have ended?',
  order: 22,
  quick: false,
  metrics: {
    held: { label: 'Memory that the first worker added while it lived', unit: 'KiB', better: 'neither' },
    taken: { label: 'Memory that the five workers took', unit: 'B', better: 'neither', result: true },
    'left-once': { label: 'Left after one worker had ended', unit: 'KiB', better: 'lower' },
    left: { label: 'Left after five had ended', unit: 'KiB', better: 'lower' },
  },
  cases: {
    large: { label: '64 MiB in one piece', args: ['large'], quick: true },
    small: { label: '64 MiB in pieces of 1 KiB', args: ['small'], quick: true },
    forgotten: { label: '64 MiB that nobody frees', args: ['forgotten'], quick: true, languages: ['c'] },
    terminated: {
      label: 'ended from outside while it holds 64 MiB',
      args: ['terminated'],
      quick: true,
      languages: ['node', 'c'],
    },
    'terminated-process': {
      label: 'ended from outside while it holds 64 MiB; Python cannot end a thread',
      args: ['terminated'],
      languages: ['python'],
      variants: ['process'],
    },
  },
  variants: {
    thread: { label: 'thread', kind: 'thread' },
    process: { label: 'process', kind: 'process' },
  },
  pinning: 'free',
  timeLimit: 30,
  rounds: 'facts',
});
