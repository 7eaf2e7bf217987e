/**
 * The texts of the built pages, for tools that read and for the search: beside each page its Markdown, and what the
 * search knows of it. A thread makes them while later pages are still being rendered.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchDocument } from '../search/documents.ts';
import { pageDocument } from '../search/page-documents.ts';
import { toTwin } from './markdown-twins.ts';
import { readPage } from './page-tree.ts';

/** Pages without a text of their own. */
const WITHOUT_TEXT = ['runner/**', 'search/**'];

/** One site's pages, each read once. */
export class PageTexts {
  readonly #folder: string;
  /** Path of a page, without a slash at either end → its source. */
  readonly #sources: Map<string, string>;
  readonly #documents = new Map<string, SearchDocument>();
  readonly #read = new Set<string>();

  /**
   * @param folder the built site, or what there is of it
   * @param content the folder of the pages' sources
   */
  constructor(folder: string, content: string) {
    this.#folder = folder;
    this.#sources = new Map(
      globSync('**/*.{md,mdx}', { cwd: content }).map((file) => [
        file.replace(/\.mdx?$/, '').replace(/(^|\/)index$/, ''),
        join(content, file),
      ]),
    );
  }

  /** Reads the pages that have been written since the last call, to their last character. */
  readWritten(): void {
    for (const file of globSync('**/index.html', { cwd: this.#folder, exclude: WITHOUT_TEXT })) {
      if (this.#read.has(file)) continue;
      const html = readFileSync(join(this.#folder, file), 'utf8');
      if (!html.trimEnd().endsWith('</html>')) continue;
      this.#read.add(file);
      this.#readPage(file, html);
    }
  }

  #readPage(file: string, html: string): void {
    const page = readPage(html);
    if (!page) return;
    const path = file.replace(/\/?index\.html$/, '');
    const source = this.#sources.get(path);
    const document = source && pageDocument(readFileSync(source, 'utf8'), path, page);
    if (document) this.#documents.set(path, document);
    writeFileSync(join(this.#folder, file.replace(/\.html$/, '.md')), toTwin(page));
  }

  /** What the search knows of the pages read so far, in the order of their sources. */
  documents(): SearchDocument[] {
    return [...this.#sources.keys()].flatMap((path) => this.#documents.get(path) ?? []);
  }
}
