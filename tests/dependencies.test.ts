/** What the lockfile lets in: licences that are known, checksums, exact versions, and no install script but those named. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Locked {
  license?: string;
  integrity?: string;
  hasInstallScript?: boolean;
}

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', file), 'utf8'));
const { packages }: { packages: Record<string, Locked> } = read('package-lock.json');
const installed = Object.entries(packages).flatMap(([path, locked]) =>
  path === '' ? [] : [{ name: path.replace(/^.*node_modules\//, ''), ...locked }],
);

/** They ask for no more than that their notice stays with them. */
const PERMISSIVE = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
];

/** What else is let in, and why it may be: by licence, then the packages that it is for. */
const EXCEPTIONS: Readonly<Record<string, { packages: RegExp; reason: string }>> = {
  'MPL-2.0': {
    packages: /^(lightningcss(-.+)?|axe-core|@axe-core\/playwright|satori)$/,
    reason: 'asks for changes to its own files alone; none is changed, and none reaches a page',
  },
  'LGPL-3.0-or-later': {
    packages: /^@img\/sharp-(libvips-.+|win32-.+|wasm32)$/,
    reason:
      'libvips is a library of its own, which sharp loads to draw and in programs of image-work; it is not published',
  },
  'OFL-1.1': {
    packages: /^@fontsource\/inter$/,
    reason: 'a font: the pictures drawn with it are free, the font itself is not published',
  },
  'Python-2.0': { packages: /^argparse$/, reason: 'permissive, under the name that its source in CPython has' },
};

/** The licences of an expression that bind: all that are joined by AND; of those joined by OR, one is enough. */
const binding = (expression: string) =>
  expression.split(' AND ').map((part) => part.replace(/[()]/g, '').split(' OR '));

test('every package has a licence that is permissive, or an exception for a reason', () => {
  const refused = installed.flatMap(({ name, license = 'none stated' }) => {
    const fine = binding(license).every((choice) =>
      choice.some((one) => PERMISSIVE.includes(one) || EXCEPTIONS[one]?.packages.test(name)),
    );
    return fine ? [] : [`${name}: ${license}`];
  });
  expect(refused).toEqual([]);
});

test('no exception is left over', () => {
  const unused = Object.entries(EXCEPTIONS).filter(
    ([licence, { packages: allowed }]) =>
      !installed.some(({ name, license }) => license?.includes(licence) && allowed.test(name)),
  );
  expect(unused).toEqual([]);
});

test('every package has a checksum', () => {
  expect(installed.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ name }) => name)).toEqual([]);
});

test('install scripts are those that package.json names', () => {
  const { allowScripts } = read('package.json');
  const scripts = installed.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
  expect(scripts.sort()).toEqual(Object.keys(allowScripts).sort());
});

test('direct dependencies are pinned to one version', () => {
  const { dependencies, devDependencies } = read('package.json');
  const versions = Object.entries<string>({ ...dependencies, ...devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
