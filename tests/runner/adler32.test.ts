import { expect, test } from 'vitest';
import { adler32 } from '../../scripts/experiments/image-work/node/_adler32.ts';

test('is the checksum that RFC 1950 defines', () => {
  expect(adler32(new Uint8Array())).toBe(1);
  expect(adler32(new TextEncoder().encode('Wikipedia'))).toBe(0x11e60398);
  expect(adler32(new Uint8Array(100_000).fill(255))).toBe(0x149a302c);
});
