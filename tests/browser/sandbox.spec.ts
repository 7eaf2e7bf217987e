import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { everyPage } from './every-page.ts';
import { hearProblems } from './problems.ts';

/** What `npm run bake` wrote, by experiment. */
const folder = new URL('../../.cache/sandboxes/', import.meta.url);
const sandboxes = new Map<string, Record<string, string>>();
/** An experiment whose page is not written yet has its sandbox already. */
const hasPage = (experiment: string) =>
  existsSync(new URL(`../../content/docs/claims/${experiment}.mdx`, import.meta.url));
for (const file of readdirSync(folder)) {
  const { experiment, files } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  sandboxes.set(experiment, files);
}
const page$ = '/claims/start-up/';

function bakedFiles(experiment: string): Record<string, string> {
  const files = sandboxes.get(experiment);
  if (!files) throw new Error(`Expected .cache/sandboxes/${experiment}.json, found none. Run "npm run bake".`);
  return files;
}

/** Speaks the SDK's handshake: answers SDK_INIT with a port, and every request on it with success. */
const standIn = `<!doctype html><title>stand-in</title><script>
addEventListener('message', ({ data, source }) => {
  if (data?.action !== 'SDK_INIT') return;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data: { type, payload } }) => {
    document.title = type + ' ' + (payload.theme ?? '');
    port1.postMessage({ type: type + '_SUCCESS', payload: { __reqid: payload.__reqid, __success: true } });
  };
  source.postMessage({ action: 'SDK_INIT_SUCCESS', id: data.id, payload: { previewOrigin: null } }, '*', [port2]);
});
</script>`;
const silent = '<!doctype html><title>silent</title>';

interface Asked {
  url: string;
  body: string;
}

async function answerWith(page: Page, html: string | null): Promise<Asked[]> {
  const asked: Asked[] = [];
  await page.context().route('https://stackblitz.com/**', async (route) => {
    const request = route.request();
    asked.push({ url: request.url(), body: request.postData() ?? '' });
    if (html === null) return route.abort('connectionrefused');
    await route.fulfill({
      contentType: 'text/html',
      headers: { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Resource-Policy': 'cross-origin' },
      body: html,
    });
  });
  return asked;
}

/** An HTML form sends every line end as CR LF, whatever the field holds. Nothing else is changed. */
function expectFiles(body: string, experiment = 'start-up'): void {
  const fields = new URLSearchParams(body);
  expect(fields.get('project[template]')).toBe('node');
  const posted = Object.fromEntries(
    [...fields].flatMap(([name, value]) => {
      const path = /^project\[files\]\[(.+)\]$/.exec(name)?.[1];
      return path ? [[path, value]] : [];
    }),
  );
  const asSent = Object.entries(bakedFiles(experiment)).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]);
  expect(posted).toEqual(Object.fromEntries(asSent));
}

test('asks nothing of StackBlitz before the click, then connects under the site’s own policy and follows the theme', async ({
  page,
}) => {
  const asked = await answerWith(page, standIn);
  const problems = await hearProblems(page);
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(page$);
  const sandbox = page.locator('section.sandbox');
  await sandbox.scrollIntoViewIfNeeded();
  await expect(sandbox.getByRole('button', { name: 'Open it here' })).toBeVisible();
  expect(asked).toEqual([]);
  expect(scripts.filter((url) => /sandbox-frame|stackblitz/.test(url))).toEqual([]);

  await sandbox.getByRole('button', { name: 'Open it here' }).click();
  await expect(sandbox.getByRole('status')).toContainText('StackBlitz has answered');
  expect(asked).toHaveLength(1);
  const address = new URL(asked[0]?.url ?? '');
  expect(address.pathname).toBe('/run');
  expect(Object.fromEntries(address.searchParams)).toMatchObject({ embed: '1', corp: '1', startScript: 'start' });
  expectFiles(asked[0]?.body ?? '');
  await expect(sandbox.locator('iframe')).toHaveAttribute('allow', 'cross-origin-isolated https://stackblitz.com');

  const frame = page.frames().find((one) => one.url().startsWith('https://stackblitz.com'));
  const now = await page.locator('html').getAttribute('data-theme');
  const next = now === 'dark' ? 'light' : 'dark';
  await page.locator('starlight-theme-select select').first().selectOption(next);
  await expect.poll(() => frame?.title()).toBe(`SDK_SET_UI_THEME ${next}`);

  await sandbox.getByRole('button', { name: 'Close it' }).click();
  await expect(sandbox.locator('iframe')).toHaveCount(0);
  expect(problems).toEqual([]);
});

