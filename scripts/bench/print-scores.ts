/** `node scripts/bench/print-scores.ts <chromium> <address> <path>`: one line of Lighthouse scores. */
import { scorePage } from './lighthouse.ts';

const [chromium = '', address = '', path = '/'] = process.argv.slice(2);
const { performance, accessibility, seo, 'best-practices': practices } = scorePage(chromium, address, path);
const scores = [performance, accessibility, practices, seo];
console.log(path.padEnd(28), scores.map((score) => score ?? 'not scored').join(' '));
