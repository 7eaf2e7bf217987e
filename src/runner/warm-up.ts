/** Lets the engine compile the work before it is timed, as `_shared/node/warm-up.ts` does for the Node.js programs. */
import type { JobInput, JobName } from './jobs.ts';
import type { Unit, UnitScope } from './unit-scope.ts';

/** What runs once is compiled once more when it is called again; so often, and nothing is left to compile. */
const CALLS = 20;
/** ms in which what is being compiled is done: a page can't see when the engine is idle. */
const QUIET = 100;

/** Calls `work` until the engine has had every reason to compile it, then leaves the engine alone. */
export async function warmUp({ pause }: UnitScope, work: () => unknown): Promise<void> {
  for (let call = 0; call < CALLS; call++) {
    await work();
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
  await warmUp(scope, () => Promise.all(units.map((unit) => unit.ask(job, input))));
}
