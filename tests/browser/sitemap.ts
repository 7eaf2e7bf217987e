/** Every page of the built site, as the sitemap lists them. */
import { type APIRequestContext, expect } from '@playwright/test';

export async function everyPage(request: APIRequestContext): Promise<string[]> {
  const sitemap = await (await request.get('/sitemap-0.xml')).text();
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address ?? '').pathname);
  expect(pages.length, 'pages in the sitemap').toBeGreaterThan(5);
  return pages.sort();
}
