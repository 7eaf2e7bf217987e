/**
 * The same amount of work shared out among one to eight times as many workers as there are cores. Freely, the scheduler
 * only has to keep the cores busy; in fifty steps with a barrier after each, the slowest worker of every step decides.
 *
 * `wall` counts from the moment all workers are ready until the last one's work is done, `total` their start and end too.
 * Cores are those that the program may use.
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';

export default defineExperiment({
  title: 'Too many workers',
  question: 'What do more workers than cores cost, as threads and as processes?',
  order: 14,
  quick: false,
  axis: { label: 'Workers per core', unit: 'count', log: true },
  metrics: {
    wall: { label: 'Time for the work', unit: 'ms', better: 'lower' },
    total: { label: 'Time with starting and ending the workers', unit: 'ms', better: 'lower' },
    result: { label: 'What the workers computed, added up', unit: 'count', better: 'neither', result: true },
  },
  cases: {
    x1: { label: '1 per core', args: ['1', 'free'], x: 1 },
    x4: { label: '4 per core', args: ['4', 'free'], x: 4 },
    x8: { label: '8 per core', args: ['8', 'free'], x: 8 },
    'x1-barrier': { label: '1 per core, in steps', args: ['1', 'barrier'], x: 1 },
    'x4-barrier': { label: '4 per core, in steps', args: ['4', 'barrier'], x: 4, quick: true },
    'x8-barrier': { label: '8 per core, in steps', args: ['8', 'barrier'], x: 8 },
  },
  variants: {
    thread: { label: 'threads', kind: 'thread' },
    process: { label: 'processes', kind: 'process' },
  },
  pinning: 'core-each',
  parallel: true,
  timeLimit: 30,
  rounds: 'close-ratios',
});
