/** What a figure, a ratio or a phrase shows in running text: one value for each runtime, each from that runtime's answer. */
import { answerFor } from '../../evidence/answers.ts';
import type { EvidenceSource } from '../../measurement/evidence.ts';
import type { FigureSource } from '../../measurement/figure.ts';
import type { Absence } from '../../measurement/readings.ts';
import { shownRuntimes } from './runtimes.ts';

interface Measured {
  text: string;
  /** Shown small, in brackets. */
  interval?: string;
  /** What it rests on, in one line. */
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
