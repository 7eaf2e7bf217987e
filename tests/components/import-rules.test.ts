/** The import rules of `.dependency-cruiser.cjs` for what it can't read: the import lines of `.astro` files. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');

/** Ground floor first, as `.dependency-cruiser.cjs` has them. */
const FLOORS = z.array(z.array(z.string())).parse(JSON.parse(readFileSync(join(root, '.import-floors.json'), 'utf8')));
const floorOf = (room: string) => FLOORS.findIndex((rooms) => rooms.includes(room));

const imports = globSync('src/**/*.astro', { cwd: root }).flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom |\bimport |\bsrc=)['"]([^'"]+)['"]/g)].map(([, target = '']) => ({
    file,
    target: target.startsWith('.') ? join(dirname(file), target) : target,
  }));
});
const isStyle = (target: string) => target.startsWith('src/styles/');

test('import lines are found', () => {
  expect(imports.filter(({ target }) => target.startsWith('src/')).length).toBeGreaterThan(100);
});

test('no room imports from its own floor or above', () => {
  const upwards = imports.filter(({ file, target }) => {
    const [, from = ''] = file.split('/');
    const [, to = ''] = target.split('/');
    return target.startsWith('src/') && !isStyle(target) && from !== to && floorOf(to) >= floorOf(from);
  });
  expect(upwards).toEqual([]);
});

test('internals do not import what authors write', () => {
  const upwards = imports.filter(
    ({ file, target }) =>
      /^src\/components\/(internals|models|client)\//.test(file) && /^src\/components\/[^/]+$/.test(target),
  );
  expect(upwards).toEqual([]);
});

test('no component reads files', () => {
  expect(imports.filter(({ target }) => /^node:(fs|crypto)/.test(target))).toEqual([]);
});
