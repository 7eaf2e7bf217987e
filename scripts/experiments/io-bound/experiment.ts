import { defineExperiment } from '../../harness/definition/experiment.ts';

const scraping = ['sequential', 'thread', 'process', 'event-loop'];
const reading = ['sequential.files', 'thread.files', 'process.files', 'event-loop.files'];

export default defineExperiment({
  title: 'I/O-bound work and scraping',
  question: 'How soon is work done that mostly waits, and what does the waiting cost?',
  order: 11,
  axis: { label: 'pages in flight', unit: 'count', log: true },
  metrics: {
    wall: { label: 'Time until the last page is there, with the start of the workers', unit: 'ms', better: 'lower' },
    'cpu-per-request': { label: 'Processor time per page or file', unit: 'µs', better: 'lower', optional: true },
    memory: { label: 'Memory of the program and its workers (PSS)', unit: 'KiB', better: 'lower', optional: true },
  },
  cases: {
    'in-flight-1': { label: '1 page in flight', args: ['1', '21', '10'], x: 1, variants: scraping },
    'in-flight-20': { label: '20 pages in flight', args: ['20', '21', '10'], x: 20, quick: true, variants: scraping },
    'in-flight-200': {
      label: '200 pages in flight',
      args: ['200', '500', '20'],
      x: 200,
      variants: ['thread', 'process', 'event-loop'],
    },
    files: { label: '200 files the system still has in memory', args: ['20', '200'], variants: reading },
  },
  variants: {
    sequential: { label: 'one after the other', kind: 'sequential' },
    thread: { label: 'threads', kind: 'thread' },
    process: { label: 'processes', kind: 'process' },
    'event-loop': { label: 'event loop', kind: 'event-loop' },
    'sequential.files': { label: 'files, one after the other', kind: 'sequential' },
    'thread.files': { label: 'files, with threads', kind: 'thread' },
    'process.files': { label: 'files, with processes', kind: 'process' },
    'event-loop.files': { label: 'files, with the event loop', kind: 'event-loop', languages: ['node'] },
  },
  pinning: 'core-each',
  timeLimit: 30,
  rounds: 'ratios',
});
