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

/** `npm start`, with this Node.js first on the path; where there is no npm, what its script says. */
function start(folder: string, node: string): Promise<{ status: number | string; stdout: string; stderr: string }> {
  const env = { ...process.env, PATH: `${dirname(node)}:/usr/bin:/bin`, NODE_OPTIONS: '' };
  const [file, args] = existsSync(npm) ? [npm, ['start', '--silent']] : [node, ['run-all.mjs']];
  return new Promise((resolve) =>
    execFile(file, args, { cwd: folder, env, timeout: 120_000 }, (error, stdout, stderr) =>
      resolve({ status: error?.code ?? error?.signal ?? 0, stdout, stderr }),
    ),
  );
}

async function expectTable(sandbox: Sandbox, node: string): Promise<void> {
  const { status, stdout, stderr } = await start(unpack(sandbox), node);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain(`${sandbox.title}: Node.js ${versionOf(node)}`);
  expect(stdout).toContain('real processes of your operating system');
  const runs: { label: string }[] = JSON.parse(sandbox.files['experiment.json'] ?? '').runs;
  for (const { label } of runs) expect(stdout).toContain(label);
  expect(stdout).toMatch(/^ {4}[a-z][a-z0-9-]* [\d.]+/m);
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

  test('prints its table and exits 0', { timeout: 130_000 }, () => expectTable(sandbox, node));
});

test('a sandbox runs under the pinned Node.js too', { timeout: 130_000 }, () => expectTable(startUp(), pinnedNode));

test('a sandbox runs with the line ends that a form gives it', { timeout: 130_000 }, async () => {
  const { status, stdout } = await start(unpack(startUp(), '\r\n'), node);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ {4}ready [\d.]+ ms/m);
});
