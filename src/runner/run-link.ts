/**
 * A run in a link that holds it: the reader's figures, packed into the part of the address that is sent to no server.
 * The content of a link is checked piece by piece and judged anew, but it proves nothing: gzip's checksum reveals a
 * link that was cut or changed by accident, not one that was made up.
 */
import type { Results, Round } from '../measurement/results.ts';
import type { BrowserExperiment } from './browser-experiment.ts';
import { type BrowserFacts, collectResults } from './collect.ts';
import { deflate, inflate } from './packed-text.ts';

/** Raised when the shape changes. */
const FORMAT = 2;
const MOST_ROUNDS = 200;
const MOST_CORES = 10_000;

/** Why a link can't be shown, in words for the reader. */
export class RunLinkError extends Error {
  override name = 'RunLinkError';
}

/** What the figures depend on: links of other programs, variants or metrics are of another version. */
function versionOf(experiment: BrowserExperiment, programs: Readonly<Record<string, string>>): string {
  const { vocabulary, rounds } = experiment;
  const hashes = Object.keys(programs)
    .sort()
    .map((file) => programs[file]?.slice(0, 12));
  return [rounds, ...Object.keys(vocabulary.variants), ...Object.keys(vocabulary.metrics), ...hashes].join(' ');
}

/** Six digits: browsers' clocks give fewer, and floating point writes seventeen. Counts and checksums stay whole. */
const short = (value: number) => (Number.isInteger(value) ? value : Number(value.toPrecision(6)));

/** Order, wall times and values in that order, values by the names of the metrics; last the cores granted, if they were asked. */
const packRound = ({ order, invocations, granted }: Round, metrics: readonly string[]) => {
  const done = order.filter((name) => invocations[name] !== undefined);
  return [
    done,
    done.map((name) => short(invocations[name]?.wall ?? 0)),
    done.map((name) =>
      metrics.map((metric) => {
        const value = invocations[name]?.values[metric];
        return value === undefined ? null : short(value);
      }),
    ),
    granted === undefined ? null : short(granted),
  ];
};

const CONTROL_METRICS = ['time'];

/** @returns what follows `#run=` in the address */
export function packRun(
  results: Results,
  experiment: BrowserExperiment,
  programs: Readonly<Record<string, string>>,
): Promise<string> {
  const [cell] = results.cells;
  const [session] = results.sessions;
  const [runtime] = results.runtimes;
  if (!cell || !session || !runtime) throw new RunLinkError('There is no run to link to.');
  const metrics = Object.keys(experiment.vocabulary.metrics);
  const { details } = runtime;
  return deflate(
    JSON.stringify({
      format: FORMAT,
      experiment: cell.experiment,
      version: versionOf(experiment, programs),
      date: cell.date,
      seed: cell.seed,
      browser: {
        agent: results.machine.cpu,
        platform: results.machine.os,
        memory: results.machine.memory,
        cores: results.machine.cores,
      },
      isolated: details['cross-origin isolated'] === 'yes',
      threads: details.threads,
      processes: details.processes,
      step: Number(details['timer step, ms']),
      capacity: session.gates.find(({ gate }) => gate === 'capacity')?.reading ?? null,
      failures: Object.fromEntries(Object.entries(cell.failures).map(([variant, { reason }]) => [variant, reason])),
      rounds: cell.rounds.map((round) => packRound(round, metrics)),
      control: session.control?.rounds.map((round) => packRound(round, CONTROL_METRICS)) ?? null,
    }),
  );
}

type Unknown = Record<string, unknown>;

const broken = (): never => {
  throw new RunLinkError('The link is cut off or was changed: the figures in it can’t be read. Ask for a new one.');
};
const record = (value: unknown): Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Unknown) : broken();
const list = (value: unknown, most: number): unknown[] =>
  Array.isArray(value) && value.length <= most ? value : broken();
const text = (value: unknown, most = 1000): string =>
  typeof value === 'string' && value.length <= most ? value : broken();
const number = (value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): number =>
  typeof value === 'number' && value >= least && value <= most ? value : broken();

function unpackRounds(given: unknown, variants: readonly string[], metrics: readonly string[]): Round[] {
  return list(given, MOST_ROUNDS).map((each) => {
    const [names, walls, values, granted] = list(each, 4);
    const order = list(names, variants.length).map((name) => (variants.includes(text(name)) ? text(name) : broken()));
    if (new Set(order).size !== order.length) broken();
    const invocations = order.map((name, place) => {
      const samples = list(list(values, order.length)[place], metrics.length);
      const known = metrics.flatMap((metric, index) =>
        samples[index] === null ? [] : [[metric, number(samples[index], -Number.MAX_SAFE_INTEGER)]],
      );
      const wall = number(list(walls, order.length)[place], 0);
      return [
        name,
        { values: Object.fromEntries(known), wall, cpu: null, switches: null, ending: { code: null, signal: null } },
      ];
    });
    return {
      order,
      invocations: Object.fromEntries(invocations),
      ...(granted === null ? {} : { granted: number(granted, Number.MIN_VALUE, MOST_CORES) }),
    };
  });
}

/** @throws RunLinkError for a link that is damaged, of another experiment or of another version */
export async function unpackRun(
  packed: string,
  id: string,
  experiment: BrowserExperiment,
  { programs, hash }: Pick<BrowserFacts, 'programs' | 'hash'>,
): Promise<Results> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await inflate(packed));
  } catch {
    broken();
  }
  const run = record(parsed);
  if (run.format !== FORMAT || (run.experiment === id && run.version !== versionOf(experiment, programs))) {
    throw new RunLinkError(
      'The link holds a run of another version of this experiment. Its figures can’t be compared with these, so they are not shown.',
    );
  }
  if (run.experiment !== id) throw new RunLinkError('The link holds a run of another experiment, not of this page’s.');
  const variants = Object.keys(experiment.vocabulary.variants);
  const browser = record(run.browser);
  const separation = (reason: unknown) => ({ asked: 0, separate: true, longestGap: 0, reason: text(reason) });
  const isolated = run.isolated === true;
  const failures = Object.entries(record(run.failures)).map(([variant, reason]) => [
    variants.includes(variant) ? variant : broken(),
    { reason: text(reason), log: '' },
  ]);
  const date = new Date(text(run.date, 30));
  if (Number.isNaN(date.getTime())) broken();
  const memory = browser.memory === null ? undefined : number(browser.memory, 0) / 1024;
  return collectResults(
    {
      id,
      experiment,
      conditions: {
        isolated,
        sharedMemory: isolated,
        cores: number(browser.cores, 1, 100_000),
        timerStep: number(run.step, 0),
        threads: separation(run.threads),
        processes: separation(run.processes),
        capacity: run.capacity === null ? 0 : number(run.capacity, 0, 1000),
      },
      seed: number(run.seed, 0),
      rounds: unpackRounds(run.rounds, variants, Object.keys(experiment.vocabulary.metrics)),
      control: run.control === null ? null : unpackRounds(run.control, ['a', 'b'], CONTROL_METRICS),
      failures: Object.fromEntries(failures),
      traces: {},
    },
    { userAgent: text(browser.agent), platform: text(browser.platform), memory, date, programs, hash },
  );
}
