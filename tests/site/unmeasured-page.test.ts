/** A page may be written before anybody has measured what it shows. */
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { createSmallSite, page } from './small-site.ts';

test('a page about an experiment that nobody has measured is built, and says so', { timeout: 120_000 }, async () => {
  const site = createSmallSite();
  const gil = 'experiment="gil" case="units-2" metric="wall"';
  const text = `<Chart experiment="gil" metric="wall" kind="bars" />

It took <Figure ${gil} variant="thread" />, that is <Ratio ${gil} of="process" over="thread" />.

<Verdicts claim="X1" />

<Provenance experiment="gil" />

<Programs experiment="gil" />
`;
  site.write('content/docs/claims/page.mdx', page('Page', 'claim', text));
  const { code, said } = await site.build();
  expect(code, said).toBe(0);
  const { document } = parseHTML(site.read('dist/claims/page/index.html'));
  site.remove();
  expect(document.querySelector('.provenance')?.textContent).toContain('has not been measured yet');
  expect(document.querySelector('.chart-absent')?.textContent).toContain('has not been measured');
  expect(document.querySelectorAll('.figure, .ratio')).toHaveLength(0);
  expect([...document.querySelectorAll('.absent')].some(({ textContent }) => textContent === 'not measured yet')).toBe(
    true,
  );
});
