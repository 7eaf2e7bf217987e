/**
 * 256 MiB are filled, then a worker starts, and one side touches a share of them by the page: a forked process gets a copy of
 * each page that either side writes, a thread never does. In Python reading is writing: it changes the count of references in
 * each object that is read, and the collector writes into every container it looks at, unless `gc.freeze` hides it. Node.js
 * has no fork without exec.
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';

const python = { languages: ['python'] };

export default defineExperiment({
  title: 'Copy-on-write',
  question: 'How much of the memory that fork shares is copied once somebody touches it?',
  order: 21,
  quick: false,
  metrics: {
    copied: { label: 'Memory copied because of the touching', unit: 'MiB', better: 'lower' },
    faults: { label: 'Page faults of the side that touched', unit: 'count', better: 'lower' },
    touched: { label: 'Pages or objects touched', unit: 'count', better: 'neither', result: true },
  },
  cases: {
    'child-0': { label: 'the worker touches nothing', args: ['worker', '0'], quick: true },
    'child-10': { label: 'the worker writes to 10 % of 256 MiB', args: ['worker', '10'], quick: true },
    'child-100': { label: 'the worker writes to all of 256 MiB', args: ['worker', '100'], quick: true },
    'parent-100': { label: 'its parent writes to all of 256 MiB', args: ['parent', '100'] },
    'read-list': { label: 'the worker reads a list of 400,000 objects', args: ['read-list'], quick: true, ...python },
    'read-list-frozen': { label: 'the same, after gc.freeze', args: ['read-list', 'frozen'], ...python },
    'collect-list': { label: "the worker's garbage collector runs", args: ['collect-list'], quick: true, ...python },
    'collect-list-frozen': {
      label: 'the same, after gc.freeze',
      args: ['collect-list', 'frozen'],
      quick: true,
      ...python,
    },
    'read-array': {
      label: 'the worker reads an array of the same numbers',
      args: ['read-array'],
      quick: true,
      ...python,
    },
  },
  variants: {
    thread: { label: 'thread', kind: 'thread' },
    process: { label: 'forked process', kind: 'process' },
  },
  pinning: 'free',
  timeLimit: 20,
  rounds: 'facts',
});
