/**
 * Turns the style attributes that Starlight writes into classes of the style sheet that all pages share: there are a few
 * different ones, repeated on every page, and without them the policy can forbid inline style altogether. They set custom
 * properties only, so it makes no difference where they stand.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A script, a style sheet or a comment, whole, or one opening tag with its quoted attributes. */
const markup = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1|<[a-z](?:"[^"]*"|[^">])*>/gi;
const attribute = /\s+([^\s=>"/]+)(?:="([^"]*)")?/g;

/** @returns the page with each style attribute replaced by the class that `classOf` gives for its declarations */
export function liftStyles(html: string, classOf: (declarations: string) => string): string {
  return html.replace(markup, (tag, raw: string | undefined) => {
    if (raw || tag.startsWith('<!') || !/\sstyle="/.test(tag)) return tag;
    let lifted: string | undefined;
    let classes: string | undefined;
    const bare = tag.replace(attribute, (whole, name: string, value = '') => {
      if (name === 'style') lifted = classOf(value.trim().replace(/;$/, ''));
      else if (name === 'class') classes = value;
      else return whole;
      return '';
    });
    const all = [classes, lifted].filter(Boolean).join(' ');
    return all ? bare.replace(/^<[^\s/>]+/, (opening) => `${opening} class="${all}"`) : bare;
  });
}

/** The style sheets for the screen that a page links, as `/_astro/name.hash.css`. */
function screenSheets(html: string): string[] {
  return [...html.matchAll(/<link\b[^>]*\brel="stylesheet"[^>]*>/g)].flatMap(([link]) =>
    link.includes(' media=') ? [] : (/\bhref="([^"]+)"/.exec(link)?.[1] ?? []),
  );
}

/** @throws Error when a rule selects by the style attribute, which it would no longer find */
function refuseStyleSelectors(css: string, name: string): void {
  const [rule] = /[^{}]*\[style\b[^{]*/.exec(css) ?? [];
  if (rule) throw new Error(`${name}: expected no rule that looks for style attributes, found "${rule}"`);
}

/** @param folder the built site; its pages and the style sheet they share are rewritten in place */
export function liftInlineStyles(folder: string): void {
  const assets = join(folder, '_astro');
  for (const name of globSync('*.css', { cwd: assets })) {
    refuseStyleSelectors(readFileSync(join(assets, name), 'utf8'), name);
  }
  const found = new Map<string, string>();
  const classOf = (declarations: string) => {
    const known = found.get(declarations) ?? `_${found.size.toString(36)}`;
    found.set(declarations, known);
    return known;
  };
  // One page at a time, and each once more for the new name: all of them at once may not fit into memory.
  const files = globSync('**/*.html', { cwd: folder, exclude: ['runner/**'] }).sort();
  let shared: string[] | undefined;
  for (const file of files) {
    const html = readFileSync(join(folder, file), 'utf8');
    const linked = screenSheets(html);
    shared = shared?.filter((sheet) => linked.includes(sheet)) ?? linked;
    writeFileSync(join(folder, file), liftStyles(html, classOf));
  }
  const [sheet] = shared ?? [];
  if (!sheet)
    throw new Error(
      'Expected one style sheet that every built page links, found none: lifted styles have nowhere to go.',
    );

  const name = basename(sheet);
  const rules = [...found].map(([declarations, style]) => `.${style}{${declarations}}`).join('');
  const text = readFileSync(join(assets, name), 'utf8') + rules;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const fresh = name.replace(/\.[^.]+\.css$/, `.${hash}.css`);
  rmSync(join(assets, name));
  writeFileSync(join(assets, fresh), text);
  for (const file of files) {
    const html = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), html.replaceAll(`/_astro/${name}`, `/_astro/${fresh}`));
  }
}
