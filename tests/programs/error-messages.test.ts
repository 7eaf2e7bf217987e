import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { loadErrors } from '../../src/evidence/load.ts';
import { everyCPython } from './run-program.ts';

const messages = new Map(loadErrors().map(({ id, message }) => [id, message]));
const folder = mkdtempSync(join(tmpdir(), 'error-messages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const oneSpace = (text: string) => text.replace(/\s+/g, ' ');

/** A message of the index as a pattern: its dots stand for whatever changes from run to run. */
function patternOf(message: string): RegExp {
  const parts = oneSpace(message).split('…');
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
}

/** @returns for each mistake that the program makes, its id in the index and what was said of it */
async function said(executable: string, program: string): Promise<{ id: string; text: string }[]> {
  // A folder each: the programs run side by side and write files of the same names.
  const { stdout } = await promisify(execFile)(executable, [
    join(import.meta.dirname, 'error-messages', program),
    mkdtempSync(join(folder, 'of-one-')),
  ]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', text = '""'] = line.split('\t');
      return { id, text: oneSpace(String(JSON.parse(text))) };
    });
}

/** The index has the words of Python from 3.11 on. One of each line is enough: 3.11, 3.12 … */
const lines = Map.groupBy(everyCPython(), ({ info }) => Number(info.version.split('.')[1]));
const pythons = [...lines]
  .filter(([minor]) => minor >= 11)
  .flatMap(([, installations]) => installations.slice(0, 1))
  .map(({ info, path }) => ({ name: `Python ${info.version}`, executable: path, program: 'provoke.py' }));

describe.concurrent.each([{ name: 'Node.js', executable: process.execPath, program: 'provoke.mjs' }, ...pythons])(
  'the mistakes of the index, made in $name',
  ({ executable, program }) => {
    it('are answered in the words of the index', async () => {
      const tried = await said(executable, program);
      expect(tried).not.toEqual([]);
      for (const { id, text } of tried) {
        const message = messages.get(id);
        expect(message, `no entry ${id} in content/errors.yaml`).toBeDefined();
        expect(text, id).toMatch(patternOf(message ?? ''));
      }
    });
  },
);
