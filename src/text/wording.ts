/** The words for verdicts, absences and provenance. Words only: every number comes from the results. */

import type { VerdictKind } from '../measurement/combination.ts';
import type { FigureSource } from '../measurement/figure.ts';
import type { Provenance } from '../measurement/judge-case.ts';
import type { AbsenceCause } from '../measurement/readings.ts';
import type { RatioEstimate } from '../measurement/statistics.ts';
import { formatInterval, formatRatio, UNIT_SYMBOLS } from '../measurement/units.ts';
import { VERDICT_WORDS } from '../measurement/verdict.ts';

const ABSENCE_WORDS: Readonly<Record<AbsenceCause, string>> = {
  missing: 'not measured yet',
  'no-program': 'no program here',
  incomplete: 'measuring unfinished',
  failed: 'failed',
  stale: 'stale',
  unavailable: 'not measured here',
  'not-applicable': 'does not apply',
  'undefined-ratio': 'no ratio',
  'too-noisy': 'too noisy to say',
};

/** The one or two words on a verdict's chip. */
export function verdictWord(kind: VerdictKind, cause: AbsenceCause | undefined): string {
  return kind === 'not-measured' && cause ? ABSENCE_WORDS[cause] : VERDICT_WORDS[kind];
}

export function absenceWord(cause: AbsenceCause): string {
  return ABSENCE_WORDS[cause];
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `1 October 2026`. @param date ISO 8601 */
export function day(date: string): string {
  return dayFormat.format(new Date(date));
}

/** From the first day to the last: `26–27 November 2026`, or the one day; nothing of no date. @param dates ISO 8601, in any order */
export function days(dates: readonly string[]): string {
  const [first, ...later] = dates.toSorted();
  if (first === undefined) return '';
  return dayFormat.formatRange(new Date(first), new Date(later.at(-1) ?? first)).replaceAll(/\s–\s/g, '–');
}

/** Machine, date, version and number of rounds, in one line. */
export function sourceLine(source: FigureSource, rounds: number, rest: string): string {
  const profile = source.profile === 'quick' ? 'quick profile' : 'full profile';
  const caveat = source.caveat === undefined ? '' : `, ${source.caveat}`;
  return `${rest}; ${rounds} rounds, ${profile}; ${source.version}${caveat}; ${machineName(source)}; ${day(source.date)}`;
}

/** `Node.js 24.21.0`, `C (cc 12.2.0)`: a label with the version that was measured, once. */
export function versioned(label: string, version: string | undefined): string {
  if (version === undefined || label.includes(version)) return label;
  return /^v?\d/.test(version) ? `${label} ${version}` : `${label} (${compilerVersion(version)})`;
}

/** `cc 12.2.0` of what a compiler prints: its name, and the last number. */
function compilerVersion(version: string): string {
  const number = version.match(/\d+(\.\d+)+/g)?.at(-1);
  return number === undefined ? version : `${version.split(' ')[0]} ${number}`;
}

/** A version without its patch number: `3.14`, `24.21`, `cc 12.2`. */
export function spokenVersion(version: string): string {
  const short = (text: string) => text.replace(/(\d+\.\d+)\.\d+\S*$/, '$1');
  return /^v?\d/.test(version) ? short(version) : short(compilerVersion(version));
}

const list = new Intl.ListFormat('en-GB');

/** `Node.js, CPython and CPython (free-threaded)`: a label with a comma in it gets brackets instead. */
export function listed(labels: readonly string[]): string {
  return list.format(labels.map((label) => label.replace(/, (.+)$/, ' ($1)')));
}

/** Whose results a file holds, from the builder's point of view. */
export const whose = (origin: FigureSource['origin']): string =>
  ({ local: 'this machine', reference: 'reference machine', contributed: 'a reader’s browser' })[origin];

/** `this machine, AMD EPYC …`. */
export function machineName({ origin, machine }: Pick<FigureSource, 'origin' | 'machine'>): string {
  return `${whose(origin)}, ${machine.label}`;
}

/** `reference machine, AMD EPYC …, 1 October 2026, 25 rounds`: what one verdict rests on. */
export function machineLine({ origin, machineLabel, date }: Provenance, rounds: number): string {
  return `${whose(origin)}, ${machineLabel}, ${day(date)}, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`;
}

const fromTo = (low: number, high: number) => (low === high ? `${low}` : `${low} to ${high}`);

/**
 * Whose figures a picture shows, in one sentence: runtime with version, machine, first and last day, rounds and profile.
 * @param figures all that the picture shows, of one results file
 */
export function captionOf(label: string, figures: readonly (FigureSource & { rounds: number })[]): string {
  const [first] = figures;
  if (!first) return '';
  const rounds = figures.map((one) => one.rounds);
  const profiles = [...new Set(figures.map(({ profile }) => profile))].sort().join(' and ');
  const spread = fromTo(Math.min(...rounds), Math.max(...rounds));
  const caveat = first.caveat === undefined ? '' : `, ${first.caveat}`;
  return `${versioned(label, first.version)}${caveat}; ${machineName(first)}; ${days(figures.map(({ date }) => date))}; ${spread} rounds, ${profiles} profile.`;
}

/** Ends in one full stop, whether or not the text brought its own. */
export function sentence(text: string): string {
  return `${text.replace(/[.\s]+$/, '')}.`;
}

/** `2.0 × (1.7 to 2.5 ×)`; one number where both ends round to it. */
export function estimateWithInterval(ratio: RatioEstimate): string {
  const [estimate, spread] = [formatRatio(ratio.estimate), formatInterval(ratio)];
  return estimate === spread ? estimate : `${estimate} (${spread})`;
}

/** Before the sign of a ratio or a unit. */
const UNIT_GAP = new RegExp(`(?<=\\d) (?=×|%|(?:${UNIT_SYMBOLS.join('|')})\\b)`, 'g');

/** A sentence for a page: no line begins with the sign of a ratio or with a unit. */
export function unbroken(text: string): string {
  return text.replace(UNIT_GAP, '\u00a0');
}

/** A label for the middle of a sentence: the first capital is removed unless it belongs to a name. */
export function midSentence(label: string): string {
  return label.replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase());
}

/** A label that begins a line. A file's path keeps its own spelling. */
export function capitalised(label: string): string {
  return label.replace(/^[a-z](?!\S*\/)/, (letter) => letter.toUpperCase());
}
