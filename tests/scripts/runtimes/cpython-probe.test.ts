import { chmod, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Probe, probe, readProbe } from '../../../scripts/runtimes/cpython-probe.ts';
import { probeAll } from '../../../scripts/runtimes/cpython-probe-cache.ts';

const ANSWER: Probe = {
  executable: '/opt/python/bin/python3.14',
  implementation: 'CPython',
  version: '3.14.8',
  compiler: 'GCC 14',
  libc: 'glibc 2.41',
  gilDisabledBuild: false,
  gilEnabled: true,
  interpreters: true,
  sitePackages: '/opt/python/lib/python3.14/site-packages',
  configArguments: "'--prefix=/opt/python'",
  compilerFlags: '-O3',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'probe-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** An executable that answers as told and counts how often it was asked. */
async function fake(name: string, script: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\necho asked >> '${path}.log'\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

test('believes what an interpreter says, not its name', async () => {
  const path = await fake('python3.13t', `echo '${JSON.stringify(ANSWER).replaceAll("'", "'\\''")}'`);
  expect(await probe(path)).toEqual(ANSWER);
});

test.each([
  ['prints something else', 'echo hello', /expected one line of JSON, found "hello"/],
  ['leaves answers out', "echo '{}'", /expected executable to be a string, found undefined/],
  ['fails', 'echo "version 3.13 is not installed" >&2; exit 127', /version 3\.13 is not installed/],
])('says why when it %s', async (_, script, reason) => {
  await expect(probe(await fake('python3', script))).rejects.toThrow(reason);
});

test('rejects an answer of the wrong type', () => {
  expect(() => readProbe(JSON.stringify({ ...ANSWER, gilEnabled: 'yes' }))).toThrow(
    'expected gilEnabled to be a boolean, found "yes"',
  );
  expect(() => readProbe('null')).toThrow('expected executable');
});

test('one that does not answer costs the others nothing', async () => {
  const good = await fake('good', `echo '${JSON.stringify({ ...ANSWER, configArguments: '' })}'`);
  const bad = await fake('bad', 'exit 1');
  const answers = await probeAll([good, bad, join(folder, 'absent')], join(folder, 'cache', 'probes.json'));
  expect(answers.get(good)).toMatchObject({ version: '3.14.8' });
  expect(answers.get(bad)).toBeInstanceOf(Error);
  expect(String(answers.get(join(folder, 'absent')))).toMatch(/ENOENT/);
});

test('asks a script every time, since a shim may stand for another interpreter tomorrow', async () => {
  const shim = await fake('shim', `echo '${JSON.stringify({ ...ANSWER, configArguments: '' })}'`);
  const cache = join(folder, 'probes.json');
  await probeAll([shim], cache);
  await probeAll([shim], cache);
  expect(await readFile(`${shim}.log`, 'utf8')).toBe('asked\nasked\n');
});

test('a binary is asked once, and again when its file has changed; a damaged cache is no harm', async () => {
  const cache = join(folder, 'probes.json');
  const path = join(folder, 'python3');
  await writeFile(path, 'not executable: an answer can only come from the cache');
  const [failed] = (await probeAll([path], cache)).values();
  expect(failed).toBeInstanceOf(Error);

  await chmod(path, 0o755);
  const { answer, log } = await answerOnce(path);
  expect((await probeAll([path], cache)).get(path)).toEqual(answer);
  expect((await probeAll([path], cache)).get(path)).toEqual(answer);
  expect(await readFile(log, 'utf8')).toBe('asked\n');
  await utimes(path, 1, 1);
  await probeAll([path], cache);
  expect(await readFile(log, 'utf8')).toBe('asked\nasked\n');
  await writeFile(cache, '{"damaged');
  expect((await probeAll([path], cache)).get(path)).toEqual(answer);
});

/** Makes `path` a program that does not start with `#!`: the shell runs such a file through execvp's fallback. */
async function answerOnce(path: string): Promise<{ answer: Probe; log: string }> {
  const log = `${path}.log`;
  const answer = { ...ANSWER, configArguments: '' };
  await writeFile(path, `: no interpreter line\necho asked >> '${log}'\necho '${JSON.stringify(answer)}'\n`);
  return { answer, log };
}
