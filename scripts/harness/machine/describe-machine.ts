/** Describes the machine that measures, without a host name or anything else that is private. */
import { createHash } from 'node:crypto';
import { arch, availableParallelism, cpus, platform, release, totalmem, type } from 'node:os';
import type { Machine } from '../../../src/measurement/results.ts';
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

/** Stable for the same hardware and system: the same machine finds its results again. */
export function describeMachine(readText: ReadText): Machine {
  const cpu = (cpus()[0]?.model ?? arch()).trim();
  const cores = availableParallelism();
  const memory = Math.round(totalmem() / 2 ** 20);
  const os = operatingSystem(readText);
  const identity = JSON.stringify([cpu, cores, arch(), platform(), Math.round(memory / 512)]);
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 6);
  return {
    id: `${slug(cpu) || arch()}-${cores}-${hash}`,
    label: `${cpu}, ${cores} ${cores === 1 ? 'core' : 'cores'}, ${os}`,
    os,
    kernel: release(),
    arch: arch(),
    cpu,
    cores,
    memory,
    limits: inspectMachine(readText).flatMap(({ limit }) => limit ?? []),
  };
}
