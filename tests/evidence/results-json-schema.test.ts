import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { resultsJsonSchema } from '../../src/evidence/results-json-schema.ts';
import { fixture } from '../charts/fixtures/invented-results.ts';

const folder = join(import.meta.dirname, '../../content/results/reference');
// Formats are annotations in JSON Schema; the patterns beside them are what is checked.
const validate = new Ajv2020({ validateFormats: false }).compile(resultsJsonSchema('https://site.test/schema.json'));

describe('the published schema, read by another validator', () => {
  test.each(globSync('*.json', { cwd: folder }).map((file) => basename(file)))('accepts %s', (file) => {
    validate(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    expect(validate.errors).toBeNull();
  });

  test('accepts the results that tests are written with', () => {
    expect(validate(structuredClone(fixture))).toBe(true);
  });

  test.each([
    ['a field that nobody knows', { ...fixture, extra: 1 }],
    ['a later shape', { ...fixture, schema: 2 }],
    ['cells that are no list', { ...fixture, cells: {} }],
    ['a name with a slash', { ...fixture, machine: { ...fixture.machine, id: 'a/b' } }],
  ])('refuses %s', (_, results) => {
    expect(validate(results)).toBe(false);
  });
});
