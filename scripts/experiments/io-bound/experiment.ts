/**
 * A scraper fetches 201 pages, each of which makes it wait for 10 ms: the first page, which links to all others, and then as
 * many at a time as it may have under way. Every point of the curve is the same site. Workers are there, and have fetched a
 * page where the first takes longer, before the clock starts; `start` is what that took. The site lets the first pages of a
 * case wait when as many as its label says have been asked for; a run in which fewer were under way together is an error. In Node.js
 * and Python the time to the first page is the middle of nine, fetched one after the other before the crawl; in C, where
 * files are read in some ms, their time is the middle of nine passes.
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';

/** Pages of the site, and ms that each takes. */
const SITE = ['201', '10'];
const workersAndLoop = ['thread', 'process', 'event-loop'];
const scraping = ['sequential', ...workersAndLoop];
const reading = ['sequential.files', 'thread.files', 'process.files', 'event-loop.files'];

export default defineExperiment({
  title: 'I/O-bound work and scraping',
  question: 'How soon is work done that mostly waits, and what does the waiting cost?',
  order: 11,
  quick: false,
  axis: { label: 'pages in flight', unit: 'count', log: true },
  metrics: {
    wall: { label: 'Time until the last page or file is there, workers already started', unit: 'ms', better: 'lower' },
    'first-answer': {
      label: 'Time until the first page is there',
      unit: 'ms',
      better: 'lower',
      optional: true,
    },
    start: { label: 'Time to start the workers', unit: 'ms', better: 'lower', optional: true },
    'most-in-flight': { label: 'Most pages under way at a time', unit: 'count', better: 'neither', optional: true },
    'cpu-per-request': { label: 'Processor time per page or file', unit: 'µs', better: 'lower', optional: true },
    memory: { label: 'Memory of the program and its workers (PSS)', unit: 'KiB', better: 'lower', optional: true },
    result: { label: 'Pages fetched, or bytes read', unit: 'count', better: 'neither', result: true },
  },
  cases: {
    'in-flight-5': { label: '5 pages in flight', args: ['5', ...SITE], x: 5, variants: workersAndLoop },
    'in-flight-20': { label: '20 pages in flight', args: ['20', ...SITE], x: 20, quick: true, variants: scraping },
    'in-flight-200': { label: '200 pages in flight', args: ['200', ...SITE], x: 200, variants: workersAndLoop },
    files: { label: '200 files the system still has in memory', args: ['20', '200'], quick: true, variants: reading },
  },
  variants: {
    sequential: { label: 'in sequence', kind: 'sequential' },
    thread: { label: 'threads', kind: 'thread' },
    process: { label: 'processes', kind: 'process' },
    'event-loop': { label: 'event loop', kind: 'event-loop' },
    'sequential.files': { label: 'files, in sequence', kind: 'sequential' },
    'thread.files': { label: 'files, with threads', kind: 'thread' },
    'process.files': { label: 'files, with processes', kind: 'process', quick: false },
    'event-loop.files': {
      label: 'files, with the event loop',
      kind: 'event-loop',
      languages: ['node'],
      quick: false,
    },
  },
  pinning: 'core-each',
  timeLimit: 30,
  rounds: 'ratios',
});
