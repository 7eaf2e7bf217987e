// Many tasks of one size, in a plain loop: what the pools are compared with.
// node sequential.ts [tasks] [µs a task takes, about]
import { task } from './_kernel.mjs';
import { print, type Result } from './_print.ts';

const STEPS_PER_MICROSECOND = 600; // roughly
const [tasks = 100, microseconds = 1000] = process.argv.slice(2).map(Number);
const steps = microseconds * STEPS_PER_MICROSECOND;

const results: Result[] = [];
const began = performance.timeOrigin + performance.now();
for (let count = 0; count < tasks; count++) results.push({ unit: 'main', ...task(steps) });
const wall = performance.timeOrigin + performance.now() - began;
print(results, began, wall, wall);
