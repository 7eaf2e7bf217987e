/** Completes the built `_headers`: the hashes of the inline scripts that the built pages really carry, and the site's base. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeHeaders } from './headers.ts';

/**
 * CSP source expressions, `'sha256-…'`, of the inline scripts of one page. JSON blocks are data and need none. The text
 * of a script ends at the first `</script`, whatever comes before it, so a regular expression finds the same end as a
 * browser.
 */
export function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script/g)]
    .filter(([, attributes = '']) => !/\bsrc=|\btype="[^"]*json/.test(attributes))
    .map(([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}

/**
 * @param folder the built site; its `_headers` is rewritten in place
 * @param base the path it is published under
 */
export function fillContentSecurity(folder: string, base: string): void {
  const hashes = new Set<string>();
  for (const file of globSync('**/*.html', { cwd: folder })) {
    for (const hash of inlineScriptHashes(readFileSync(join(folder, file), 'utf8'))) hashes.add(hash);
  }
  const path = join(folder, '_headers');
  const text = readFileSync(path, 'utf8');
  if (!text.includes('{script-hashes}')) {
    throw new Error(`${path}: expected the placeholder {script-hashes} in Content-Security-Policy, found none`);
  }
  writeFileSync(path, placeHeaders(text.replaceAll('{script-hashes}', [...hashes].sort().join(' ')), base));
}
