/** What the switch of a page offers. A page has one only if something on it depends on the choice. */
import { versionShown } from '../components/models/shown-runtimes.ts';
import { readerLanguages, switchRuntimes } from '../measurement/runtimes.ts';

export interface Switch {
  /** What is chosen, as the switch shows it and as its legend for screen readers says it. */
  legend: string;
  spoken: string;
  choices: {
    /** The runtimes that this choice shows; picking it remembers the first. */
    runtimes: readonly string[];
    label: string;
    short: string;
    version?: string | undefined;
  }[];
}

/** The source of every component that authors can name, by its name. */
const sources = new Map(
  Object.entries(
    import.meta.glob<string>('../components/*.astro', { query: '?raw', import: 'default', eager: true }),
  ).map(([file, source]) => [file.slice(file.lastIndexOf('/') + 1, -'.astro'.length), source]),
);

/** Components that show one runtime's version of something at a time, mark the chosen one's, or hand it to one that does. */
const following = [...sources]
  .filter(([, source]) => /<(?:ForRuntime|VerdictGrid|Inline)\b|for-runtime|data-row-runtime/.test(source))
  .map(([name]) => name);

const use = new RegExp(`<(?:${following.join('|')})\\b(?![^>]*\\bruntime=)`);

/**
 * A page that says things in several languages has a switch of languages, any other that follows the runtime one of runtimes.
 *
 * @param body the page's source; undefined for pages that are made from data
 */
export function switchOf(body: string | undefined): Switch | undefined {
  if (body === undefined || !use.test(body)) return undefined;
  if (body.includes('<Language '))
    return {
      legend: 'programs in',
      spoken: 'Show the programs in this language',
      choices: readerLanguages.map(({ label, runtimes }) => ({ runtimes, label, short: label })),
    };
  return {
    legend: 'figures for',
    spoken: 'Show figures for this runtime',
    choices: switchRuntimes.map(({ id, label, short }) => ({
      runtimes: [id],
      label,
      short,
      version: versionShown(id),
    })),
  };
}
