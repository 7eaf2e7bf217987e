/** Chooses how programs are started on this machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import c from '../../runtimes/c.ts';
import { createEnvironment } from './environment.ts';
import { exactLauncher } from './exact-launcher.ts';
import { plainLauncher } from './plain-launcher.ts';
import type { Launcher, Starter } from './run-outcome.ts';
import { startWatchdog } from './watchdog.ts';

const SOURCE = join(import.meta.dirname, 'launch.c');

/** The compiled `launch.c`, or why it could not be compiled. */
export async function compileLaunch(): Promise<{ executable: string } | { reason: string }> {
  const { found, missing } = await c.find();
  const [compiler] = found;
  if (!compiler?.prepare) return { reason: missing[0]?.reason ?? 'no C compiler' };
  try {
    return { executable: await compiler.prepare(SOURCE) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

export async function createLauncher(): Promise<Launcher> {
  const compiled = await compileLaunch();
  const environment = createEnvironment();
  const watchdog = startWatchdog(environment);
  const { exact, pin, abort, run }: Starter =
    'executable' in compiled
      ? exactLauncher(compiled.executable, environment, watchdog)
      : plainLauncher(environment, watchdog);
  return {
    exact,
    pin,
    abort,
    run: async (request) => {
      const cwd = mkdtempSync(join(environment.scratch, 'run-'));
      try {
        return await run(request, cwd);
      } finally {
        rmSync(cwd, { recursive: true, force: true });
      }
    },
    close: () => watchdog.close(), // It removes the scratch folder.
  };
}
