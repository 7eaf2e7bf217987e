/** Turns a run in the reader's browser into a results file of the build's shape, so that the same code judges it. */
import { type EvidenceSource, evidenceFrom } from '../measurement/evidence.ts';
import { CAPACITY_LIMIT } from '../measurement/limits.ts';
import type { Cell, Gate, Machine, Results, Round } from '../measurement/results.ts';
import { formatShare } from '../measurement/units.ts';
import { type ComparisonVerdict, judgeComparison } from '../measurement/verdict.ts';
import type { BrowserExperiment } from './browser-experiment.ts';
import type { Conditions } from './conditions.ts';

/** What was measured, without the machine and the date. */
export interface Measurement {
  id: string;
  experiment: BrowserExperiment;
  conditions: Conditions;
  seed: number;
  rounds: Round[];
  /** The control, a variant compared with itself; null if nothing is compared. */
  control: Round[] | null;
  failures: Cell['failures'];
  traces: Cell['traces'];
}

export interface BrowserFacts {
  userAgent: string;
  platform: string;
  /** GiB, rounded by the browser; undefined where it does not say. */
  memory: number | undefined;
  date: Date;
  /** SHA-256 of a text, in hexadecimal. */
  hash(text: string): Promise<string>;
  /** SHA-256 of the experiment's files as the page was built with, by path. */
  programs: Record<string, string>;
}

function machineOf({ cores }: Conditions, { userAgent, platform, memory }: BrowserFacts): Machine {
  const limits = ['a browser: it hides the machine, rounds the clock and may slow a page it does not show'];
  if (memory === undefined) limits.push('the browser does not report the memory');
  else limits.push('memory as the browser reports it, rounded and capped');
  return {
    id: 'this-browser',
    label: `this browser, ${cores} logical processors`,
    os: platform,
    kernel: 'not reported by browsers',
    arch: 'not reported by browsers',
    cpu: userAgent,
    cores,
    memory: memory === undefined ? null : memory * 1024,
    limits,
  };
}

function gatesOf({ capacity, cores }: Conditions): Gate[] {
  const together = `all workers together did ${formatShare(capacity)} of what each does alone`;
  const unavailable = (gate: Gate['gate']): Gate => ({
    gate,
    outcome: 'unavailable',
    reading: null,
    limit: null,
    reason: 'a browser does not report it',
  });
  return [
    {
      gate: 'capacity',
      outcome: cores >= 2 && capacity >= CAPACITY_LIMIT ? 'passed' : 'failed',
      reading: capacity,
      limit: CAPACITY_LIMIT,
      reason: cores >= 2 ? together : 'one processor: nothing runs in parallel',
    },
    unavailable('pressure'),
    unavailable('steal'),
  ];
}

export async function collectResults(measurement: Measurement, browser: BrowserFacts): Promise<Results> {
  const { id, experiment, conditions, seed, rounds, control, failures, traces } = measurement;
  const date = browser.date.toISOString();
  const session = `browser-${date.replace(/[^0-9]/g, '')}`;
  const programs = Object.keys(experiment.variants).flatMap((variant) =>
    experiment.programs.flatMap((file) => {
      const sha256 = browser.programs[file];
      return sha256 === undefined ? [] : [{ variant, file, sha256 }];
    }),
  );
  const key = await browser.hash(JSON.stringify([id, experiment.case, programs, browser.userAgent]));
  return {
    schema: 1,
    machine: machineOf(conditions, browser),
    runtimes: [
      {
        id: 'browser',
        label: 'the reader’s browser',
        language: 'browser',
        version: browser.userAgent,
        details: {
          'cross-origin isolated': conditions.isolated ? 'yes' : 'no',
          threads: conditions.threads.reason,
          processes: conditions.processes.reason,
          'timer step, ms': String(conditions.timerStep),
        },
      },
    ],
    experiments: { [id]: experiment.vocabulary },
    sessions: [
      {
        id: session,
        date,
        profile: 'quick',
        seed,
        commit: null,
        control: control && { rounds: control },
        gates: gatesOf(conditions),
      },
    ],
    cells: [
      {
        experiment: id,
        runtime: 'browser',
        case: experiment.case,
        key,
        session,
        profile: 'quick',
        date,
        seed,
        pinning: 'free',
        planned: experiment.rounds,
        programs,
        rounds,
        gates: [],
        failures,
        traces,
        logs: {},
      },
    ],
    unavailable: [],
  };
}

export function evidenceOf(results: Results): EvidenceSource {
  return evidenceFrom({ results, origin: 'local' });
}

/** The experiment's comparisons, judged as the build judges its own. */
export function judgeRun(experiment: BrowserExperiment, results: Results): ComparisonVerdict[] {
  const evidence = evidenceOf(results);
  return experiment.comparisons.map((comparison) => judgeComparison(comparison, 'browser', evidence));
}
