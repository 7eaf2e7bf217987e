import { expect, test } from 'vitest';
import { sharedFlags, sourceVersion } from '../../scripts/cpython/from-source.ts';

test('knows the version from the upstream tarball, whatever lies beside it', () => {
  const files = ['python3.14_3.14.8-1.debian.tar.xz', 'python3.14_3.14.8-1.dsc', 'python3.14_3.14.8.orig.tar.xz'];
  expect(sourceVersion(files)).toEqual({ tarball: 'python3.14_3.14.8.orig.tar.xz', version: '3.14.8' });
  expect(sourceVersion(['python3.15_3.15.0~rc1.orig.tar.xz'])?.version).toBe('3.15.0~rc1');
  expect(sourceVersion(['python3.14_3.14.8.orig.tar.xz.asc', 'python3-defaults_3.13.orig.tar.xz'])).toBeNull();
});

test('a profile needs the test suite, which a plain build leaves out', () => {
  expect(sharedFlags(true)).toContain('--enable-optimizations');
  expect(sharedFlags(true)).not.toContain('--disable-test-modules');
  expect(sharedFlags(false)).toContain('--disable-test-modules');
});
