/** `npm run doctor`: which runtimes are found, which gates work, what limits this machine, what to install. */
import { setTimeout as sleep } from 'node:timers/promises';
import { examine } from './harness/examination.ts';
import { findRuntimes } from './harness/installed.ts';
import { readText } from './harness/read-text.ts';

console.log(await examine(await findRuntimes(), readText, (ms) => sleep(ms)));
