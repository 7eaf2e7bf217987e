import { defaultRuntimes } from '../../../src/measurement/runtimes.ts';
import { defineExperiment } from '../../harness/definition/experiment.ts';

const pooled = ['sequential', 'thread', 'process', 'interpreter'];
const started = [...pooled, 'thread.per-task', 'process.per-task'];
/** Sub-interpreters are compared where tasks are small. */
const runtimes = [...defaultRuntimes];

export default defineExperiment({
  title: 'Pools and small tasks',
  question: 'From what size of task on is a pool, or a worker for each task, sooner than a plain loop?',
  order: 13,
  home: true,
  axis: { label: 'size of a task', unit: 'µs', log: true },
  metrics: {
    wall: { label: 'Time for all tasks, the pool already started', unit: 'ms', better: 'lower' },
    'per-task': { label: 'Time per task, the pool already started', unit: 'µs', better: 'lower' },
    overhead: {
      label: 'Time of each core that could do a task, per task, in which none was done',
      unit: 'µs',
      better: 'lower',
    },
    'wall-with-start': {
      label: 'Time for all tasks, with the start and the end of the pool',
      unit: 'ms',
      better: 'lower',
    },
    tasks: { label: 'Tasks that were done', unit: 'count', better: 'neither', result: true },
  },
  cases: {
    'tasks-1': { label: '1 task of about 100 ms', args: ['1', '100000'], x: 100_000, variants: started, runtimes },
    'tasks-10': { label: '10 tasks of about 10 ms', args: ['10', '10000'], x: 10_000, variants: started, runtimes },
    'tasks-100': { label: '100 tasks of about 1 ms', args: ['100', '1000'], x: 1000, variants: pooled, runtimes },
    'tasks-1000': {
      label: '1000 tasks of about 100 µs',
      args: ['1000', '100'],
      x: 100,
      quick: true,
      variants: [...pooled, 'process.chunks', 'process.shared-memory'],
    },
    'tasks-2000': {
      label: '2000 tasks of about 1 µs',
      args: ['2000', '1'],
      x: 1,
      variants: [...pooled, 'process.chunks', 'process.shared-memory'],
    },
  },
  variants: {
    sequential: { label: 'a plain loop', kind: 'sequential', quick: false },
    thread: { label: 'pool of threads', kind: 'thread' },
    process: { label: 'pool of processes', kind: 'process' },
    interpreter: {
      label: 'pool of sub-interpreters',
      kind: 'interpreter',
      languages: ['python'],
      needs: 'sub-interpreters',
      quick: false,
    },
    'process.shared-memory': {
      label: 'pool of processes that take tasks from a shared counter, as threads do',
      kind: 'process',
      languages: ['c'],
      quick: false,
    },
    'process.chunks': {
      label: 'pool of processes, 100 tasks per message',
      kind: 'process',
      args: ['100'],
      languages: ['python'],
      quick: false,
    },
    'thread.per-task': { label: 'a thread for each task', kind: 'thread', quick: false },
    'process.per-task': { label: 'a process for each task', kind: 'process', quick: false },
  },
  pinning: 'core-each',
  timeLimit: 30,
  rounds: 'close-ratios',
});
