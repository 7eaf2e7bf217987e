/**
 * Takes the readings of one cell: the pressure before it, what others and a quota took while it ran, the cores granted
 * in each round.
 */
import type { Cell, Gate } from '../../../src/measurement/results.ts';
import { median } from '../../../src/measurement/statistics.ts';
import type { Pinning } from '../definition/experiment.ts';
import type { Pin } from '../launch/run-outcome.ts';
import { type CapacityProbe, startCapacityProbe } from '../machine/capacity-probe.ts';
import { readCpuQuota } from '../machine/cpu-quota.ts';
import {
  capacityGate,
  cpuGates,
  pinningGates,
  readCpuTicks,
  throttlingGates,
  unavailable,
  withOwn,
} from '../machine/machine-gates.ts';
import { measuringCores } from '../machine/pinning.ts';
import { type QuietEffects, waitUntilQuiet } from '../machine/wait-until-quiet.ts';
import type { CellHooks } from './measure-rounds.ts';

export interface CellGates {
  take: CellHooks['gates'];
  granted: CellHooks['granted'];
  close(): void;
}

export interface GateContext {
  effects: QuietEffects;
  pin: Pin;
  pinning: Pinning;
  /** What the programs of the cell are bound to. */
  cpus: readonly number[] | null;
  /**
   * ms this cell may still wait for a quiet machine; a function, because all cells of a session share one allowance.
   */
  patience(): number;
  onWait(gate: Gate): void;
}

export function createCellGates(
  { effects, pin, pinning, cpus, patience, onWait }: GateContext,
  parallel: boolean,
): CellGates {
  const cores = measuringCores(effects.readText);
  const readings: number[] = [];
  let probe: CapacityProbe | undefined;
  let unread = '';
  const look = () => ({
    ticks: withOwn(readCpuTicks(effects.readText), probe?.cpu() ?? 0),
    quota: readCpuQuota(effects.readText),
  });
  let before = look();

  const read = async (): Promise<number | undefined> => {
    if (!parallel || cores.length < 2 || unread !== '') return undefined;
    try {
      probe ??= await startCapacityProbe(pin, cores);
      return await probe.read();
    } catch (error) {
      unread = error instanceof Error ? error.message : String(error);
      return undefined;
    }
  };

  /** Like pressure, capacity may wait for a better moment; these readings decide nothing else. */
  const awaitCapacity = async (): Promise<void> => {
    const start = effects.now();
    for (;;) {
      const granted = await read();
      const gate = granted === undefined ? undefined : capacityGate(granted, cores.length);
      if (gate?.outcome !== 'failed' || effects.now() - start >= patience()) return;
      onWait(gate);
      await effects.sleep(500);
    }
  };

  const capacity = (): Gate[] => {
    if (!parallel) return [];
    if (unread !== '') return [unavailable('capacity', unread)];
    if (cores.length < 2) return [capacityGate(1, cores.length)];
    return readings.length === 0 ? [] : [capacityGate(median(readings), cores.length)];
  };

  return {
    take: async (moment) => {
      if (moment === 'before') {
        const pressure = await waitUntilQuiet(effects, patience(), onWait);
        await awaitCapacity();
        before = look();
        return [pressure, ...pinningGates(pinning, cpus)];
      }
      const after = look();
      return [
        ...cpuGates(before.ticks, after.ticks, parallel),
        ...throttlingGates(before.quota, after.quota),
        ...capacity(),
      ];
    },
    granted: async () => {
      const granted = await read();
      if (granted !== undefined) readings.push(granted);
      return granted;
    },
    close: () => probe?.close(),
  };
}

/** Keeps the readings within the schema's bound: all that failed, then the latest. */
export function boundGates(gates: Cell['gates'], most = 200): Cell['gates'] {
  if (gates.length <= most) return gates;
  const failed = gates.filter(({ outcome }) => outcome === 'failed').slice(0, most);
  const others = gates.filter(({ outcome }) => outcome !== 'failed');
  return [...failed, ...others.slice(others.length - (most - failed.length))];
}
