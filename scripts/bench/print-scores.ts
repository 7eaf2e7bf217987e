/** `node scripts/bench/print-scores.ts <chromium> <address> <path>`: one line of Lighthouse scores. */
import { scorePage } from './lighthouse.ts';

const [chromium = '', address = '', path = '/'] = process.argv.slice(2);
const { performance, accessibility, seo, 'best-practices': practices } = scorePage(chromium, address, path);
console.log(path.padEnd(28), performance, accessibility, practices, seo);
