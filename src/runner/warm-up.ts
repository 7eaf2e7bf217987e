/** Lets the engine compile the work before it is timed, as `_shared/node/warm-up.ts` does for the Node.js programs. */
import type { JobInput, JobName } from './jobs.ts';
import type { Unit, UnitScope } from './unit-scope.ts';

/** The engine's best compiler takes work up only after many calls; after twenty, half of the workers were still without. */
const CALLS = 200;
/** Pauses between them. */
const PAUSES = 20;
/** ms in which what is being compiled is done: a page can't see when the engine is idle. */
const QUIET = 100;

/**
 * Has the work done until the engine has had every reason to compile it, then leaves the engine alone.
 *
 * @param work does it so many times in a row
 */
export async function warmUp({ pause }: UnitScope, work: (times: number) => unknown): Promise<void> {
  for (let paused = 0; paused < PAUSES; paused++) {
    await work(CALLS / PAUSES);
    await pause(0); // what was compiled meanwhile comes into use
  }
  await pause(QUIET);
}

/** The same in units, all at once: each does the job itself, on little. */
export async function warmUnits<Name extends JobName>(
  scope: UnitScope,
  units: readonly Unit[],
  job: Name,
  input: JobInput<Name>,
): Promise<void> {
  await warmUp(scope, (times) => Promise.all(units.map((unit) => unit.ask(job, input, { times }))));
}
