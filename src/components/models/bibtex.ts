import { day } from '../../text/wording.ts';

/**
 * The site as a BibTeX entry.
 * @param url where it is published
 * @param measured ISO 8601, of the latest results; undefined where nothing was measured
 */
export function bibtex(url: string, measured: string | undefined): string {
  const note =
    measured === undefined
      ? []
      : [`  year   = {${measured.slice(0, 4)}},`, `  note   = {Results of ${day(measured)}},`];
  return [
    '@misc{thread-or-process,',
    '  author = {{The Thread or Process authors}},',
    '  title  = {{Thread or Process}: threads and processes, measured},',
    ...note,
    `  url    = {${url}}`,
    '}',
  ].join('\n');
}
