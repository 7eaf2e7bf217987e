/** How identifiers become words that people type. */

/**
 * The parts of an identifier as separate words: `BrokenProcessPool` → `Broken Process Pool`, `child_process.fork` →
 * `child process fork`. Undefined when it has one part only.
 */
export function identifierParts(identifier: string): string | undefined {
  const parts = identifier
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return parts.length > 1 ? parts.join(' ') : undefined;
}

/** Identifiers in a text: words with an inner capital, underscore or dot. Each once. */
export function identifiersIn(text: string): string[] {
  const found = text.match(/[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/gu) ?? [];
  return [...new Set(found.filter((word) => /[_.]|\p{Ll}\p{Lu}/u.test(word)))];
}
