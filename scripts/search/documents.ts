/**
 * What search knows: one small HTML document per page, claim, term, question and error message. Pages are cut down to
 * their words; the rest is made from the data, with the other spellings people use.
 */
import type { Kind } from '../../src/search/kinds.ts';
import { escapeText } from '../../src/text/escape-text.ts';
import { identifierParts, identifiersIn } from './words.ts';

export interface SearchDocument {
  url: string;
  kind: Kind;
  title: string;
  /** A sentence that says what it is, shown with the result. */
  summary: string;
  /** Shown with the result, by name. */
  meta?: Record<string, string>;
  runtimes?: string[];
  /** HTML of the words, in order of importance; headings with an id become sub-results. */
  body: string;
  /** Other spellings: found, and never shown. */
  alsoKnownAs?: string[];
  /** Id of the term or the question, for the ones that are asked for by their exact name. */
  named?: string;
}

/**
 * Pagefind keeps one document for each address. A question that a whole page answers, or that is answered where another
 * one is, becomes a further name of what has the address already.
 */
export function mergeByAddress(documents: readonly SearchDocument[]): SearchDocument[] {
  const merged = new Map<string, SearchDocument>();
  for (const document of documents) {
    const { url, title, alsoKnownAs = [] } = document;
    const first = merged.get(url);
    const names = [...(first?.alsoKnownAs ?? []), ...(first ? [title] : []), ...alsoKnownAs];
    merged.set(url, { ...(first ?? document), alsoKnownAs: names });
  }
  return [...merged.values()];
}

/** Weights that Pagefind takes from 0 to 10. Text without one has 1; titles are what people mostly type. */
const titleWeight: Record<Kind, number> = {
  claim: 8,
  experiment: 8,
  concept: 8,
  guide: 8,
  tutorial: 7,
  reference: 4,
  method: 4,
  term: 10,
  question: 10,
  error: 5,
};

/** The document as Pagefind reads it. */
export function toHtml(document: SearchDocument): string {
  const { kind, title, summary, body, meta = {}, runtimes = [], alsoKnownAs = [], named } = document;
  const text = `${title} ${body.replace(/<[^>]+>/g, ' ')}`;
  const parts = identifiersIn(text).flatMap((identifier) => identifierParts(identifier) ?? []);
  const filters = [
    `kind:${kind}`,
    ...runtimes.map((runtime) => `runtime:${runtime}`),
    ...(named ? [`named:${named}`] : []),
  ];
  return `<!doctype html><html lang="en"><head><title>${escapeText(title)}</title></head><body><main data-pagefind-body>
${filters.map((filter) => `<span data-pagefind-filter="${escapeText(filter)}"></span>`).join('')}
${Object.entries({ kind, summary, ...meta })
  .map(([name, value]) => `<span data-pagefind-meta="${name}">${escapeText(value)}</span>`)
  .map((span) => `<span data-pagefind-ignore="index">${span}</span>`)
  .join('')}
<h1 data-pagefind-weight="${titleWeight[kind]}">${escapeText(title)}</h1>
${alsoKnownAs.length > 0 ? `<p data-pagefind-weight="7">${escapeText(alsoKnownAs.join(' · '))}</p>` : ''}
${body}
${parts.length > 0 ? `<p data-pagefind-weight="0.5">${escapeText([...new Set(parts)].join(' · '))}</p>` : ''}
</main></body></html>`;
}
