/**
 * The format of `public/_headers`, as Cloudflare and Netlify read it: an unindented path pattern (a trailing `*`
 * matches the rest), then indented `Name: value` lines; `! Name` removes a header of an earlier pattern.
 */
export interface HeaderRule {
  pattern: string;
  headers: [name: string, value: string | null][];
}

/** @throws Error naming the line that is neither a pattern nor a header */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.trim() || line.trimStart().startsWith('#')) continue;
    const rule = rules.at(-1);
    const header = /^\s+(?:! (?<removed>[\w-]+)|(?<name>[\w-]+): (?<value>.+))$/.exec(line)?.groups;
    if (header && rule)
      rule.headers.push([header.removed ?? header.name ?? '', header.removed ? null : (header.value ?? '')]);
    else if (/^\/\S*$/.test(line)) rules.push({ pattern: line, headers: [] });
    else throw new Error(`_headers:${index + 1}: expected "/path" or an indented "Name: value", found "${line}"`);
  }
  return rules;
}

/** The rules for a site that is published under a path. @param base `/` or `/thread-or-process/` */
export function placeHeaders(text: string, base: string): string {
  return text.replace(/^\//gm, base);
}

/**
 * The path that a site is published under: that of the first rule, which is for the whole site. @throws Error when
 * there is none
 */
export function baseOf(rules: readonly HeaderRule[]): string {
  const [first] = rules;
  if (first?.pattern.endsWith('/*')) return first.pattern.slice(0, -1);
  throw new Error(`_headers: expected a first rule for the whole site, such as /*, found "${first?.pattern ?? ''}"`);
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/** The headers a path gets: every matching rule in order, a later one winning. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (const rule of rules) {
    if (!matches(rule.pattern, path)) continue;
    for (const [name, value] of rule.headers) {
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    }
  }
  return headers;
}
