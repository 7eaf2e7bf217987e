import { expect, type Page, test } from '@playwright/test';
import { bakedSandboxes } from '../baked-sandboxes.ts';
import { hearProblems } from './problems.ts';

const page$ = '/claims/start-up/';
const baked = bakedSandboxes().get('start-up') ?? {};

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
function expectFiles(body: string): void {
  const fields = new URLSearchParams(body);
  expect(fields.get('project[template]')).toBe('node');
  const posted = Object.fromEntries(
    [...fields].flatMap(([name, value]) => {
      const path = /^project\[files\]\[(.+)\]$/.exec(name)?.[1];
      return path ? [[path, value]] : [];
    }),
  );
  const asSent = Object.entries(baked).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]);
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
    await page.clock.install();
    await page.goto(page$);
    const sandbox = page.locator('section.sandbox');
    await sandbox.getByRole('button', { name: 'Open it here' }).click();
    await expect(sandbox.getByRole('status')).toContainText('Waiting for StackBlitz');
    await page.clock.runFor(30_000);
    await expect(sandbox.getByRole('status')).toContainText('did not answer');
    await expect(sandbox.locator('iframe')).toHaveCount(0);
    await expect(sandbox.getByRole('button', { name: /Open on StackBlitz/ })).toBeEnabled();
    await expect(sandbox.getByRole('link', { name: 'Download the zip' })).toBeVisible();
    const before = asked.length;
    await sandbox.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => asked.length).toBeGreaterThan(before);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form opens the baked files in a new tab', async ({ page }) => {
    const asked = await answerWith(page, silent);
    await page.goto(page$);
    const opened = page.context().waitForEvent('page');
    await page
      .locator('section.sandbox')
      .getByRole('button', { name: /Open on StackBlitz/ })
      .click();
    await opened;
    await expect.poll(() => asked.length).toBe(1);
    expectFiles(asked[0]?.body ?? '');
  });
});
