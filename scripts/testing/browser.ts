/** Finds the browsers of the tests, or installs them: from the system's packages, Chromium also through Playwright. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const firefoxNames = ['firefox-esr', 'firefox'];

function onPath(names: readonly string[]): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // not in this folder
      }
    }
  }
  return undefined;
}

/** The executable of a Chromium on this machine: named in CHROMIUM, on the PATH, or downloaded by Playwright before. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named) return named;
  const own = chromium.executablePath();
  return onPath(chromiumNames) ?? (existsSync(own) ? own : undefined);
}

function run(command: string, args: string[]): boolean {
  console.log(`$ ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', timeout: 600_000 }).status === 0;
}

/** @returns false where this is no Debian or Ubuntu, where only root may install, or where it failed */
function installPackage(name: string): boolean {
  const asRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  return asRoot && run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', name]);
}

/**
 * @returns the executable
 * @throws Error saying what to run where neither way works
 */
export function provideChromium(): string {
  const found = findChromium();
  if (found) return found;
  if (installPackage('chromium')) {
    const installed = findChromium();
    if (installed) return installed;
  }
  if (run('npx', ['playwright', 'install', 'chromium'])) {
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'Expected a Chromium for the browser tests, found none, and could not install one.\n' +
      'Run "sudo apt-get install chromium" (Debian, Ubuntu) or "npx playwright install --with-deps chromium",\n' +
      'or name one: CHROMIUM=/path/to/chromium npm test',
  );
}

/** Why there is no Firefox to test in, where there is none. */
export const NO_FIREFOX =
  'Expected a Firefox, found none, and could not install one. Run "sudo apt-get install firefox-esr" (Debian), ' +
  'or name one: FIREFOX=/path/to/firefox npm test';

/**
 * Playwright drives only a Firefox of its own making; this is the system's, as readers have it.
 * @returns the executable; undefined where there is none and none can be installed
 */
export function provideFirefox(): string | undefined {
  const find = () => process.env.FIREFOX || onPath(firefoxNames);
  return find() ?? (installPackage('firefox-esr') ? find() : undefined);
}
