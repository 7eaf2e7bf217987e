import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countAs } from '../../scripts/experiments/races/browser/_counting.ts';

/** The source of one top-level function. */
function functionIn(file: string, name: string): string {
  const text = readFileSync(new URL(`../../scripts/experiments/races/${file}`, import.meta.url), 'utf8');
  const found = new RegExp(`^function ${name}\\([\\s\\S]*?^}`, 'm').exec(text)?.[0];
  if (!found) throw new Error(`expected a function ${name} in ${file}, found none`);
  return found;
}

test.each(['plain', 'atomic'])('the browser counts with the very loop of the Node.js program: %s', (name) => {
  expect(functionIn('browser/_counting.ts', name)).toBe(functionIn('node/thread.ts', name));
});

test.each(['plain', 'atomic'] as const)('%s counting alone loses nothing', (form) => {
  const counter = new Int32Array(new SharedArrayBuffer(4));
  countAs(form, counter, 1000);
  expect(counter[0]).toBe(1000);
});
