import { describe, expect, it } from 'vitest';
import { speedGates } from '../../../../scripts/harness/session/speed.ts';

const speed = (integer: number, memory: number) => ({ integer, memory });

describe('the speed at both ends of a session', () => {
  it('passes while it moves by less than a quarter', () =>
    expect(speedGates({ start: speed(4, 20), end: speed(4.9, 17) })[0]).toMatchObject({ outcome: 'passed' }));
  it('marks the session when either probe moved further, up or down', () => {
    expect(speedGates({ start: speed(4, 20), end: speed(4, 30) })[0]).toMatchObject({
      outcome: 'failed',
      reading: 1.5,
    });
    expect(speedGates({ start: speed(4, 20), end: speed(2, 20) })[0]).toMatchObject({ outcome: 'failed', reading: 2 });
  });
  it('says nothing where a probe is missing', () => {
    expect(speedGates(undefined)).toEqual([]);
    expect(speedGates({ start: speed(4, 20), end: null })).toEqual([]);
  });
});
