/** How verdicts, absences and provenance are said to a reader. Words only: every number comes from the results. */

import type { VerdictKind } from '../measurement/combination.ts';
import type { FigureSource } from '../measurement/figure.ts';
import type { AbsenceCause } from '../measurement/readings.ts';
import { VERDICT_WORDS } from '../measurement/verdict.ts';

const ABSENCE_WORDS: Readonly<Record<AbsenceCause, string>> = {
  missing: 'not measured yet',
  incomplete: 'measuring unfinished',
  failed: 'failed',
  stale: 'stale',
  unavailable: 'not measured here',
  'not-applicable': 'does not apply',
  'undefined-ratio': 'no ratio',
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

/** Machine, date, version and number of rounds, in one line. */
export function sourceLine(source: FigureSource, rounds: number, rest: string): string {
  const profile = source.profile === 'quick' ? 'quick profile' : 'full profile';
  const machine = source.origin === 'reference' ? `reference machine ${source.machine.label}` : source.machine.label;
  return `${rest}; ${rounds} rounds, ${profile}; ${source.version}; ${machine}; ${day(source.date)}`;
}

/** Ends in one full stop, whether or not the text brought its own. */
export function sentence(text: string): string {
  return `${text.replace(/[.\s]+$/, '')}.`;
}

/** A label for the middle of a sentence: the capital that only began it goes, those of names stay. */
export function midSentence(label: string): string {
  return label.replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase());
}

/** A label that begins a line. */
export function capitalised(label: string): string {
  return label.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
