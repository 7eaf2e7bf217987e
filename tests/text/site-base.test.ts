import { describe, expect, test } from 'vitest';
import { remarkBase } from '../../src/authoring/remark-base.ts';
import { siteBase } from '../../src/text/site-base.ts';

describe('the base of the site', () => {
  test.each([undefined, '', '/'])('is the root where nothing else is asked for (%j)', (given) => {
    expect(siteBase(given)).toBe('/');
  });

  test.each(['/docs/', '/a/b-c.d/'])('may be a path, %s', (given) => {
    expect(siteBase(given)).toBe(given);
  });

  test.each(['docs', '/docs', 'docs/', '//host/', '/a b/', '/"/', 'https://host/docs/'])('is not %s', (given) => {
    expect(() => siteBase(given)).toThrow('SITE_BASE: expected a path such as');
  });

  test('comes before links from the root, and before no other', () => {
    const urls = ['/claims/gil/#k1', '#here', 'other/', '//host/', 'https://host/'];
    const links = urls.map((url) => ({ type: 'link' as const, url, children: [] }));
    remarkBase('/docs/')({ type: 'root', children: [{ type: 'paragraph', children: links }] });
    expect(links.map(({ url }) => url)).toEqual(['/docs/claims/gil/#k1', ...urls.slice(1)]);
  });
});
