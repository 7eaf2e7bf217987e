/** Two machines that have no fact in common, and a page that shows the figures of both in every way there is. */
import type { Cell, Results } from '../../src/measurement/results.ts';
import { cell, invocation, results, session } from '../measurement/measured.ts';

interface Bench {
  label: string;
  version: string;
  date: string;
  rounds: number;
  thread: number;
  process: number;
}
export const THERE: Bench = {
  label: 'Bench There',
  version: '91.1.1',
  date: '2026-01-05',
  rounds: 31,
  thread: 2,
  process: 4,
};
export const HERE: Bench = {
  label: 'Bench Here',
  version: '82.2.2',
  date: '2026-03-17',
  rounds: 43,
  thread: 7e6,
  process: 49e6,
};

/** What gives a machine away in a text: its name, version, day, rounds, and its figures in whatever unit. */
export const SIGNS = new Map([
  [THERE, /Bench There|91\.1\.1|5 January 2026|\b31\srounds|\b[24](\.0+)?\sms|\b2\.0\s×/],
  [
    HERE,
    /Bench Here|82\.2\.2|17 March 2026|\b43\srounds|\b(7,?000|49,?000|7,?0000?|49,?0000?)\ss|\b(116|117|816|817)\smin|\b7\.0\s×/,
  ],
]);

/** Names that the experiment has, as the ledger may use no other. */
const CASES = {
  'parent-0': { label: 'small', x: 1 },
  'parent-64': { label: 'large', x: 2 },
  'parent-512': { label: 'medium', x: 3 },
};

/** @param id of the machine and of its session */
export function resultsOf(bench: Bench, id: string, cells: readonly Partial<Cell>[]): Results {
  const [words] = Object.values(results([]).experiments);
  if (!words) throw new Error('expected the fixture to have words, found none');
  const time = `${bench.date}T12:00:00Z`;
  const values = { thread: { ready: bench.thread, survived: 1 }, process: { ready: bench.process, survived: 1 } };
  const round = {
    order: ['thread', 'process'],
    invocations: { thread: invocation(values.thread), process: invocation(values.process) },
  };
  const rounds = Array.from({ length: bench.rounds }, () => round);
  const slice = { unit: `worker at ${bench.label}`, state: 'run' as const, start: 0, end: bench.thread, core: 0 };
  const logs = { thread: bench.label, process: bench.label };
  return results(
    cells.map((changes) =>
      cell(rounds, { session: id, date: time, programs: [], logs, traces: { thread: [slice] }, ...changes }),
    ),
    {
      machine: { ...results([]).machine, id, label: bench.label },
      runtimes: [
        { id: 'node', label: 'Node.js', language: 'node', version: bench.version, details: {} },
        { id: 'c', label: 'C', language: 'c', version: bench.version, details: {} },
      ],
      experiments: {
        'start-up': {
          ...words,
          axis: { label: 'size', unit: 'count', log: false },
          metrics: {
            ready: { label: 'time', unit: 'ms', better: 'lower' },
            survived: { label: 'survived', unit: 'count', better: 'higher', result: true },
          },
          cases: CASES,
        },
      },
      sessions: [session({ id, date: time })],
    },
  );
}

/** The ledger: one claim that compares cases of both machines. */
export const COMPARED = `
- id: K1
  group: key-point
  side: processes
  title: Start-up
  statement: A process starts more slowly.
  threads: quick
  processes: slow
  page: /claims/page/
  runtimes: [node, c]
  comparisons:
    - kind: ratio
      label: a process starts more slowly
      reads:
        greater: 'a process took {times} as long to start as a thread'
        less: 'a thread took {times} as long to start as a process'
        same: a process started about as soon as a thread
      experiment: start-up
      metric: ready
      of: process
      over: thread
      cases: [parent-0, parent-512]
      expect: greater
  falsifiedBy: a process started as quickly.
`;

const name = 'experiment="start-up" metric="ready"';
const figures = Object.keys(CASES)
  .map(
    (id) => `The thread took <Figure ${name} case="${id}" variant="thread" />, a process
<Phrase ${name} case="${id}" of="process" over="thread" more="slower" less="faster" same="as fast" />, that is
<Ratio ${name} case="${id}" of="process" over="thread" />.`,
  )
  .join('\n\n');
/** The page. */
export const TEXT = `<Chart ${name} kind="curve" />

<Chart ${name} kind="bars" />

<Chart ${name} kind="stack" metric="ready survived" />

<Chart ${name} kind="paired" cases="parent-0 parent-64 parent-512" />

<Timeline experiment="start-up" case="parent-0" />

<Timeline experiment="start-up" case="parent-512" />

<CrashMatrix experiment="start-up" />

<EveryRuntime experiment="start-up" case="parent-0" metric="ready" variants="thread process" />

<EveryRuntime experiment="start-up" case="parent-512" metric="ready" variants="thread process" runtime="node" claim="K1" />

${figures}

<Verdicts claim="K1" />

<HomeTable />

<Ledger />

<RuntimeMatrix />

<MachinesCompared />

<Provenance experiment="start-up" />

<WhenMeasured experiment="start-up" cases="parent-0 parent-512" metric="ready" variants="thread">A sentence that needs both cases.</WhenMeasured>
`;
