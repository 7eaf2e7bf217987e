// What this machine is, and whether it is quiet enough for figures that mean anything.
import { availableParallelism, cpus, release, type } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** StackBlitz: processes and threads are both Web Workers there, run by a kernel inside the browser. */
export const emulated = 'webcontainer' in process.versions;

export function describeHost() {
  const cores = availableParallelism();
  const model = cpus()[0]?.model.trim();
  const system = emulated ? 'WebContainer' : `${type()} ${release()}, ${process.arch}`;
  return `Node.js ${process.version} on ${system}, ${cores} ${cores === 1 ? 'core' : 'cores'}${model ? ` (${model})` : ''}`;
}

/** Idle and total processor time of all cores so far. */
function processorTimes() {
  const each = cpus().map(({ times }) => times);
  const sum = (pick) => each.reduce((total, times) => total + pick(times), 0);
  return {
    idle: sum(({ idle }) => idle),
    all: sum(({ user, nice, sys, idle, irq }) => user + nice + sys + idle + irq),
  };
}

/** The share of all cores that others use while this program sleeps; NaN where the system cannot tell. */
async function usedByOthers() {
  const before = processorTimes();
  await sleep(200);
  const after = processorTimes();
  return 1 - (after.idle - before.idle) / (after.all - before.all);
}

/** The share of a core that this program gets when it does nothing but compute. */
function granted() {
  const [began, used] = [performance.now(), process.cpuUsage()];
  while (performance.now() - began < 50);
  const { user, system } = process.cpuUsage(used);
  return (user + system) / 1000 / (performance.now() - began);
}

/** Above the first share, of all cores, others are in the way; below the second, of one core, it is not ours alone. */
const MOST_USED = 0.2;
const LEAST_GRANTED = 0.9;

/** @returns what is in the way of measuring now, in words; undefined where nothing is, or nobody can tell */
export async function disturbance() {
  if (emulated) return undefined;
  const [others, own] = [await usedByOthers(), granted()];
  const percent = (share) => `${Math.round(100 * share)} %`;
  if (others > MOST_USED) return `others used ${percent(others)} of all cores`;
  if (own < LEAST_GRANTED) return `a program that only computes was given ${percent(own)} of a core`;
  return undefined;
}
