/** What a reader of a page types, in order, in one of the languages that the page is written in. */
import { isProgram, type PrintedBlock, printedBlocks } from '../../src/code/printed-blocks.ts';

export const EXTENSIONS = { node: '.mjs', python: '.py' } as const;
export type PageLanguage = keyof typeof EXTENSIONS;

const COMMANDS: Readonly<Record<PageLanguage, string>> = { node: 'node', python: 'python3' };

export interface Step {
  command: string;
  /** The lines that the page promises; undefined where it promises nothing. */
  promised?: string[];
  /** Whether more may be printed than is promised. */
  amongOthers?: boolean;
}

export interface Printed {
  /** By file name. */
  programs: Record<string, string>;
  steps: Step[];
}

/** The page as a reader of one language sees it. */
const inLanguage = (body: string, language: PageLanguage): string =>
  body.replaceAll(/^<Language is="(\w+)">$(.*?)^<\/Language>$/gms, (whole, is) => (is === language ? whole : ''));

/** A page that prints a program and does not say how to run it means: run it. Its standard output is what counts. */
function unspoken(blocks: PrintedBlock[], program: PrintedBlock, language: PageLanguage): PrintedBlock[] {
  const told = blocks.some(({ language: kind, text }) => kind === 'sh' && text.includes(program.title));
  return told ? [] : [{ language: 'sh', title: '', text: `${COMMANDS[language]} ${program.title} 2> /dev/null\n` }];
}

/** @param body a page's Markdown */
export function printedIn(body: string, language: PageLanguage): Printed {
  const blocks = printedBlocks(inLanguage(body, language)).filter(
    (block) => !isProgram(block) || block.title.endsWith(EXTENSIONS[language]),
  );
  const printed: Printed = { programs: {}, steps: [] };
  const names = () => Object.keys(printed.programs);
  for (const block of blocks.flatMap((one) => (isProgram(one) ? [one, ...unspoken(blocks, one, language)] : [one]))) {
    const last = printed.steps.at(-1);
    if (isProgram(block)) printed.programs[block.title] = block.text;
    // A command for a reader's own server or container is no step; one is that follows a program.
    else if (block.language === 'sh' && names().length > 0) printed.steps.push({ command: block.text.trim() });
    else if (block.title.startsWith('what you should see') && last) {
      last.promised = block.text.split('\n').filter((line) => line !== '');
      last.amongOthers = block.title.includes('among others');
    }
  }
  return printed;
}

/** A line of a page as a pattern: `…` stands for a number that is not zero, or a time; behind a letter for the rest of a word. */
function patternOf(line: string): RegExp {
  const pattern = line
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/(?<=\p{L})…/gu, '\\S*')
    .replaceAll('…', '(?!0(?!\\d))[\\d:]+');
  return new RegExp(`^${pattern}$`);
}

/** @returns what is wrong with the lines seen, in words; empty where they are as promised, in any order */
export function differences({ promised = [], amongOthers = false }: Step, seen: readonly string[]): string[] {
  const left = [...seen];
  const missing = promised.filter((line) => {
    const index = left.findIndex((found) => patternOf(line).test(found));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  const more = amongOthers || promised.length === 0 ? [] : left;
  return [...missing.map((line) => `missing: ${line}`), ...more.map((line) => `not promised: ${line}`)];
}
