import { defineExperiment } from '../../harness/definition/experiment.ts';

export default defineExperiment({
  title: 'The vanishing race',
  question: 'On which versions of CPython does the textbook race lose updates, and in which spelling?',
  order: 15,
  metrics: {
    lost: { label: 'Updates lost', unit: 'count', better: 'lower' },
    additions: { label: 'Additions made by both threads', unit: 'count', better: 'neither', result: true },
    total: { label: 'The counter at the end', unit: 'count', better: 'neither' },
  },
  cases: { default: { label: 'two threads, 500,000 additions each', args: ['500000'], quick: true } },
  variants: {
    thread: { label: 'c += 1', kind: 'thread' },
    'thread.called': { label: 'c = add_one(c)', kind: 'thread' },
    'thread.locked': { label: 'with lock: c += 1', kind: 'thread' },
  },
  pinning: 'free',
  timeLimit: 20,
  rounds: 'facts',
  runtimes: ['every-python'],
});
