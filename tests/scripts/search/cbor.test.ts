import { expect, test } from 'vitest';
import { readItem, writeArray, writeText } from '../../../scripts/search/cbor.ts';

test('what is written is read again, with the places of each item', () => {
  const long = 'x'.repeat(300);
  const bytes = writeArray([writeText('lock'), writeArray([]), writeText(long)]);
  const item = readItem(bytes);
  expect(item.end).toBe(bytes.length);
  expect(item.items?.map(({ text, items }) => text ?? items)).toEqual(['lock', [], long]);
  const [first] = item.items ?? [];
  expect(bytes.subarray(first?.start, first?.end)).toEqual(writeText('lock'));
});

test('numbers of every width are passed over', () => {
  // [1, -25, 300, 70000] as RFC 8949 writes it.
  const bytes = Buffer.from('84 01 3818 19012c 1a00011170'.replaceAll(' ', ''), 'hex');
  expect(readItem(bytes).items?.map(({ start, end }) => end - start)).toEqual([1, 2, 3, 5]);
});

test('anything else is refused, with its place', () => {
  expect(() => readItem(Buffer.from([0x81, 0xf5]))).toThrow('found byte 245 at 1');
});
