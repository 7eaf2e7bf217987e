import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findOnPath } from '../../../scripts/runtimes/find-on-path.ts';

test('a program is found on PATH in order, executable files only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'find-on-path-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'tool');
  mkdirSync(join(folder, 'first', 'tool'), { recursive: true });
  writeFileSync(file, '', { mode: 0o755 });
  writeFileSync(join(folder, 'plain'), '', { mode: 0o644 });
  const path = `${join(folder, 'first')}:${folder}`;
  expect(findOnPath('tool', path)).toBe(file);
  expect(findOnPath('nothing', path)).toBeNull();
  expect(findOnPath('plain', path)).toBeNull();
});
