/**
 * The blocks of code that a page prints, taken from its source: what a reader types, and the output that the page
 * promises.
 */

export interface PrintedBlock {
  /** As the fence names it: `js`, `python`, `sh`, `text`. */
  language: string;
  /** The file's name, or what the block shows; empty where the fence has no title. */
  title: string;
  text: string;
}

/** @param meta what stands behind a fence's language; @returns its `title="…"`, if it has one */
export const titleOf = (meta: string | undefined): string | undefined => /\btitle="([^"]+)"/.exec(meta ?? '')?.[1];

/** @param body a page's Markdown; @returns its fenced blocks in their order */
export function printedBlocks(body: string): PrintedBlock[] {
  return [...body.matchAll(/^```(\w*)([^\n]*)\n(.*?)^```$/gms)].map(([, language = '', meta, text = '']) => ({
    language,
    title: titleOf(meta) ?? '',
    text,
  }));
}

/** Whether a block is a whole program, to be saved under its title. */
export const isProgram = ({ title }: PrintedBlock): boolean => /^[\w-]+\.(mjs|py)$/.test(title);

/**
 * The whole programs that a page prints, by the names under which it says to save them.
 * @throws Error where one name stands for two programs
 */
export function printedPrograms(body: string): Record<string, string> {
  const programs: Record<string, string> = {};
  for (const { title, text } of printedBlocks(body).filter(isProgram)) {
    if ((programs[title] ?? text) !== text)
      throw new Error(`expected one program named ${title} on the page, found two: rename one`);
    programs[title] = text;
  }
  return programs;
}
