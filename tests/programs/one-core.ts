/** Pins programs to one core, as the harness does for experiments that ask for it. */
import { spawnSync } from 'node:child_process';
import type { Installation } from '../../scripts/runtimes/runtime.ts';

/** Whether this machine can pin a command to that core. A container may be given other cores than the first. */
export const canPinTo = (core: number): boolean => spawnSync('taskset', ['-c', String(core), 'true']).status === 0;

/** Whether this machine can pin a command to a core. */
export const canPin = canPinTo(0);

/** The same runtime, with every program it runs held on core 0. */
export function onOneCore(runtime: Installation): Installation {
  return {
    ...runtime,
    command(prepared, use) {
      const { file, argv, env } = runtime.command(prepared, use);
      return { file: 'taskset', argv: ['-c', '0', file, ...argv], env };
    },
  };
}
