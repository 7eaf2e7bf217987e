import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { remarkBase } from './src/authoring/remark-base.ts';
import { remarkCode } from './src/authoring/remark-code.ts';
import { remarkComponents } from './src/authoring/remark-components.ts';
import { remarkParagraphs } from './src/authoring/remark-paragraphs.ts';
import { remarkTables } from './src/authoring/remark-tables.ts';
import { SECTIONS } from './src/authoring/sections.ts';
import { codePanel } from './src/code/code-blocks.ts';
import { ink } from './src/code/theme.ts';
import { generatedRoutes } from './src/routes/generated-routes.ts';
import { eachRuntime } from './src/styles/each-runtime.ts';
import { siteBase } from './src/text/site-base.ts';

const site = process.env.SITE_URL ?? 'https://thread-or-process.example';
const base = siteBase(process.env.SITE_BASE);
/** Where the pages' sources lie, `https://github.com/owner/name`: without it there is no link to edit a page. */
const repository = process.env.SITE_REPOSITORY?.replace(/\/$/, '');

/** One sidebar group a folder, open where the reader is in it; the pages in it are found, not listed. */
const group = ({ label, folder }) => ({ label, collapsed: true, items: [{ autogenerate: { directory: folder } }] });

export default defineConfig({
  site,
  base,
  // Starlight finds pages in `<srcDir>/content/docs`: with the root as source folder, all that is read lies in `content/`.
  srcDir: './',
  outDir: process.env.SITE_OUT ?? './dist',
  trailingSlash: 'always',
  // Pictures for links are drawn outside the main thread: other pages are rendered meanwhile.
  build: { inlineStylesheets: 'never', concurrency: 4 },
  vite: {
    css: { postcss: { plugins: [eachRuntime] } },
    build: { assetsInlineLimit: 0, license: { fileName: 'third-party-licences.md' } },
    // The runner's unit lies where `_headers` lets isolated frames, which have no origin, load it.
    worker: { rolldownOptions: { output: { entryFileNames: 'runner/[name].[hash].js' } } },
  },
  // Component imports and name checks are a remark plugin, so pages go through unified, not Astro's default processor.
  // Blocks of code are dressed as the programs are, so Astro's own Shiki does it, not Expressive Code.
  markdown: {
    processor: unified({
      remarkPlugins: [remarkComponents, remarkParagraphs, remarkCode, [remarkBase, base], remarkTables],
    }),
    shikiConfig: { theme: ink, transformers: [codePanel] },
  },
  integrations: [
    starlight({
      title: 'Thread or Process',
      description: 'Should this run in threads or in processes? The folklore, measured on a real machine.',
      pagefind: false,
      disable404Route: true,
      expressiveCode: false,
      lastUpdated: true,
      ...(repository ? { editLink: { baseUrl: `${repository}/edit/main/` } } : {}),
      customCss: ['./src/styles/index.css'],
      components: {
        Head: './src/layout/Head.astro',
        Search: './src/layout/Search.astro',
        MarkdownContent: './src/layout/MarkdownContent.astro',
        PageTitle: './src/layout/PageTitle.astro',
        TableOfContents: './src/layout/TableOfContents.astro',
        MobileTableOfContents: './src/layout/MobileTableOfContents.astro',
        Footer: './src/layout/Footer.astro',
        LastUpdated: './src/layout/LastUpdated.astro',
      },
      sidebar: SECTIONS.map(group),
    }),
    mdx(),
    generatedRoutes(),
  ],
});
