/**
 * Turns the way a run ended and what it printed into an invocation, or into the reason why the run does not count.
 * Pure.
 */
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Ending, Invocation, Slice } from '../../../src/measurement/results.ts';
import type { Experiment } from '../definition/experiment.ts';
import { printedMetrics } from '../definition/experiment-vocabulary.ts';
import { parseOutput } from './parse-output.ts';
import type { RunOutcome } from './run-outcome.ts';

export type VariantRun =
  | { invocation: Invocation; slices: Slice[]; log: string }
  | { failure: string; log: string; notApplicable?: true }
  | 'aborted';

type Rules = Pick<Experiment, 'metrics' | 'mayDie' | 'timeLimit'>;

/** An ending that the operating system has no name for: killed by the harness, because it did not end by itself. */
const TIMEOUT: Ending = { code: null, signal: 'TIMEOUT' };

const LOG_LIMIT = 8000;
/** Not in the middle of a longer path. Node.js names an ES module by its address: the path is what counts. */
const PATH_BEGINS = '(?<![\\w.~/-])(?:file://)?';
/** A home directory contains its owner's name; the path below it does not. */
const HOME = new RegExp(`${PATH_BEGINS}(?:/root|/(?:home|Users)/[^/\\s]+)/`, 'g');
/** Folders that say nothing about one machine. */
const OF_THE_SYSTEM: readonly string[] = ['/', '/usr', '/usr/local'];
/** All but tabs and ends of lines. */
const CONTROL = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu;

/** Without control characters, escape sequences of terminals and marks that turn the direction of text round. */
export const printable = (text: string): string => stripVTControlCharacters(text).replace(CONTROL, '');

/** The folder that a runtime is installed in: two above its executable. */
export const runtimeFolder = (executable: string): string => dirname(dirname(executable));

/**
 * A log for a page: without control characters or this machine's paths, and its middle left out if it is long.
 * @param folders absolute paths, such as the project's and the runtime's; what lies in one is named from there on
 */
export function presentable(log: string, folders: readonly string[]): string {
  const known = folders
    .filter((folder) => !OF_THE_SYSTEM.includes(folder))
    // The innermost first: a runtime may lie within the project.
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, folder) => text.replace(new RegExp(`${PATH_BEGINS}${RegExp.escape(folder)}/`, 'g'), ''), log);
  const clean = printable(known.replace(HOME, '~/'));
  if (clean.length <= LOG_LIMIT) return clean;
  const half = LOG_LIMIT / 2 - 40;
  return `${clean.slice(0, half)}\n… ${clean.length - 2 * half} characters left out …\n${clean.slice(-half)}`;
}

const died = ({ code, signal }: Ending): string => (signal ? `was killed by ${signal}` : `ended with code ${code}`);

/** What is wrong with a run that has to end normally. */
function abnormal(outcome: RunOutcome, { timeLimit, mayDie }: Rules): string | null {
  if (outcome.notStarted) return `could not be started: ${outcome.notStarted}`;
  if (outcome.interference) return outcome.interference;
  if (outcome.flooded) return 'printed more than 1 MiB';
  if (mayDie && (outcome.timedOut || outcome.ending.code !== 0)) return null;
  if (outcome.timedOut) return `did not end within its ${timeLimit} s`;
  if (outcome.ending.code !== 0) return died(outcome.ending);
  return outcome.left ? 'left a process behind' : null;
}

/** What a program prints, before it ends well, where its variant has no such case: these words, then the reason. */
const NOT_APPLICABLE = /^does not apply: .+$/m;

/**
 * A host that a fault took down says nothing afterwards: the fault is proved by an ending that is the one announced before,
 * as `fault-signal` or `fault-code`. Nothing is added where nothing was announced, or where the host lived to tell.
 */
function provedByEnding({ code, signal }: Ending, values: Record<string, number>): Record<string, number> {
  if (code === 0 || 'reached' in values) return {};
  const { 'fault-signal': signalNumber, 'fault-code': faultCode } = values;
  if (signalNumber === undefined && faultCode === undefined) return {};
  const number = Object.entries(constants.signals).find(([name]) => name === signal)?.[1];
  return { reached: Number(signalNumber === undefined ? code === faultCode : number === signalNumber) };
}

/** @param folders as of `presentable` */
export function judgeRun(outcome: RunOutcome, rules: Rules, folders: readonly string[]): VariantRun {
  if (outcome.aborted) return 'aborted';
  const log = presentable(outcome.log, folders);
  const wrong = abnormal(outcome, rules);
  if (wrong) return { failure: printable(wrong), log };
  const [notApplicable] = outcome.stdout.match(NOT_APPLICABLE) ?? [];
  if (notApplicable) return { failure: printable(notApplicable), log, notApplicable: true };
  const { values, slices, problems, absent } = parseOutput(outcome.stdout, printedMetrics(rules));
  const [problem] = problems;
  if (problem) return { failure: printable(problem), log };
  if (absent.length > 0 && !rules.mayDie) {
    return { failure: `printed no ${absent.map((name) => `"${name} = …"`).join(' and no ')}`, log };
  }
  const { wall, cpu, switches, timedOut } = outcome;
  const survived = outcome.ending.code === 0 && absent.length === 0;
  const ending = timedOut ? TIMEOUT : outcome.ending;
  const endings = rules.mayDie
    ? { survived: Number(survived), hung: Number(timedOut), ...provedByEnding(ending, values) }
    : {};
  return { invocation: { values: { ...values, ...endings }, wall, cpu, switches, ending }, slices, log };
}
