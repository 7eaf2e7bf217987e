import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { doStep, isDone, type Step, StepError } from '../../scripts/cpython/step.ts';

let folder: string;
let said: string[];
const say = (line: string): void => void said.push(line.replace(/\d+ s/, 'n s'));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'step-'));
  said = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const step = (work: Step['work'], inputs = ['a']): Step => ({
  name: 'make',
  title: 'compile it',
  inputs,
  remedy: 'Install a compiler.',
  work,
});

test('does a step once, and again when its inputs change', async () => {
  let done = 0;
  const work = async (): Promise<void> => void done++;
  await doStep(folder, step(work), say);
  await doStep(folder, step(work), say);
  await doStep(folder, step(work, ['b']), say);
  expect(done).toBe(2);
  expect(said).toEqual([
    '[doing] compile it',
    '[done]  compile it (n s)',
    '[fresh] compile it',
    '[doing] compile it',
    '[done]  compile it (n s)',
  ]);
});

test('a step that failed is not done, and says its last lines, its log and the remedy', async () => {
  const failing = step(async (run) => void (await run('sh', ['-c', 'echo no such header >&2; exit 3'])));
  const failure: unknown = await doStep(folder, failing, say).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StepError);
  expect(String(failure)).toMatch(
    /sh -c ended with code 3\.\n {4}no such header\n {2}Log: .*make\.log\n {2}Install a compiler\./,
  );
  expect(await readFile(join(folder, 'make.log'), 'utf8')).toBe(
    '$ sh -c echo no such header >&2; exit 3\nno such header\n',
  );
  expect(await isDone(folder, failing)).toBe(false);
});

test('a step that fails after it was once done is no longer done', async () => {
  await doStep(
    folder,
    step(async () => {}),
    say,
  );
  await doStep(
    folder,
    step(() => Promise.reject(new Error('broken')), ['b']),
    say,
  ).catch(() => {});
  expect(
    await isDone(
      folder,
      step(async () => {}),
    ),
  ).toBe(false);
});

test('names a program that does not exist', async () => {
  const failing = step(async (run) => void (await run('/no/such/program', [])));
  await expect(doStep(folder, failing, say)).rejects.toThrow(/\/no\/such\/program {2}did not start: .*ENOENT/);
});
