import type { Metric } from '../../../src/measurement/vocabulary.ts';
import { defineExperiment } from '../../harness/definition/experiment.ts';
import { cases } from './_cases.ts';

/** What is seen afterwards, in a program whose host lived to tell. */
const seen = (label: string, better: Metric['better'] = 'neither'): Metric => ({
  label,
  unit: 'count',
  better,
  optional: true,
});

export default defineExperiment({
  title: 'Crashes',
  question: 'When one worker fails, who is still there afterwards?',
  order: 8,
  home: true,
  metrics: {
    reached: seen('The ending was the one this fault gives (the control)'),
    'fault-signal': seen('The signal that this fault ends a process with'),
    'fault-code': seen('The code that this fault ends a process with'),
    gone: seen('The worker was gone, or could be ended from outside', 'higher'),
    'worker-code': seen("The worker's exit code"),
    'worker-signal': seen('The signal that killed the worker'),
    bystander: seen('The other worker went on', 'higher'),
    intact: seen("The other worker's data was intact", 'higher'),
    noticed: seen('The other worker could tell that whoever had started it was gone'),
    answered: seen('The innocent task in the pool was answered', 'higher'),
    reported: seen('The caller was told of the faulty task', 'higher'),
  },
  noResult: 'a run proves itself by its ending, which has to be the one that its fault gives',
  cases,
  variants: {
    thread: { label: 'thread', kind: 'thread' },
    process: { label: 'process', kind: 'process' },
    'thread.pool': { label: 'ThreadPoolExecutor', kind: 'thread', languages: ['python'], quick: false },
    'process.pool': { label: 'ProcessPoolExecutor', kind: 'process', languages: ['python'] },
    'process.multiprocessing-pool': {
      label: 'multiprocessing.Pool',
      kind: 'process',
      languages: ['python'],
      quick: false,
    },
  },
  pinning: 'free',
  timeLimit: 15,
  rounds: 'endings',
  mayDie: true,
});
