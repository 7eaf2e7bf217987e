/**
 * Lets a page name a component without importing it: `<Verdict claim="X6" />` finds `src/components/Verdict.astro`.
 * A misspelt component, claim, experiment, case, metric, variant, runtime, chart kind, term or citation stops the build with the
 * file, the line, what was expected and the nearest name there is.
 */
import { relative } from 'node:path';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import { chartKinds } from '../charts/chart-kinds.ts';
import { nearest } from '../measurement/nearest.ts';
import { readerLanguages } from '../measurement/runtimes.ts';
import { type KnownNames, readKnownNames } from './known-names.ts';

type Element = MdxJsxFlowElement | MdxJsxTextElement;
interface VirtualFile {
  path: string;
}

function stringAttribute(element: Element, name: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name === name && typeof attribute.value === 'string') {
      return attribute.value;
    }
  }
  return undefined;
}

/** What a component names, if it names only one thing. */
const ownExpectations = (names: KnownNames): Readonly<Record<string, Expectation>> => ({
  Chart: { attribute: 'kind', kind: 'chart kind', known: new Set(chartKinds) },
  Term: { attribute: 'id', kind: 'glossary term', known: names.terms },
  Language: { attribute: 'is', kind: 'language of tutorials', known: new Set(readerLanguages.map(({ id }) => id)) },
  Cite: { attribute: 'id', kind: 'bibliography entry', known: names.citations },
  Published: { attribute: 'id', kind: 'published figure', known: names.published },
});

interface Expectation {
  attribute: string;
  /** What it names, in words. */
  kind: string;
  known: ReadonlySet<string>;
  /** The component needs it. */
  required?: boolean;
}

/** Which known names each attribute must come from; space-separated lists are checked word by word. */
function expectations(element: Element, names: KnownNames): Expectation[] {
  const experiment = stringAttribute(element, 'experiment');
  const words = experiment ? names.experiments.get(experiment) : undefined;
  const checks: Expectation[] = [
    { attribute: 'claim', kind: 'claim', known: names.claims },
    { attribute: 'claims', kind: 'claim', known: names.claims },
    { attribute: 'experiment', kind: 'experiment', known: new Set(names.experiments.keys()) },
    { attribute: 'runtime', kind: 'runtime', known: names.runtimes },
  ];
  if (words) {
    for (const attribute of ['case', 'cases', 'beside']) {
      checks.push({ attribute, kind: `case of ${experiment}`, known: words.cases });
    }
    checks.push({ attribute: 'metric', kind: `metric of ${experiment}`, known: words.metrics });
    for (const attribute of ['variant', 'variants', 'of', 'over']) {
      checks.push({ attribute, kind: `variant of ${experiment}`, known: words.variants });
    }
  }
  const own = element.name ? ownExpectations(names)[element.name] : undefined;
  return own ? [...checks, { ...own, required: true }] : checks;
}

function fail(file: string, line: number | undefined, found: string, kind: string, known: Iterable<string>): never {
  const near = nearest(found, known, Number.POSITIVE_INFINITY);
  throw new Error(
    `${relative(process.cwd(), file)}:${line ?? '?'}: expected a known ${kind}, found "${found}".` +
      `${near ? ` Nearest: "${near}".` : ''} Known: ${[...known].join(', ') || 'none'}.`,
  );
}

/** Checks one element's names. Exported for tests. */
export function checkElement(element: Element, names: KnownNames, file: string): void {
  const line = element.position?.start.line;
  for (const { attribute, kind, known, required } of expectations(element, names)) {
    const isThere = element.attributes.some((one) => one.type === 'mdxJsxAttribute' && one.name === attribute);
    const given = required && !isThere ? '' : stringAttribute(element, attribute);
    for (const found of given?.split(/[\s,]+/) ?? []) {
      if (!known.has(found)) fail(file, line, found, kind, known);
    }
  }
}

/** The `import Name from 'file'` node that MDX would have parsed from the page. */
function importNode(name: string, file: string) {
  const source = { type: 'Literal' as const, value: file, raw: JSON.stringify(file) };
  return {
    type: 'mdxjsEsm' as const,
    value: '',
    data: {
      estree: {
        type: 'Program' as const,
        sourceType: 'module' as const,
        comments: [],
        body: [
          {
            type: 'ImportDeclaration' as const,
            source,
            attributes: [],
            specifiers: [{ type: 'ImportDefaultSpecifier' as const, local: { type: 'Identifier' as const, name } }],
          },
        ],
      },
    },
  };
}

export function remarkComponents() {
  let names: KnownNames | undefined;
  return (tree: Root, file: VirtualFile) => {
    if (!file.path.endsWith('.mdx')) return;
    names ??= readKnownNames();
    const known = names;
    const used = new Set<string>();
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      const element = node as Element;
      if (!element.name || !/^[A-Z]/.test(element.name)) return;
      used.add(element.name);
      checkElement(element, known, file.path);
    });
    for (const name of used) {
      const path = known.components.get(name);
      if (!path) fail(file.path, undefined, name, 'component', known.components.keys());
      tree.children.unshift(importNode(name, path) as unknown as Root['children'][number]);
    }
  };
}
