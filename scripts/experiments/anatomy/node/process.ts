// One program, started twice: which numbers has the operating system given the two, and who sees a write?
// node process.ts
// The program is a copy of _worker.mjs that nobody else runs.
import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { now } from '../../_shared/node/clock.mjs';
import { end, watched } from '../../_shared/node/workers.ts';
import { printReports } from './_print.ts';

const folder = mkdtempSync(join(tmpdir(), 'anatomy-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
const program = join(folder, 'worker.mjs');
copyFileSync(fileURLToPath(new URL('./_worker.mjs', import.meta.url)), program);

/** How many processes run the file; on Linux only. */
function running() {
  return readdirSync('/proc').filter((process) => {
    try {
      return /^\d+$/.test(process) && readFileSync(`/proc/${process}/cmdline`, 'utf8').split('\0').includes(program);
    } catch {
      return false; // it has ended meanwhile
    }
  }).length;
}

const hash = () => createHash('sha256').update(readFileSync(program)).digest('hex');
const look = () => ({ hash: hash(), running: existsSync('/proc/self') ? running() : null });

const before = look();
const start = now();
const [reader, writer] = ['reader', 'writer'].map((name) => watched(fork(program, [name]), name)) as [
  ChildProcess,
  ChildProcess,
];
const [wrote] = await once(writer, 'message');
reader.send('written');
const [read] = await once(reader, 'message');
const meanwhile = look();
await end([reader, writer]);
const after = look();

printReports(wrote, read, start, 'a SharedArrayBuffer of its own');
console.log(`hashes = ${new Set([before.hash, meanwhile.hash, after.hash]).size}`);
if (meanwhile.running !== null) {
  console.log(`at-rest = ${Number(before.running) + Number(after.running)}`);
  console.log(`at-work = ${meanwhile.running}`);
}
