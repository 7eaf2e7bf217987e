/** The most that the heaviest page of each kind, and each tool, may weigh: bytes after Brotli at level 5. */
import type { PageKind, Weight } from './weigh-files.ts';

export const PAGE_BUDGETS: Readonly<Record<PageKind, Weight>> = {
  home: { html: 20_000, css: 25_000, js: 12_000 },
  tutorial: { html: 30_000, css: 25_000, js: 14_000 },
  concept: { html: 30_000, css: 25_000, js: 14_000 },
  claim: { html: 60_000, css: 25_000, js: 14_000 },
  guide: { html: 30_000, css: 25_000, js: 14_000 },
  reference: { html: 60_000, css: 25_000, js: 14_000 },
  method: { html: 30_000, css: 25_000, js: 14_000 },
};

/** Search before the first letter is typed, the runner before its experiment, the service worker; the typeface, once for all pages. */
export const TOOL_BUDGETS = { search: 120_000, runner: 40_000, worker: 2_500, typeface: 25_000 };
