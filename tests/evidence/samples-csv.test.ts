import { expect, test } from 'vitest';
import { samplesCsv } from '../../src/evidence/samples-csv.ts';
import { fixture } from '../charts/fixtures/results.ts';

test('one line a sample, with machine, place in the round, unit and ending', () => {
  const [header, first, ...rest] = samplesCsv([fixture], 'start-up').trimEnd().split('\r\n');
  expect(header?.split(',')).toContain('place_in_round');
  expect(first).toBe('fixture,c,parent-0,thread,1,1,ready,0.02,ms,60,50,0,');
  // Four cells of twelve rounds, three metrics each; the last cell has one variant.
  expect(rest.length + 1).toBe(3 * 12 * (2 + 2 + 2 + 1));
});

test('another experiment’s table is empty but for its header', () => {
  expect(samplesCsv([fixture], 'memory').trimEnd().split('\r\n')).toHaveLength(1);
});
