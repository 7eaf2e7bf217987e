import { expect, test } from 'vitest';
import { chooseSteps, type Row, runRow } from '../../../scripts/testing/run-rows.ts';

const ROW: Row = [['programs'], ['build', 'read']];

/** Runs steps whose ends the test decides. */
function startRow(row: Row) {
  const heard: string[] = [];
  const ends = new Map<string, (passed: number) => void>();
  const done = runRow(
    row,
    (name, { live }) => {
      heard.push(`${name} starts${live ? ', shown' : ''}`);
      return new Promise((resolve) => ends.set(name, (passed) => resolve({ passed, failed: 0, skipped: 0 })));
    },
    { began: () => {}, ended: (name, { passed }) => heard.push(`${name}: ${passed}`) },
  );
  const end = async (name: string, passed: number) => {
    await expect.poll(() => ends.has(name)).toBe(true);
    ends.get(name)?.(passed);
  };
  return { heard, end, done };
}

test('lanes run side by side, the steps of a lane one after the other, and they are told in order', async () => {
  const { heard, end, done } = startRow(ROW);
  await end('build', 1);
  await end('read', 20);
  await end('programs', 300);
  await done;
  expect(heard).toEqual([
    'programs starts, shown',
    'build starts',
    'read starts',
    'programs: 300',
    'build: 1',
    'read: 20',
  ]);
});

test('what is not chosen is left out, and so is a row of which nothing is left', () => {
  const chosen = chooseSteps([[['units']], ROW, [['alone']]], (name) => ['read', 'alone'].includes(name));
  expect(chosen).toEqual([[['read']], [['alone']]]);
});
