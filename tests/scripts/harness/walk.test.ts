/** The walk in the harness' README is the way the imports go. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const HARNESS = join(import.meta.dirname, '../../../scripts/harness');
const walk = [...readFileSync(join(HARNESS, 'README.md'), 'utf8').matchAll(/^\d+\. `([^`]+)`/gm)].map(
  ([, file = '']) => file,
);

describe('the walk from the command to a cell', () => {
  it('is about a dozen files', () => {
    expect(walk.length).toBeGreaterThan(8);
    expect(walk.length).toBeLessThan(15);
  });

  it.each(walk.slice(2))('%s is imported by a file of the walk or chosen by the launcher', (file) => {
    const [room = '', name = ''] = file.split('/');
    const others = [...walk.filter((other) => other !== file), 'launch/launcher.ts', 'session/session-context.ts'];
    const importers = others.filter((other) => {
      const path = other.startsWith(`${room}/`) ? `'./${name}'` : `/${room}/${name}'`;
      return readFileSync(join(HARNESS, other), 'utf8').includes(path);
    });
    expect(importers).not.toEqual([]);
  });
});
