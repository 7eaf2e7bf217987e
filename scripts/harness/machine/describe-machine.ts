/** Describes the machine that measures, without a host name or anything else that is private. */
import { createHash } from 'node:crypto';
import { arch, availableParallelism, cpus, platform, release, totalmem, type } from 'node:os';
import type { Machine } from '../../../src/measurement/results.ts';
import { machineLabel, readIdentity } from './identity.ts';
import { inspectMachine } from './machine-facts.ts';
import type { ReadText } from './read-text.ts';

function operatingSystem(readText: ReadText): string {
  const pretty = /^PRETTY_NAME="?([^"\n]+)"?$/m.exec(readText('/etc/os-release') ?? '')?.[1];
  return pretty ?? type();
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\(r\)|\(tm\)|processor|cpu/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

/**
 * Stable for the same hardware, system and kernel: the same machine finds its results again. The id is the CPU's name for
 * people and a hash of everything that makes a machine this one.
 */
export function describeMachine(readText: ReadText): Machine {
  const cpu = (cpus()[0]?.model ?? arch()).trim();
  const cores = availableParallelism();
  const memory = Math.round(totalmem() / 2 ** 20);
  const os = operatingSystem(readText);
  const identity = readIdentity(readText);
  const parts = [cpu, cores, arch(), platform(), release(), Math.round(memory / 512), identity];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 6);
  return {
    id: `${slug(cpu) || arch()}-${cores}-${hash}`,
    label: machineLabel(cpu, identity),
    os,
    kernel: release(),
    arch: arch(),
    cpu,
    cores,
    memory,
    identity,
    limits: inspectMachine(readText).flatMap(({ limit }) => limit ?? []),
  };
}
