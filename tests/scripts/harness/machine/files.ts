/** Reads files that a test makes up, by path. */
export const files =
  (texts: Record<string, string>) =>
  (path: string): string | null =>
    texts[path] ?? null;
