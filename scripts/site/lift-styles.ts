/**
 * Turns the style attributes that Starlight and Expressive Code write into classes of the style sheet that all pages share.
 * There are a few dozen different ones, repeated thousands of times; without them the policy can forbid inline style
 * altogether, and pages are smaller. They set custom properties only, so it makes no difference where they stand.
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

/** The style sheet for the screen that every page links, as `/_astro/name.hash.css`. */
function sharedStyleSheet(pages: readonly string[]): string {
  const linked = pages.map(
    (html) =>
      new Set(
        [...html.matchAll(/<link\b[^>]*\brel="stylesheet"[^>]*>/g)].flatMap(([link]) =>
          link.includes(' media=') ? [] : (/\bhref="([^"]+)"/.exec(link)?.[1] ?? []),
        ),
      ),
  );
  const [shared] = [...(linked[0] ?? [])].filter((address) => linked.every((set) => set.has(address)));
  if (!shared)
    throw new Error('Expected one style sheet that every built page links, found none: where do lifted styles go?');
  return shared;
}

/**
 * Expressive Code colours the tokens that have a style attribute and no class.
 *
 * @throws Error when any other rule asks for the attribute: it would find none
 */
function adaptSelectors(css: string, name: string): string {
  const adapted = css.replaceAll("span[style^='--']:not([class])", "span[class^='_']");
  const [other] = /[^{}]*\[style\b[^{]*/.exec(adapted) ?? [];
  if (other) throw new Error(`${name}: expected no rule that looks for style attributes, found "${other}"`);
  return adapted;
}

/** @param folder the built site; its pages and those of its style sheets that change are rewritten in place */
export function liftInlineStyles(folder: string): void {
  const files = globSync('**/*.html', { cwd: folder, exclude: ['runner/**'] }).sort();
  const pages = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const found = new Map<string, string>();
  const classOf = (declarations: string) => {
    const known = found.get(declarations) ?? `_${found.size.toString(36)}`;
    found.set(declarations, known);
    return known;
  };
  const lifted = pages.map((html) => liftStyles(html, classOf));
  const rules = [...found].map(([declarations, name]) => `.${name}{${declarations}}`).join('');

  const shared = basename(sharedStyleSheet(pages));
  const renamed = new Map<string, string>();
  for (const old of globSync('*.css', { cwd: join(folder, '_astro') })) {
    const before = readFileSync(join(folder, '_astro', old), 'utf8');
    const text = adaptSelectors(before, old) + (old === shared ? rules : '');
    if (text === before) continue;
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
    const fresh = old.replace(/\.[^.]+\.css$/, `.${hash}.css`);
    rmSync(join(folder, '_astro', old));
    writeFileSync(join(folder, '_astro', fresh), text);
    renamed.set(`/_astro/${old}`, `/_astro/${fresh}`);
  }
  for (const [index, file] of files.entries()) {
    const text = (lifted[index] ?? '').replace(/\/_astro\/[\w.-]+\.css/g, (address) => renamed.get(address) ?? address);
    writeFileSync(join(folder, file), text);
  }
}
