import { expect, test } from 'vitest';
import { PAGE_BUDGETS, TOOL_BUDGETS } from '../../scripts/bench/budgets.ts';
import { heaviestPages, weighTools } from '../../scripts/bench/weigh-files.ts';
import { site } from './built-site.ts';

const pages = heaviestPages(site);

test('there is a page of each kind', () => {
  expect(pages.map(({ kind }) => kind).sort()).toEqual(Object.keys(PAGE_BUDGETS).sort());
});

test.each(pages)('the heaviest page of its kind, $kind, is within budget', ({ kind, path, ...weight }) => {
  for (const [part, limit] of Object.entries(PAGE_BUDGETS[kind])) {
    expect(weight[part as keyof typeof weight], `${part} of ${path}`).toBeLessThanOrEqual(limit);
  }
});

test.each(Object.entries(weighTools(site)))('%s is within budget', (tool, bytes) => {
  expect(bytes).toBeGreaterThan(500);
  expect(bytes).toBeLessThanOrEqual(TOOL_BUDGETS[tool as keyof typeof TOOL_BUDGETS]);
});
