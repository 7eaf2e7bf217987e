// Many tasks of one size, in a plain loop: what the pools are compared with.
// node sequential.ts [tasks] [µs a task takes, about]
import { now } from '../../_shared/node/clock.mjs';
import { warmUp } from '../../_shared/node/warm-up.ts';
import { task } from './_kernel.ts';
import { given, print, type Result } from './_print.ts';

const { tasks, steps } = given();
const results: Result[] = [];
await warmUp(() => task(20_000));
const began = now();
for (let count = 0; count < tasks; count++) results.push({ unit: 'main', ...task(steps) });
const wall = now() - began;
print(results, 1, { began, wall, withStart: wall });
