/** `npm run doctor`: which runtimes are found, which gates work, what limits this machine, what to install. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readText } from './harness/machine/read-text.ts';
import { examine } from './harness/terminal/doctor.ts';
import { findRuntimes } from './runtimes/find-runtimes.ts';

console.log(await examine(await findRuntimes(), readText, (ms) => sleep(ms)));
