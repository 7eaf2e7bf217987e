import { expect, test } from 'vitest';
import { shortTitle } from '../../src/text/short-title.ts';

test('a title’s beginning where it is short, else author and year', () => {
  const work = { author: 'Gross, Sam', year: 2023 };
  expect(shortTitle({ ...work, title: 'PEP 703: Making the Global Interpreter Lock Optional in CPython' })).toBe(
    'PEP 703',
  );
  expect(shortTitle({ ...work, title: 'Rigorous benchmarking in reasonable time' })).toBe('Gross 2023');
  expect(shortTitle({ ...work, title: 'multiprocessing/connection.py: Pipe' })).toBe('connection.py');
  expect(shortTitle({ ...work, title: 'stackblitz/webcontainer-core#1121: busy processes' })).toBe(
    'webcontainer-core#1121',
  );
  const long = 'An issue whose beginning is longer than brackets hold';
  expect(shortTitle({ title: long, author: 'Contributors to Sentry', year: 2025 })).toBe('Sentry 2025');
});
