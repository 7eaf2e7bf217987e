import { expect, test } from 'vitest';
import { archiveOf } from '../../../scripts/unpack/private-apt.ts';

test("Debian's own archive is taken, not that of its security updates or of somebody else", () => {
  const lists = [
    'http://archive.example/other/ Other main',
    'http://archive.example/debian-security/ Debian-Security main',
    'http://archive.example/debian/ Debian contrib',
    'http://archive.example/debian/ Debian main',
  ];
  expect(archiveOf(lists.join('\n'))).toBe('http://archive.example/debian/');
});

test('where apt has no lists, or is of another distribution, there is none', () => {
  expect(archiveOf('')).toBeUndefined();
  expect(archiveOf('http://archive.example/ubuntu/ Ubuntu main\n')).toBeUndefined();
});
