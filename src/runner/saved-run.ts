/** The last run of each experiment, kept in this browser alone. */
import type { Results } from '../measurement/results.ts';

const place = (experiment: string) => `run:${experiment}`;

export function isKept(experiment: string): boolean {
  try {
    return localStorage.getItem(place(experiment)) !== null;
  } catch {
    return false;
  }
}

/** @returns whether it will still be there when the page is opened again */
export function keep(experiment: string, results: Results): boolean {
  try {
    localStorage.setItem(place(experiment), JSON.stringify(results));
    return !('forgets' in localStorage);
  } catch {
    // Storage is full or forbidden: the run is still shown.
    return false;
  }
}

/** Undefined when nothing is kept, or not by this version. */
export function keptRun(experiment: string, variants: readonly string[]): Results | undefined {
  try {
    const found: Partial<Results> | null = JSON.parse(localStorage.getItem(place(experiment)) ?? 'null');
    if (found?.schema !== 1 || found.cells?.[0]?.experiment !== experiment) return undefined;
    const [round] = found.cells[0].rounds;
    return round && Object.keys(round.invocations).every((name) => variants.includes(name))
      ? (found as Results)
      : undefined;
  } catch {
    return undefined;
  }
}

export function forget(experiment: string): void {
  try {
    localStorage.removeItem(place(experiment));
  } catch {
    // Storage is forbidden, so there is nothing to remove.
  }
}
