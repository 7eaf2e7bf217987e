/** https://llmstxt.org/: what the site is, and its pages as Markdown, for programs that read text. */
import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { SECTIONS } from '../authoring/sections.ts';
import { address } from '../text/address.ts';

export const GET: APIRoute = async ({ site }) => {
  const full = (path: string) => new URL(address(path), site).href;
  const pages = await getCollection('docs');
  const home = pages.find(({ data }) => data.kind === 'home');
  const sections = SECTIONS.map(({ folder, label }) => {
    const links = pages
      .filter(({ id }) => id.startsWith(`${folder}/`))
      .sort((a, b) => a.id.localeCompare(b.id, 'en'))
      .map(({ id, data }) => `- [${data.title}](${full(`/${id}/index.md`)}): ${data.description}`);
    return `## ${label}\n\n${links.join('\n')}\n`;
  });
  const words = [
    '# Thread or Process\n',
    `> ${home?.data.description ?? ''}\n`,
    'Every figure was measured: each says on which machine, when and in how many rounds, and a verdict says what its',
    'interval shows. Quote a figure with its machine and date. Each page has its Markdown beside it, as `index.md`.\n',
    `- [The claims with their verdicts](${full('/reference/ledger/index.md')})`,
    `- [The results as data](${full('/reference/results/index.md')}), with the schema at ${full('/data/results.schema.json')}\n`,
    ...sections,
  ];
  return new Response(words.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
