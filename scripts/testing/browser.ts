/** The browsers of the tests: found on this machine or, for `npm test`, installed, which is said before it is done. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import { CommandFailure } from '../command/define-command.ts';
import { findOnPath } from '../runtimes/find-on-path.ts';

interface TestBrowser {
  label: string;
  /** Variable of the environment that names an executable. */
  variable: string;
  /** Of the executable on PATH, the first that is there. */
  names: readonly string[];
  /** Where Playwright's installer puts one of its own. */
  downloaded?(): string;
  /** Debian's and Ubuntu's package. */
  package: string;
}

const BROWSERS = {
  chromium: {
    label: 'Chromium',
    variable: 'CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    downloaded: () => chromium.executablePath(),
    package: 'chromium',
  },
  // Playwright drives only a Firefox of its own making; this is the system's, as readers have it.
  firefox: { label: 'Firefox', variable: 'FIREFOX', names: ['firefox-esr', 'firefox'], package: 'firefox-esr' },
} as const satisfies Record<string, TestBrowser>;

type BrowserName = keyof typeof BROWSERS;

/** ms an installer may take. */
const PATIENCE = 300_000;

/** The executable: named in the environment, on the PATH, or downloaded by Playwright before; undefined where there is none. */
export function findBrowser(name: BrowserName): string | undefined {
  const { variable, names, downloaded }: TestBrowser = BROWSERS[name];
  const named = process.env[variable];
  if (named) return named;
  const onPath = names.map((file) => findOnPath(file)).find((file) => file !== null);
  const own = downloaded?.();
  return onPath ?? (own !== undefined && existsSync(own) ? own : undefined);
}

/** What to do where there is none. */
export function noBrowser(name: BrowserName): string {
  const { label, variable, downloaded, package: debian }: TestBrowser = BROWSERS[name];
  const download = downloaded ? ` or "npx playwright install --with-deps ${name}"` : '';
  return `Expected a ${label}, found none. Run "sudo apt-get install ${debian}" (Debian, Ubuntu)${download}, or name one: ${variable}=/path/to/${name}.`;
}

/** @throws CommandFailure saying what to do where there is none; nothing is installed */
export function requireChromium(): string {
  const found = findBrowser('chromium');
  if (found === undefined) throw new CommandFailure(noBrowser('chromium'));
  return found;
}

/** Chromium's own sandbox refuses to start for root, as in most containers. */
export const ROOT_FLAGS: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** @throws CommandFailure saying what to do where there is none */
export function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: requireChromium(), args: [...ROOT_FLAGS] });
}

function run(command: string, args: readonly string[]): boolean {
  console.log(`$ ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', timeout: PATIENCE }).status === 0;
}

/**
 * Installs the browser where it is missing: by Playwright's own installer, else as root from the system's packages.
 * @returns the executable; undefined where neither way works
 */
export function installBrowser(name: BrowserName): string | undefined {
  const found = findBrowser(name);
  if (found !== undefined) return found;
  const { label, downloaded, package: debian }: TestBrowser = BROWSERS[name];
  console.log(
    `No ${label} was found for the browser tests: installing one. "npm test -- --no-install" would do without.`,
  );
  const installers = [
    () => downloaded !== undefined && run('npx', ['playwright', 'install', name]),
    () =>
      process.getuid?.() === 0 &&
      existsSync('/usr/bin/apt-get') &&
      run('apt-get', ['update', '-qq']) &&
      run('apt-get', ['install', '-y', '-qq', debian]),
  ];
  for (const install of installers) {
    const installed = install() ? findBrowser(name) : undefined;
    if (installed !== undefined) return installed;
  }
  return undefined;
}
