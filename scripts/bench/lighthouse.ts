/** Lighthouse's four scores (0 to 100, null where it gave none), mobile settings, from the Chromium that the tests use. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT_FLAGS } from '../testing/browser.ts';

export interface Scores {
  path: string;
  performance: number | null;
  accessibility: number | null;
  'best-practices': number | null;
  seo: number | null;
}

/** Fetched on first use: with its dependencies it is larger than everything else here. */
const LIGHTHOUSE = 'lighthouse@13.5.0';

/** @throws Error with Lighthouse's last words when it makes no report */
export function scorePage(chromium: string, address: string, path: string): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const file = join(folder, 'report.json');
  try {
    const { stderr } = spawnSync(
      'npx',
      [
        '--yes',
        LIGHTHOUSE,
        address + path,
        '--quiet',
        '--output=json',
        `--output-path=${file}`,
        '--only-categories=performance,accessibility,best-practices,seo',
        `--chrome-flags=${['--headless=new', '--disable-quic', '--disable-background-networking', ...ROOT_FLAGS].join(' ')}`,
      ],
      { env: { ...process.env, CHROME_PATH: chromium }, encoding: 'utf8', timeout: 180_000 },
    );
    const report = readReport(file, stderr);
    const score = (id: string) => {
      const share = report.categories[id]?.score;
      return typeof share === 'number' ? Math.round(share * 100) : null;
    };
    return {
      path,
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string, said: string): { categories: Record<string, { score: number | null }> } {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`Lighthouse made no report: ${said.trim().split('\n').at(-1)}`);
  }
}
