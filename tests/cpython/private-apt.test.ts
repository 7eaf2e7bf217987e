import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemArchive } from '../../scripts/cpython/private-apt.ts';

let etc: string;
let osRelease: string;

beforeEach(async () => {
  etc = await mkdtemp(join(tmpdir(), 'apt-'));
  osRelease = join(etc, 'os-release');
  await mkdir(join(etc, 'sources.list.d'));
  await writeFile(osRelease, 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_CODENAME=bookworm\nID=debian\n');
});
afterEach(() => rm(etc, { recursive: true, force: true }));

test.each([
  ['sources.list', 'deb http://archive.example/debian bookworm main\n'],
  [
    'sources.list.d/debian.sources',
    'Types: deb\nURIs: http://archive.example/debian\nSuites: bookworm\nComponents: main\n',
  ],
  ['sources.list.d/debian.list', 'deb http://archive.example/debian bookworm main\n'],
])('finds the archive in %s', async (file, text) => {
  await writeFile(join(etc, file), text);
  expect((await systemArchive(etc, osRelease)).uris).toEqual(['http://archive.example/debian']);
});

test('ignores what apt ignores', async () => {
  await writeFile(join(etc, 'sources.list.d/debian.list.save'), 'deb http://archive.example/debian bookworm main\n');
  await expect(systemArchive(etc, osRelease)).rejects.toThrow(
    /Expected Debian .* found Debian GNU\/Linux 12 .* with 0 sources/,
  );
});

test('says what it found on another distribution', async () => {
  await writeFile(osRelease, 'PRETTY_NAME="Other 1"\nID=other\nVERSION_CODENAME=bookworm\n');
  await writeFile(join(etc, 'sources.list'), 'deb http://archive.example/debian bookworm main\n');
  await expect(systemArchive(etc, osRelease)).rejects.toThrow(/Expected Debian .* found Other 1 with 1 sources/);
});
