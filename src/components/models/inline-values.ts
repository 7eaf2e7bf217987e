/** What a figure, a ratio or a phrase shows in running text: one value for each runtime, each from that runtime's answer. */
import { answerFor } from '../../evidence/answers.ts';
import type { EvidenceSource } from '../../measurement/evidence.ts';
import { type Figure, type FigureName, type FigureSource, figure } from '../../measurement/figure.ts';
import { type Absence, isAbsence } from '../../measurement/readings.ts';
import { shownRuntimes } from './shown-runtimes.ts';

interface Measured {
  text: string;
  /** Shown small, in brackets. */
  interval?: string;
  /** Machine, date and rounds, in one line. */
  title: string;
  source: FigureSource;
}

export interface InlineValue {
  /** The runtime's id. */
  id: string;
  label: string;
  value: Measured | Absence;
}

/**
 * @param runtime the one an author named; undefined follows the switch
 * @param read takes the value out of one file
 */
export function inlineValues(
  experiment: string,
  runtime: string | undefined,
  read: (source: EvidenceSource, runtime: string) => Measured | Absence,
): InlineValue[] {
  return shownRuntimes(runtime).map(({ id, label }) => ({ id, label, value: read(answerFor(experiment, id), id) }));
}

/** What an author names to show one figure; without a runtime it follows the switch. */
export type FigureProps = Omit<FigureName, 'runtime'> & { variant: string; runtime?: string };

/** @param say puts one runtime's figure in words */
export function inlineFigures(
  { runtime, ...named }: FigureProps,
  say: (found: Figure) => Pick<Measured, 'text' | 'title'>,
): InlineValue[] {
  return inlineValues(named.experiment, runtime, (source, id) => {
    const found = figure(source, { ...named, runtime: id });
    return isAbsence(found) ? found : { ...say(found), source: found };
  });
}
