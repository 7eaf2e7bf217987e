/**
 * Two units count in one variable, and two units take two locks in opposite order. One invocation plays many runs, so
 * that it can say how many counts were lost, how many different totals the same program gave, and how often it stood still.
 *
 * How often each unit counts is left to the program: enough that the two surely run at the same time, which takes far more
 * in C than in Python. `plain` is `c += 1`; it loses nothing in CPython 3.10 to 3.13 with the GIL, though nothing there promises
 * so, and `called` (`c = add_one(c)`) does lose. Node.js has no process variants: its processes share no memory.
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';

export default defineExperiment({
  title: 'Races',
  question: 'What goes wrong when two units change the same memory, and how often?',
  order: 7,
  parallel: true,
  home: true,
  metrics: {
    lost: { label: 'Counts lost, all runs together', unit: 'count', better: 'lower', optional: true },
    outcomes: { label: 'Different totals from the same program', unit: 'count', better: 'lower', optional: true },
    deadlocked: { label: 'Runs that came to a standstill', unit: 'count', better: 'lower', optional: true },
  },
  cases: {
    'ten-runs': { label: 'Ten runs', args: ['10'], quick: true },
  },
  variants: {
    thread: { label: 'threads, plain', kind: 'thread' },
    'thread.called': { label: 'threads, through a function', kind: 'thread', args: ['called'] },
    'thread.atomic': { label: 'threads, atomic', kind: 'thread', args: ['atomic'], languages: ['c', 'node'] },
    'thread.locked': { label: 'threads, locked', kind: 'thread', args: ['locked'] },
    'thread.deadlock': { label: 'threads, two locks', kind: 'thread' },
    process: { label: 'processes, plain', kind: 'process' },
    'process.called': { label: 'processes, through a function', kind: 'process', args: ['called'], quick: false },
    'process.atomic': {
      label: 'processes, atomic',
      kind: 'process',
      args: ['atomic'],
      languages: ['c'],
      quick: false,
    },
    'process.locked': { label: 'processes, locked', kind: 'process', args: ['locked'] },
    'process.deadlock': { label: 'processes, two locks', kind: 'process', quick: false },
  },
  pinning: 'core-each',
  timeLimit: 30,
  rounds: 'facts',
});
