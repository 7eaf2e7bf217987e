import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { afterAll, expect, it, vi } from 'vitest';
import { keptBetweenBuilds } from '../../src/publishing/kept-between-builds.ts';

const FOLDER = '.cache/kept';

function files(): string[] {
  try {
    return readdirSync(FOLDER);
  } catch {
    return [];
  }
}

const before = new Set(files());

afterAll(() => {
  for (const file of files()) if (!before.has(file)) rmSync(`${FOLDER}/${file}`);
});

const bytes = (text: string) => new TextEncoder().encode(text);

it('makes once what is made from the same, and anew what is made from something else', async () => {
  const run = randomUUID();
  const make = vi.fn(async () => bytes('first'));
  expect(await keptBetweenBuilds({ run, part: 1 }, make)).toEqual(bytes('first'));
  expect(await keptBetweenBuilds({ run, part: 1 }, make)).toEqual(bytes('first'));
  expect(make).toHaveBeenCalledTimes(1);
  expect(await keptBetweenBuilds({ run, part: 2 }, async () => bytes('second'))).toEqual(bytes('second'));
});

it('keeps nothing of what could not be made', async () => {
  const run = randomUUID();
  const count = files().length;
  await expect(keptBetweenBuilds({ run }, () => Promise.reject(new Error('no font')))).rejects.toThrow('no font');
  expect(files()).toHaveLength(count);
  expect(await keptBetweenBuilds({ run }, async () => bytes('drawn'))).toEqual(bytes('drawn'));
});
