import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { discoverExperiments } from '../../../scripts/harness/definition/discover.ts';
import { bakeSandbox, type Sandbox } from '../../../scripts/sandbox/bake-sandbox.ts';

const root = join(import.meta.dirname, '../../..');
const npm = '/usr/bin/npm';

/** The Node.js of the system, as readers have one, or the pinned one, under which all programs are run elsewhere too. */
const systemNode = '/usr/bin/node';
const pinnedNode = join(root, 'node_modules/.bin/node');
const node = existsSync(systemNode) ? systemNode : pinnedNode;
const versionOf = (file: string): string => spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout.trim();

const sandboxes: Sandbox[] = [];
for (const experiment of await discoverExperiments(join(root, 'scripts/experiments'))) {
  const sandbox = bakeSandbox(experiment, `https://thread-or-process.example/claims/${experiment.id}/`);
  if (sandbox) sandboxes.push(sandbox);
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** @param ends line ends of the files: StackBlitz gets CR LF, because an HTML form sends nothing else */
function unpack({ files }: Sandbox, ends = '\n'): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text.replaceAll('\n', ends));
  }
  return folder;
}

/** `npm start -- <rounds>`, with this Node.js first on the path; where there is no npm, what its script says. */
function start(
  folder: string,
  node: string,
  rounds = 1,
): Promise<{ status: number | string; stdout: string; stderr: string }> {
  const env = { ...process.env, PATH: `${dirname(node)}:/usr/bin:/bin`, NODE_OPTIONS: '' };
  const [file, args] = existsSync(npm) ? [npm, ['start', '--silent', '--']] : [node, ['run-all.mjs']];
  return new Promise((resolve) =>
    execFile(file, [...args, String(rounds)], { cwd: folder, env, timeout: 280_000 }, (error, stdout, stderr) =>
      resolve({ status: error?.code ?? error?.signal ?? 0, stdout, stderr }),
    ),
  );
}

interface Experiment {
  metrics: Record<string, { label: string; optional?: boolean }>;
  cases: { label: string; runs: { label: string; file: string }[] }[];
}

const experimentOf = ({ files }: Sandbox): Experiment => JSON.parse(files['experiment.json'] ?? '');

async function expectTable(sandbox: Sandbox, node: string): Promise<void> {
  const { status, stdout, stderr } = await start(unpack(sandbox), node);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain(`${sandbox.title}: Node.js ${versionOf(node)}`);
  expect(stdout).toContain('real processes of your operating system');
  const { metrics, cases } = experimentOf(sandbox);
  for (const { label, runs } of cases)
    for (const words of [label, ...runs.map((one) => one.label)]) expect(stdout).toContain(words);
  for (const [metric, { label, optional }] of Object.entries(metrics))
    if (!optional) expect(stdout).toContain(`${label} (${metric}`);
  expect(stdout).toMatch(/^ {4}\S.* {2}-?[\d.,]+/m);
}

function startUp(): Sandbox {
  const sandbox = sandboxes.find(({ experiment }) => experiment === 'start-up');
  if (!sandbox) throw new Error('expected a sandbox of start-up, found none');
  return sandbox;
}

const titled = sandboxes.map((sandbox) => [sandbox.experiment, sandbox] as const);

// Nothing is timed, so several may run at once; most of what they take is spent on starting and waiting.
describe.concurrent.each(titled)('the sandbox of %s', (id, sandbox) => {
  test('holds text with plain line ends, says which experiment it is and links back', () => {
    expect(Object.values(sandbox.files).some((text) => text.includes('\r') || text.includes('\0'))).toBe(false);
    expect(sandbox.files['README.md']).toContain(`/claims/${id}/`);
    expect(sandbox.files['README.md']).toContain(sandbox.hash);
    expect(JSON.parse(sandbox.files['experiment.json'] ?? '')).toMatchObject({ experiment: id, hash: sandbox.hash });
  });

  test('calls its files in text by the names that they have, and starts with one of them', () => {
    const named = Object.values(sandbox.files).flatMap((text) => [...text.matchAll(/(?<![\w./-])([\w-]+)\.ts\b/g)]);
    const here = Object.keys(sandbox.files).map((path) => path.split('/').at(-1));
    expect(named.map(([, stem]) => `${stem}.mjs`).filter((name) => here.includes(name))).toEqual([]);
    const { cases } = experimentOf(sandbox);
    const first = cases[0]?.runs[0]?.file ?? '';
    expect(Object.keys(sandbox.files)).toContain(first);
    expect(sandbox.files['README.md']).toContain(`node ${first} `);
    expect(sandbox.files[first]?.split('\n\n')[0]).toContain(`node ${first}`);
  });

  test('prints its table and exits 0', { timeout: 300_000 }, () => expectTable(sandbox, node));
});

test('a sandbox runs under the pinned Node.js too', { timeout: 300_000 }, () => expectTable(startUp(), pinnedNode));

test('a sandbox runs with the line ends that a form gives it', { timeout: 300_000 }, async () => {
  const { status, stdout } = await start(unpack(startUp(), '\r\n'), node, 2);
  expect(status).toBe(0);
  expect(stdout).toContain('Median of 2 rounds');
  expect(stdout).toMatch(/^ {4}thread +[\d.]+ ms/m);
  expect(stdout).toMatch(/^ {4}process,.* [\d.]+ × thread \([\d.]+ to [\d.]+\)/m);
});