for (const [what, html] of [
  ['silent', silent],
  ['refusing', null],
] as const) {
  test(`a ${what} StackBlitz: the reader is told, may retry, and has the tab and the zip`, async ({ page }) => {
    const asked = await answerWith(page, html);
    await page.goto(page$);
    const sandbox = page.locator('section.sandbox');
    await sandbox.getByRole('button', { name: 'Open it here' }).click();
    await expect(sandbox.getByRole('status')).toContainText('did not answer', { timeout: 30_000 });
    await expect(sandbox.locator('iframe')).toHaveCount(0);
    await expect(sandbox.getByRole('button', { name: /Open on StackBlitz/ })).toBeEnabled();
    await expect(sandbox.getByRole('link', { name: 'Download the zip' })).toBeVisible();
    const before = asked.length;
    await sandbox.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => asked.length).toBeGreaterThan(before);
  });
}

/** Kinds of page on which there is always something to take away and run. */
const WITH_SANDBOX = ['claims', 'start', 'concepts', 'choose'];

test('every claim page, tutorial, concept page and guide has a form, a zip, a command and the truth about them', async ({
  request,
}) => {
  const pages = (await everyPage(request)).filter((path) => WITH_SANDBOX.includes(path.split('/')[1] ?? ''));
  expect(pages.length).toBeGreaterThan(30);
  for (const path of pages) {
    const { document } = parseHTML(await (await request.get(path)).text());
    const section = document.querySelector('section.sandbox');
    const experiment = section?.getAttribute('data-experiment') ?? '';
    expect.soft([...sandboxes.keys()], `${path}: its sandbox`).toContain(experiment);
    const form = section?.querySelector('form[method="post"][target="_blank"]');
    expect.soft(form?.getAttribute('action'), path).toMatch(/^https:\/\/stackblitz\.com\/run\?/);
    expect.soft(section?.querySelector('a[download]')?.getAttribute('href'), path).toBe(`/sandbox/${experiment}.zip`);
    expect.soft(section?.querySelector('pre code')?.textContent, path).toBe(`cd ${experiment} && npm start`);
    expect.soft(section?.querySelector('.truth')?.textContent, path).toContain('don’t compare its numbers');
  }
});

for (const experiment of sandboxes.keys()) {
  test(`the zip of ${experiment} holds the baked files and nothing else, byte for byte`, async ({ request }) => {
    const response = await request.get(`/sandbox/${experiment}.zip`);
    expect(response.status()).toBe(200);
    const unzipped = Object.entries(unzipSync(new Uint8Array(await response.body())));
    const baked = Object.entries(bakedFiles(experiment));
    expect(unzipped.map(([path]) => path).sort()).toEqual(baked.map(([path]) => `${experiment}/${path}`).sort());
    for (const [path, text] of baked) {
      const bytes = unzipped.find(([name]) => name === `${experiment}/${path}`)?.[1];
      expect(Buffer.from(bytes ?? []).equals(Buffer.from(text)), path).toBe(true);
    }
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const experiment of [...sandboxes.keys()].filter(hasPage)) {
    test(`the form opens the files of ${experiment} in a new tab`, async ({ page }) => {
      const asked = await answerWith(page, silent);
      await page.goto(`/claims/${experiment}/`);
      const opened = page.context().waitForEvent('page');
      await page
        .locator('section.sandbox')
        .getByRole('button', { name: /Open on StackBlitz/ })
        .click();
      await opened;
      await expect.poll(() => asked.length).toBe(1);
      expectFiles(asked[0]?.body ?? '', experiment);
    });
  }
});
