/** The pages as an author wrote them, and what can be read off their text without building the site. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const content = new URL('../../content/', import.meta.url);

/** What an author may have written: checked by a test, not by the type. */
interface Frontmatter {
  title?: string;
  experiment?: string;
  claims?: string[];
  description?: string;
  sidebar?: { order: number };
}

export interface Page {
  /** Below `content/docs/`: `claims/start-up.mdx`. */
  file: string;
  /** From the site's root: `/claims/start-up/`. */
  path: string;
  frontmatter: Frontmatter;
  /** The text after the frontmatter. */
  body: string;
  headings: { depth: number; text: string; slug: string }[];
}

interface Element {
  name: string;
  attributes: Map<string, string>;
  line: number;
}

/** @param file its name below `content/` */
export function readYaml(file: string): unknown {
  return parse(readFileSync(new URL(file, content), 'utf8'));
}

/** Every page of `content/docs/`. */
export function readPages(): Page[] {
  return readdirSync(new URL('docs/', content), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .sort()
    .map((file) => parsePage(file, readFileSync(new URL(`docs/${file}`, content), 'utf8')));
}

function parsePage(file: string, text: string): Page {
  const [, frontmatter, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  if (frontmatter === undefined || body === undefined)
    throw new Error(`${file}: expected frontmatter between --- lines`);
  const path = `/${file.replace(/(?:index)?\.mdx$/, '')}/`.replace(/\/+$/, '/');
  const headings = [...withoutCode(body).matchAll(/^(#{1,6}) (.+)$/gm)].map(([, marks = '', title = '']) => {
    const plain = title.replaceAll('`', '').trim();
    return { depth: marks.length, text: plain, slug: slugOf(plain) };
  });
  return { file, path, frontmatter: parse(frontmatter) ?? {}, body, headings };
}

/** The anchor that the site gives a heading. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}

/** Components with their attributes; those inside code are text, not components. */
export function elementsOf(page: Page): Element[] {
  const text = withoutCode(page.body);
  return [...text.matchAll(/<([A-Z]\w+)\b([^<>]*?)\/?>/g)].map(({ 1: name = '', 2: written = '', index }) => ({
    name,
    attributes: new Map([...written.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])),
    line: text.slice(0, index).split('\n').length,
  }));
}

/** What a reader reads as prose: no code, no components, no addresses. */
export function proseOf(page: Page): string {
  return withoutCode(page.body)
    .replace(/`[^`\n]*`/g, '')
    .replace(/<\/?[A-Z][^<>]*>/g, '')
    .replace(/\]\([^)]*\)/g, ']');
}

/** The same text with code blocks emptied, line by line. */
function withoutCode(text: string): string {
  return text.replace(/^```.*?^```$/gms, (block) => block.replace(/[^\n]/g, ''));
}
