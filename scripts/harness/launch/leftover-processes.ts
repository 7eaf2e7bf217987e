/** Finds processes by the marker in their environment, where there is a /proc to look in. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { MARKER } from './environment.ts';

/** Process ids from /proc whose file `name` satisfies `test`. Empty where there is no /proc. */
function processes(name: string, test: (text: string) => boolean): number[] {
  let entries: string[];
  try {
    entries = readdirSync('/proc');
  } catch {
    return [];
  }
  return entries
    .filter((entry) => {
      if (!/^\d+$/.test(entry)) return false;
      try {
        return test(readFileSync(`/proc/${entry}/${name}`, 'latin1'));
      } catch {
        return false; // Ended meanwhile, or another user's.
      }
    })
    .map(Number);
}

/** Processes of this user that carry the token. */
export const leftoverProcesses = (token: string): number[] =>
  processes('environ', (environ) => environ.includes(`${MARKER}=${token}`));

/** Whether a process of the group is alive. A zombie that nobody collects is not, where /proc can tell. */
export function groupLives(group: number): boolean {
  if (!kill(-group, 0)) return false;
  if (!existsSync('/proc/self/stat')) return true;
  // After the name in brackets: state, parent, process group (proc_pid_stat(5)).
  const member = new RegExp(`\\) [^Z] \\d+ ${group} `);
  return processes('stat', (stat) => member.test(stat)).length > 0;
}

/** Signals a process, or with a negative id its group. True when there was one. */
export function kill(pid: number, signal: string | 0 = 'SIGKILL'): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Kills everything that carries the token, including what is started meanwhile. True if it found anything. */
export function killLeftovers(token: string): boolean {
  let any = false;
  for (let pass = 0; pass < 20; pass++) {
    const leftovers = leftoverProcesses(token);
    if (leftovers.length === 0) break;
    any = true;
    for (const pid of leftovers) kill(pid);
  }
  return any;
}
