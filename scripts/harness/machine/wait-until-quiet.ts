/** Waits for a quieter moment, but not for ever. */
import type { Gate } from '../../../src/measurement/results.ts';
import { pressureGate, readPressure, unavailable } from './machine-gates.ts';
import type { ReadText } from './read-text.ts';

/** ms of doing nothing over which stall is read. */
const WINDOW = 200;

export interface QuietEffects {
  now(): number;
  sleep(ms: number): Promise<void>;
  readText: ReadText;
}

/**
 * The gate `pressure`, passed as soon as it can be. The kernel's ten-second average still holds the stall that our own
 * last programs made (two runnable workers on one core wait for each other), so where it is over the limit, the stall
 * over a fifth of a second decides in which the harness runs nothing.
 *
 * @param patience ms to wait for a quieter moment
 * @param onWait called with the reason each time it waits
 * @returns the last reading; failed when the patience ran out
 */
export async function waitUntilQuiet(
  effects: QuietEffects,
  patience: number,
  onWait: (gate: Gate) => void,
): Promise<Gate> {
  const first = readPressure(effects.readText);
  if (!first) return unavailable('pressure', 'no /proc/pressure/cpu on this system');
  const average = pressureGate(first.average, 'the last ten seconds');
  if (average.outcome === 'passed') return average;
  const start = effects.now();
  for (let before = first; ;) {
    const from = effects.now();
    await effects.sleep(WINDOW);
    const after = readPressure(effects.readText) ?? before;
    const elapsed = effects.now() - from;
    const stalled = Math.min(100, (100 * (after.total - before.total)) / (1000 * elapsed));
    const gate = pressureGate(stalled, 'a fifth of a second in which we ran nothing');
    if (gate.outcome === 'passed' || effects.now() - start >= patience) return gate;
    onWait(gate);
    before = after;
  }
}
