/** How long a command takes and how much memory it holds at most. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CommandFailure } from '../command/define-command.ts';

export interface BuildCost {
  /** Wall time, s. */
  seconds: number;
  /** Largest resident memory of the process itself, MiB; null if the system does not report it. */
  memory: number | null;
}

/** ms between two reads of the memory: the kernel keeps the peak, so only the last read counts. */
const LOOK = 200;

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
  const looking = setInterval(() => {
    memory = peakMemory(child.pid ?? 0) ?? memory;
  }, LOOK);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  }).finally(() => clearInterval(looking));
  if (code !== 0) throw new CommandFailure(`node ${args.join(' ')} in ${cwd} ended with code ${code}:\n${said}`);
  return { seconds: (performance.now() - began) / 1000, memory };
}
