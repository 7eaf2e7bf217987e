/** The judged list, and how well a list of results answers it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const judgedSchema = z.array(
  z.strictObject({ query: z.string().min(1), answers: z.array(z.string().startsWith('/')).min(1) }),
);

export type Judged = z.infer<typeof judgedSchema>[number];

/** @param file beside this one: `judged.yaml`, or `cases.yaml` with whole questions from public reports */
export function readJudged(file: string): Judged[] {
  return judgedSchema.parse(parse(readFileSync(join(import.meta.dirname, file), 'utf8')));
}

/**
 * @param results for each result its address and those of its headings, best first
 * @returns the place of the first that answers, from 1; 0 when none does
 */
export function placeOf({ answers }: Judged, results: readonly string[][]): number {
  const isAnswer = (address: string) =>
    answers.some((answer) => (answer.includes('#') ? answer === address : answer === address.split('#')[0]));
  return 1 + results.findIndex((addresses) => addresses.some(isAnswer));
}

export interface Score {
  first: number;
  firstThree: number;
  meanReciprocalRank: number;
}

/** @param places from 1; 0 for a miss */
export function score(places: readonly number[]): Score {
  const share = (test: (place: number) => boolean) => places.filter(test).length / places.length;
  return {
    first: share((place) => place === 1),
    firstThree: share((place) => place >= 1 && place <= 3),
    meanReciprocalRank: places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / places.length,
  };
}
