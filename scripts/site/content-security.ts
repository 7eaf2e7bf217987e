/** Fills the built `_headers` with the hashes of the inline scripts that the built pages really carry. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';

/** CSP source expressions, `'sha256-…'`, of the inline scripts of one page. JSON blocks are data and need none. */
export function inlineScriptHashes(html: string): string[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('script:not([src])')]
    .filter((script) => !/json/.test(script.getAttribute('type') ?? ''))
    .map(
      (script) =>
        `'sha256-${createHash('sha256')
          .update(script.textContent ?? '')
          .digest('base64')}'`,
    );
}

/** @param folder the built site; its `_headers` is rewritten in place */
export function fillContentSecurity(folder: string): void {
  const hashes = new Set<string>();
  for (const file of globSync('**/*.html', { cwd: folder })) {
    for (const hash of inlineScriptHashes(readFileSync(join(folder, file), 'utf8'))) hashes.add(hash);
  }
  const path = join(folder, '_headers');
  const text = readFileSync(path, 'utf8');
  if (!text.includes('{script-hashes}')) {
    throw new Error(`${path}: expected the placeholder {script-hashes} in Content-Security-Policy, found none`);
  }
  writeFileSync(path, text.replaceAll('{script-hashes}', [...hashes].sort().join(' ')));
}
