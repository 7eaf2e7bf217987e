import { expect, test } from 'vitest';
import type { Probe } from '../../../scripts/runtimes/cpython-probe.ts';
import { byVersion, type Candidate, chooseRoles, optimisation } from '../../../scripts/runtimes/cpython-roles.ts';

function python(version: string, change: Partial<Probe> = {}): Probe {
  const free = version.endsWith('t');
  const number = version.replace(/t$/, '');
  return {
    executable: `/opt/${version}/bin/python3`,
    implementation: 'CPython',
    version: number,
    compiler: 'GCC 12.2.0',
    libc: 'glibc 2.36',
    gilDisabledBuild: free,
    gilEnabled: !free,
    interpreters: Number(number.split('.')[1]) >= 14,
    sitePackages: '',
    configArguments: '',
    compilerFlags: '-O3',
    ...change,
  };
}

const from = (origin: Candidate['from'], ...probes: Probe[]): Candidate[] =>
  probes.map((probe) => ({ probe, from: origin }));

const names = (candidates: Candidate[]): Record<string, string> =>
  Object.fromEntries(
    [...chooseRoles(candidates).chosen].map(([id, { executable }]) => [id, executable.split('/')[2] ?? '']),
  );

test('gives every part to an interpreter, and the rest become extras, oldest first', () => {
  const candidates = [
    ...from('standard', python('3.11.7')),
    ...from('unpacked', python('3.13.15t'), python('3.13.15'), python('3.14.8')),
    ...from('other', python('3.13.0'), python('3.9.18'), python('3.9.2'), python('3.10.13'), python('3.7.16')),
  ];
  expect(names(candidates)).toEqual({
    cpython: '3.14.8',
    'cpython-ft': '3.13.15t',
    'cpython-gil': '3.13.15',
    'cpython-3.9': '3.9.18',
    'cpython-3.10': '3.10.13',
    'cpython-3.11': '3.11.7',
    'cpython-3.13': '3.13.0',
  });
  const extras = ['cpython-3.9', 'cpython-3.10', 'cpython-3.11', 'cpython-3.13'];
  expect([...chooseRoles(candidates).chosen.keys()].slice(3)).toEqual(extras);
});

test.each([
  ['python3 on PATH where nothing newer than 3.13 is found', ['3.11.7', '3.13.0'], '3.11.7'],
  ['python3 on PATH rather than a candidate of a release', ['3.11.7', '3.15.0rc1'], '3.11.7'],
  ['the newest release from 3.14 on', ['3.11.7', '3.14.8', '3.15.0'], '3.15.0'],
  ['python3 on PATH rather than a free-threaded build', ['3.11.7', '3.14.8t'], '3.11.7'],
])('the column CPython is %s', (_, [standard = '', ...others], expected) => {
  const candidates = [...from('standard', python(standard)), ...from('other', ...others.map((one) => python(one)))];
  expect(names(candidates)['cpython']).toBe(expected);
});

test('one interpreter may play several parts, and is then no extra', () => {
  const candidates = [...from('standard', python('3.14.2')), ...from('other', python('3.14.2'), python('3.14.2t'))];
  expect(names(candidates)).toEqual({
    cpython: '3.14.2',
    'cpython-ft': '3.14.2t',
    'cpython-gil': '3.14.2',
  });
});

test('prefers a free-threaded build that has a twin to a newer one that has none', () => {
  const found = names(from('other', python('3.15.0t'), python('3.13.15t'), python('3.13.15')));
  expect(found).toMatchObject({ 'cpython-ft': '3.13.15t', 'cpython-gil': '3.13.15', 'cpython-3.15t': '3.15.0t' });
});

test('takes what the person named before all else', () => {
  const candidates = [...from('other', python('3.14.9t'), python('3.14.9')), ...from('named', python('3.13.1t'))];
  expect(names(candidates)['cpython-ft']).toBe('3.13.1t');
});

test.each([
  ['another version', python('3.13.14')],
  ['another compiler', python('3.13.15', { compiler: 'Clang 18' })],
  ['another optimisation', python('3.13.15', { configArguments: "'--enable-optimizations'" })],
])('%s is no twin', (_, other) => {
  const { chosen, absent } = chooseRoles(from('other', python('3.13.15t'), other));
  expect(chosen.has('cpython-gil')).toBe(false);
  expect(absent.get('cpython-gil')).toBe('no GIL build of 3.13.15 by the same compiler with the same optimisation');
});

test('a free-threaded build that runs with the lock on is not free-threaded', () => {
  const { absent } = chooseRoles(from('other', python('3.13.15t', { gilEnabled: true })));
  expect(absent.get('cpython-ft')).toBe('no free-threaded CPython: found only 3.13.15t');
});

test('says of each part that nobody plays why', () => {
  const { chosen, absent } = chooseRoles(from('standard', python('3.10.1', { implementation: 'PyPy' })));
  expect([...chosen]).toEqual([]);
  expect(Object.fromEntries(absent)).toEqual({
    cpython: 'python3 on PATH is PyPy 3.10.1',
    'cpython-ft': 'no free-threaded CPython: no CPython answered',
    'cpython-gil': 'no free-threaded CPython to pair it with',
  });
});

test('an interpreter too old to run the programs is named, not used', () => {
  const { absent } = chooseRoles(from('standard', python('3.7.16')));
  expect(absent.get('cpython')).toBe('python3 on PATH is CPython 3.7.16');
});

test('sorts versions by number', () => {
  const sorted = ['3.9.18', '3.10.2', '3.10.13', '3.15.0a1'].map((version) => python(version)).sort(byVersion);
  expect(sorted.map(({ version }) => version)).toEqual(['3.15.0a1', '3.10.13', '3.10.2', '3.9.18']);
});

test('reads the optimisation that counts: the last level, profile, link time, debug', () => {
  const flags = {
    compilerFlags: '-DNDEBUG -O3 -Wall -O2 -flto',
    configArguments: "'--enable-optimizations' '--with-pydebug'",
  };
  expect(optimisation(python('3.12.1', flags))).toBe('-O2, profile-guided, link-time optimised, debug build');
  expect(optimisation(python('3.12.1', { compilerFlags: '' }))).toBe('-O?');
});
