/**
 * Units do the same fixed number of steps between them; the cases differ in what a step touches that the others touch too.
 * Processes are the control: the same steps, and nothing is shared. In C and Node.js `nothing`, `line` and
 * `count` run the same instruction on other addresses: a counter each in a cache line of its own, a counter each in one
 * cache line, one counter.
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';

const python = { languages: ['python'] };
/** Without the control, which is measured where nothing is shared and where a counter is. */
const alone = ['sequential', 'thread'];
/** The ends of a curve, where threads can scale. */
const ends = { variants: alone, runtimes: ['cpython-ft', 'c'] };
const compiled = { languages: ['c', 'node'] };

export default defineExperiment({
  title: 'Scaling by what is shared',
  question:
    'How much sooner is work done by two threads that share nothing, a function, an object, a lock or a counter?',
  order: 16,
  quick: false,
  axis: { label: 'units that share the work', unit: 'count', log: false },
  metrics: {
    wall: { label: 'Time for all steps, workers already started', unit: 'ms', better: 'lower' },
    'per-step': { label: 'Processor time of a step', unit: 'ns', better: 'lower' },
    'running-at-once': { label: 'Units running at the same time, on average', unit: 'ratio', better: 'higher' },
    steps: { label: 'Steps that were counted', unit: 'count', better: 'neither', result: true },
  },
  cases: {
    'nothing-1': { label: 'Nothing shared, 1 unit', args: ['1', 'nothing'], x: 1, ...ends },
    'nothing-2': { label: 'Nothing shared, 2 units', args: ['2', 'nothing'], x: 2, quick: true },
    'nothing-4': { label: 'Nothing shared, 4 units', args: ['4', 'nothing'], x: 4, ...ends },
    'function-2': {
      label: 'A function that all call, 2 units',
      args: ['2', 'function'],
      variants: alone,
      quick: true,
      ...python,
    },
    'instance-2': {
      label: 'An instance that all read, 2 units',
      args: ['2', 'instance'],
      variants: alone,
      quick: true,
      ...python,
    },
    'dict-2': {
      label: 'A dict with a key for each, 2 units',
      args: ['2', 'dict'],
      variants: alone,
      quick: true,
      ...python,
    },
    'line-2': {
      label: 'A cache line with a counter for each, 2 units',
      args: ['2', 'line'],
      variants: alone,
      quick: true,
      ...compiled,
    },
    'lock-2': { label: 'A lock, 2 units', args: ['2', 'lock'], variants: alone },
    'count-1': { label: 'A reference count, 1 unit', args: ['1', 'count'], x: 1, ...ends },
    'count-2': { label: 'A reference count, 2 units', args: ['2', 'count'], quick: true },
    'count-4': { label: 'A reference count, 4 units', args: ['4', 'count'], x: 4, ...ends },
  },
  variants: {
    sequential: { label: 'in sequence', kind: 'sequential' },
    thread: { label: 'threads', kind: 'thread' },
    process: { label: 'processes, which share nothing', kind: 'process' },
  },
  pinning: 'core-each',
  parallel: true,
  timeLimit: 20,
  rounds: 'close-ratios',
});
