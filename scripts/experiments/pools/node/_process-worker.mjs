// A child process that does one task after the other, as they come.
import { task } from './_kernel.mjs';

process.on('message', (steps) => process.send(task(steps)));
