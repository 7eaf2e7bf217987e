import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const core = new URL('../../src/measurement/', import.meta.url);
const files = readdirSync(core);

/** What a file imports when it runs: type-only imports are gone by then. */
function importsOf(file: string): string[] {
  const text = readFileSync(new URL(file, core), 'utf8');
  return [...text.matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)';/gms)].map((match) => match[1] ?? '');
}

function reachedFrom(file: string, seen = new Set<string>()): Set<string> {
  for (const name of importsOf(file)) {
    if (seen.has(name)) continue;
    seen.add(name);
    if (name.startsWith('./')) reachedFrom(name.slice(2), seen);
  }
  return seen;
}

describe('the core', () => {
  it.each(files)('%s imports its neighbours and pure packages only', (file) => {
    const outside = importsOf(file).filter((name) => !/^\.\/[a-z-]+\.ts$/.test(name));
    expect(['leven', 'pragmastat', 'simple-statistics', 'yaml', 'zod']).toEqual(expect.arrayContaining(outside));
  });

  it.each(['verdict.ts', 'figure.ts', 'evidence.ts', 'gates.ts', 'units.ts'])('%s reaches no schema', (file) => {
    const reached = reachedFrom(file);
    expect([...reached].filter((name) => /zod|yaml|results\.ts|claim\.ts/.test(name))).toEqual([]);
  });

  it('is followed through its neighbours', () => {
    expect([...reachedFrom('verdict.ts')]).toEqual(expect.arrayContaining(['./statistics.ts', 'pragmastat']));
    expect([...reachedFrom('parse.ts')]).toContain('zod');
  });
});
