/**
 * Two units count in one variable, and two units take two locks in opposite order. One invocation plays many runs, so
 * that it can say how many counts were lost, how many different totals the same program gave, and how often it stood still.
 *
 * Each unit counts equally often in every form of a language; `additions` says how often in all, so that `lost` has something to
 * be a part of. `plain` is `c += 1`; it loses nothing in CPython 3.10 to 3.13 with the GIL, though nothing there promises so, and
 * `called` (`c = add_one(c)`) does lose. Processes that send messages are the control: they share nothing that could be lost.
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';

export default defineExperiment({
  title: 'Races',
  question: 'What goes wrong when two units change the same memory, and how often?',
  order: 7,
  parallel: true,
  home: true,
  metrics: {
    additions: {
      label: 'Counts made, all runs together',
      unit: 'count',
      better: 'neither',
      optional: true,
      result: true,
    },
    runs: { label: 'Runs of two units with two locks', unit: 'count', better: 'neither', optional: true, result: true },
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
    process: { label: 'processes, plain', kind: 'process', languages: ['c', 'python'] },
    'process.called': {
      label: 'processes, through a function',
      kind: 'process',
      args: ['called'],
      languages: ['c', 'python'],
      quick: false,
    },
    'process.atomic': {
      label: 'processes, atomic',
      kind: 'process',
      args: ['atomic'],
      languages: ['c'],
      quick: false,
    },
    'process.locked': {
      label: 'processes, locked',
      kind: 'process',
      args: ['locked'],
      languages: ['c', 'python'],
      quick: false,
    },
    'process.value': {
      label: 'processes, a Value of multiprocessing',
      kind: 'process',
      args: ['value'],
      languages: ['python'],
      quick: false,
    },
    'process.messages': { label: 'processes, messages', kind: 'process' },
    'process.deadlock': { label: 'processes, two locks', kind: 'process', quick: false },
  },
  pinning: 'core-each',
  timeLimit: 30,
  rounds: 'facts',
});
