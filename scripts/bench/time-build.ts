/** How long a command takes, on the clock and on processors, and how much memory it holds at most. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CommandFailure } from '../command/define-command.ts';

export interface BuildCost {
  /** Wall time, s. */
  seconds: number;
  /** On all processors, with the commands that it started and waited for, s: what else the machine does hardly moves it. */
  processor: number | null;
  /** Largest resident memory of the process itself, MiB; null if the system does not report it. */
  memory: number | null;
}

/** ms between two looks. The kernel keeps the peak of the memory and the sum of the time, so only the last one counts. */
const LOOK = 200;

/** Length of one tick, s: Linux shows times in these, whatever its clock. */
const TICK = 0.01;

/** @returns the processor time of a process so far, s; null if the system does not report it */
function processorTime(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Fields 14 to 17, and its second is a name that may hold anything.
    const ticks = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15);
    return TICK * ticks.reduce((sum, one) => sum + Number(one), 0);
  } catch {
    return null;
  }
}

function peakMemory(pid: number): number | null {
  try {
    const [, peak] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return peak === undefined ? null : Number(peak) / 1024;
  } catch {
    return null;
  }
}

/**
 * @param args of the pinned Node.js
 * @throws CommandFailure with what it said where it fails
 */
export async function timeBuild(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<BuildCost> {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      said = (said + part).slice(-4000);
    });
  }
  let memory: number | null = null;
  let processor: number | null = null;
  const looking = setInterval(() => {
    memory = peakMemory(child.pid ?? 0) ?? memory;
    processor = processorTime(child.pid ?? 0) ?? processor;
  }, LOOK);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  }).finally(() => clearInterval(looking));
  if (code !== 0) throw new CommandFailure(`node ${args.join(' ')} in ${cwd} ended with code ${code}:\n${said}`);
  return { seconds: (performance.now() - began) / 1000, processor, memory };
}
