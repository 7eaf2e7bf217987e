// Lets the engine compile the work before it is timed. One call is not enough: what runs once is compiled once more when
// it is called again, by threads of the engine that would then run beside the workers.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Enough for the compiler of most work. */
const CALLS = 20;
const MOST_WAITS = 50;

/** Nanoseconds of processor time that the engine's own threads of this process have had; null where the system can't tell. */
function engineTime(): number | null {
  try {
    let total = 0;
    for (const task of readdirSync('/proc/self/task')) {
      const folder = `/proc/self/task/${task}`;
      if (!readFileSync(`${folder}/comm`, 'utf8').startsWith('V8Worker')) continue;
      total += Number(readFileSync(`${folder}/schedstat`, 'utf8').split(' ')[0]);
    }
    return total;
  } catch {
    return null;
  }
}

/** Waits until the engine compiles nothing any more. */
export async function untilIdle(): Promise<void> {
  for (let wait = 0, quiet = 0, before = engineTime(); wait < MOST_WAITS && quiet < 3; wait++) {
    await setTimeout(10);
    const after = engineTime();
    quiet = after !== null && after === before ? quiet + 1 : 0;
    before = after;
  }
}

/** Calls `work` until the engine has had every reason to compile it, then waits until it is idle. */
export async function warmUp(work: () => unknown, calls = CALLS): Promise<void> {
  for (let call = 0; call < calls; call++) {
    work();
    await setTimeout(1); // what was compiled meanwhile comes into use
  }
  await untilIdle();
}
