/** Pins programs to cores, as the harness does for experiments that ask for it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { allowedCpus } from '../../scripts/harness/machine/pinning.ts';
import { readText } from '../../scripts/harness/machine/read-text.ts';
import type { Installation } from '../../scripts/runtimes/runtime.ts';

/** Whether this machine can pin a command to that core. A container may be given other cores than the first. */
export const canPinTo = (core: number): boolean => spawnSync('taskset', ['-c', String(core), 'true']).status === 0;

/** Whether this machine can pin a command to a core. */
export const canPin = canPinTo(0);

/** The same runtime, with every program it runs started by `file` and what stands before its own command. */
function startedBy(runtime: Installation, file: string, before: string[]): Installation {
  return {
    ...runtime,
    command(prepared, use) {
      const { file: own, argv, env } = runtime.command(prepared, use);
      return { file, argv: [...before, own, ...argv], env };
    },
  };
}

/** The same runtime, with every program it runs held on core 0. */
export const onOneCore = (runtime: Installation): Installation => startedBy(runtime, 'taskset', ['-c', '0']);

/** The same runtime, with the two busiest threads of every program it runs held on a core each, where this machine can. */
export function onTwoCores(runtime: Installation): Installation {
  const cores = allowedCpus(readText).slice(0, 2).join();
  return canPin ? startedBy(runtime, process.execPath, [join(import.meta.dirname, 'keep-apart.ts'), cores]) : runtime;
}
