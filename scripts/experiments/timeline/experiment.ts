/**
 * Two units work for a while and record themselves when they ran, and on which core: each looks at the clock after every small
 * piece of work, and a jump means that it was switched out. From the slices follow how often one took over where the other
 * had stopped, and how long both ran at the same instant.
 *
 * With the GIL two Python threads never run at once, on however many cores: the slices show the lock going to and fro.
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';

/** Each unit's working time, ms of wall time. */
const DURATION = '100';

export default defineExperiment({
  title: 'Timeline',
  question: 'When do two units really run at the same instant, and when do they take turns?',
  order: 2,
  metrics: {
    units: { label: 'Units that recorded themselves', unit: 'count', better: 'neither', result: true },
    turns: { label: 'Times one unit took over where the other had stopped', unit: 'count', better: 'neither' },
    overlap: { label: 'Time during which both ran', unit: 'ms', better: 'neither' },
    'recording-cost': { label: 'Work with the record ÷ without', unit: 'ratio', better: 'lower' },
  },
  cases: {
    'one-core': { label: 'Both on one core', args: [DURATION], pinning: 'one-core', quick: true },
    'core-each': { label: 'A core for each', args: [DURATION], pinning: 'core-each', quick: true },
  },
  variants: {
    thread: { label: 'threads', kind: 'thread' },
    process: { label: 'processes', kind: 'process' },
  },
  pinning: 'core-each',
  parallel: true,
  timeLimit: 20,
  rounds: 'facts',
});
