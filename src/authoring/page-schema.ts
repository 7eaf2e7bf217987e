import { z } from 'astro/zod';

/** Frontmatter every page has beside Starlight's own. */
export const pageSchema = z.object({
  description: z.string().min(20),
  /** Which job the page does; also the search filter. */
  kind: z.enum(['home', 'tutorial', 'concept', 'claim', 'guide', 'reference', 'method']),
  /** The experiment whose programs this page runs: required of claim pages, used elsewhere for the sandbox. */
  experiment: z.string().optional(),
  /** The runtime the page is about, which it opens on. */
  runtime: z.string().optional(),
  /** Ledger rows treated here. */
  claims: z.array(z.string()).default([]),
  /** Words a reader may search that the text does not say. */
  keywords: z.array(z.string()).default([]),
});
