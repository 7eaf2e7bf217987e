/** A program that is killed tells its workers nothing. They end all the same. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { everyCPython } from './run-program.ts';

const PROGRAM = join(import.meta.dirname, '../../scripts/experiments/io-bound/python/process.py');
const WORKERS = 5;
/** Ms a page takes: the program doesn't end by itself. */
const FOR_EVER = 600_000;

/** The processes of a session that have not ended. */
function membersOf(session: number): string[] {
  return readdirSync('/proc').filter((id) => {
    try {
      const [state = '', , , its] = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return Number(its) === session && !/[ZX]/.test(state);
    } catch {
      return false; // no process, or one that has ended meanwhile
    }
  });
}

const cpythons = everyCPython().map((runtime) => [runtime.info.id, runtime] as const);

describe.runIf(existsSync('/proc/self/stat')).concurrent.each(cpythons)('processes in %s', (_, runtime) => {
  it('end when their program is killed', async () => {
    const args = [WORKERS, 25, FOR_EVER].map(String);
    const { file, argv } = runtime.command(PROGRAM, { runtimeArgs: [], args });
    const program = spawn(file, argv, { detached: true, stdio: 'ignore' }); // a session of its own
    const session = program.pid ?? 0;
    while (membersOf(session).length < 2 + WORKERS) await wait(20); // the program, its site and its workers
    program.kill('SIGKILL');
    for (let look = 0; look < 400 && membersOf(session).length > 0; look++) await wait(25);
    const left = membersOf(session);
    for (const id of left) process.kill(Number(id), 'SIGKILL');
    expect(left).toEqual([]);
  });
});
