/** Whether a page shows something of the runtime that the reader chose: only then is there a switch on it. */

/** The source of every component that authors can name, by its name. */
const sources = new Map(
  Object.entries(
    import.meta.glob<string>('../components/*.astro', { query: '?raw', import: 'default', eager: true }),
  ).map(([file, source]) => [file.slice(file.lastIndexOf('/') + 1, -'.astro'.length), source]),
);

/** Components that show every runtime's version of something, or hand it to one that does. */
const following = [...sources]
  .filter(([, source]) => /ForRuntime|shownRuntimes|VerdictGrid/.test(source))
  .map(([name]) => name);

const use = new RegExp(`<(?:${following.join('|')})\\b(?![^>]*\\bruntime=)`);

/** @param body the page's source; undefined for pages that are made from data */
export function followsRuntime(body: string | undefined): boolean {
  return body !== undefined && use.test(body);
}
