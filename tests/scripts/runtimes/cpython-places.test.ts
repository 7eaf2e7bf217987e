import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cpythonPlaces } from '../../../scripts/runtimes/cpython-places.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'places-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function executable(path: string): Promise<string> {
  const file = join(home, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, '');
  await chmod(file, 0o755);
  return file;
}

test('finds interpreters by where they are installed, and passes over shims and tools', async () => {
  const shim = await executable('pyenv/shims/python3');
  await executable('pyenv/shims/python3.12');
  const onPath = await executable('bin/python3.10');
  await executable('bin/python3.10-config');
  await executable('bin/python3-pip');
  const old = await executable('pyenv/versions/3.8.18/bin/python3.8');
  const free = await executable('uv/cpython-3.14.0+freethreaded/bin/python3.14t');
  const unpacked = [
    await executable('cache/3.13.15t/bin/python3.13t'),
    await executable('cache/python3.14/root/usr/bin/python3.14'),
  ];
  const places = cpythonPlaces(
    {
      HOME: home,
      PATH: [join(home, 'pyenv/shims'), join(home, 'bin'), join(home, 'absent')].join(':'),
      PYENV_ROOT: join(home, 'pyenv'),
      UV_PYTHON_INSTALL_DIR: join(home, 'uv'),
      THREAD_OR_PROCESS_CPYTHON: '/opt/a/python3:/opt/b/python3:',
    },
    join(home, 'cache'),
  );
  expect(places.standard).toBe(shim);
  expect(places.named).toEqual(['/opt/a/python3', '/opt/b/python3']);
  expect(places.unpacked).toEqual(unpacked);
  expect(places.others.filter((path) => path.startsWith(home))).toEqual([onPath, old, free]);
});

test('a machine without any Python has no places, and that is no error', () => {
  const places = cpythonPlaces({ HOME: home, PATH: '' }, join(home, 'cache'));
  expect(places).toMatchObject({ standard: null, named: [], unpacked: [] });
});
