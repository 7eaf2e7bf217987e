/** `npm run doctor`: which runtimes are found, which gates work, what limits this machine, what to install. */
import { setTimeout as sleep } from 'node:timers/promises';
import { defineCommand } from './command/define-command.ts';
import { readText } from './harness/machine/read-text.ts';
import { diagnose } from './harness/terminal/diagnose.ts';
import { findRuntimes } from './runtimes/find-runtimes.ts';

export default defineCommand({
  name: 'npm run doctor',
  summary: 'Says which runtimes are found, which gates work, what limits this machine and what to install.',
  options: {},
  async run() {
    console.log(await diagnose(await findRuntimes(), readText, (ms) => sleep(ms)));
  },
});
