/** Takes the readings of one cell: pressure before, the others' load and steal over it, parallel capacity throughout. */
import type { Cell, Gate } from '../../../src/measurement/results.ts';
import type { Pin } from '../launch/run-outcome.ts';
import { type CapacityProbe, startCapacityProbe } from '../machine/capacity-probe.ts';
import { capacityGate, cpuGates, readCpuTicks, unavailable } from '../machine/machine-gates.ts';
import { physicalCores } from '../machine/pinning.ts';
import { type CalmEffects, waitForCalm } from '../machine/wait-for-calm.ts';
import type { CellHooks } from './measure-rounds.ts';

/** ms between readings of capacity during a cell; it grows by as much with each, so that long cells keep few. */
const CAPACITY_SPACING = 5000;

export interface CellGates {
  take: CellHooks['gates'];
  close(): void;
}

export interface GateContext {
  effects: CalmEffects;
  pin: Pin;
  allowed: readonly number[];
  /** ms this cell may wait for calm; asked anew each time, because a session's patience is one. */
  patience(): number;
  onWait(gate: Gate): void;
}

export function createCellGates(
  { effects, pin, allowed, patience, onWait }: GateContext,
  parallel: boolean,
): CellGates {
  const cores = physicalCores(allowed, effects.readText);
  let probe: CapacityProbe | undefined;
  let next = 0;
  let readings = 0;
  let before = readCpuTicks(effects.readText);

  const capacity = async (): Promise<Gate[]> => {
    readings++;
    next = effects.now() + CAPACITY_SPACING * readings;
    if (cores.length < 2) return [capacityGate(0, cores.length)];
    try {
      probe ??= await startCapacityProbe(pin, cores);
      return [capacityGate(await probe.read(), cores.length)];
    } catch (error) {
      return [unavailable('capacity', error instanceof Error ? error.message : String(error))];
    }
  };

  /** The first reading may wait for a better one, like the pressure. */
  const calmCapacity = async (): Promise<Gate[]> => {
    const start = effects.now();
    for (;;) {
      const [gate] = await capacity();
      if (!gate) return [];
      if (gate.outcome !== 'failed' || cores.length < 2 || effects.now() - start >= patience()) return [gate];
      onWait(gate);
      await effects.sleep(500);
    }
  };

  const take = async (moment: 'before' | 'during' | 'after'): Promise<Gate[]> => {
    if (moment === 'before') {
      const calm = [await waitForCalm(effects, patience(), onWait), ...(parallel ? await calmCapacity() : [])];
      before = readCpuTicks(effects.readText);
      return calm;
    }
    if (moment === 'during') return parallel && effects.now() >= next ? capacity() : [];
    const over = cpuGates(before, readCpuTicks(effects.readText), parallel);
    return [...over, ...(parallel ? await capacity() : [])];
  };
  return { take, close: () => probe?.close() };
}

/** Keeps the readings within the schema's bound: all that failed, then the latest. */
export function boundGates(gates: Cell['gates'], most = 200): Cell['gates'] {
  if (gates.length <= most) return gates;
  const failed = gates.filter(({ outcome }) => outcome === 'failed').slice(0, most);
  const others = gates.filter(({ outcome }) => outcome !== 'failed');
  return [...failed, ...others.slice(others.length - (most - failed.length))];
}
