import { expect, type Page, test } from '@playwright/test';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Search' });

test.beforeEach(async ({ page }) => {
  await page.goto('/concepts/gil/', { waitUntil: 'networkidle' });
});

for (const key of ['Control+k', 'Meta+k']) {
  test(`${key} opens search with the field in focus, Escape closes it and gives the focus back`, async ({ page }) => {
    const before = page.getByRole('button', { name: 'Search' });
    await before.focus();
    await page.keyboard.press(key);
    const field = dialogOf(page).getByRole('searchbox');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(dialogOf(page)).toBeHidden();
    await expect(before).toBeFocused();
  });
}

test('what is typed at once is kept, and found when all that finds has been fetched', async ({ page }) => {
  let deliver = () => {};
  const wanted = new Promise<void>((resolve) => {
    deliver = resolve;
  });
  await page.route(/\.js$/, async (route) => {
    await wanted;
    await route.continue();
  });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('mutex');
  await expect(dialogOf(page).getByRole('searchbox')).toHaveValue('mutex');
  deliver();
  await expect(dialogOf(page).locator('.find-hits a').first()).toHaveText('lock');
});

test('an empty field shows what can be asked, until something is typed', async ({ page }) => {
  await page.goto('/search/');
  const samples = page.locator('main .find-samples');
  await expect(samples.getByRole('link')).not.toHaveCount(0);
  await page.locator('main input[type=search]').fill('fork');
  await expect(samples).toBeHidden();
});

test('no single key opens search', async ({ page }) => {
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  const field = dialogOf(page).getByRole('searchbox');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  await page.keyboard.type('i/o');
  await expect(field).toHaveValue('i/o');
});

test('a subject the site knows nothing of is said to be unknown', async ({ page }) => {
  await page.keyboard.press('Control+k');
  const status = dialogOf(page).getByRole('status');
  await dialogOf(page).getByRole('searchbox').fill('kubernetes zzxqy');
  await expect(status).toContainText('Nothing on this site says');
  await expect(status).toContainText('“zzxqy”');
});

for (const { part, query } of [
  { part: '*.pf_index', query: 'mutex' },
  { part: 'names.json', query: 'mutex' },
  { part: 'words.json', query: 'contxet' },
]) {
  test(`a part of the index that cannot be fetched is told, with another way: ${part}`, async ({ page }) => {
    await page.route(`**/pagefind/**/${part}`, (route) => route.abort());
    await page.keyboard.press('Control+k');
    await dialogOf(page).getByRole('searchbox').fill(query);
    await expect(dialogOf(page).getByRole('status')).toContainText('could not be read');
    await expect(dialogOf(page).getByRole('link', { name: /index from A to Z/ })).toBeVisible();
  });
}

test('by keyboard alone from the key to the answer', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await expect(dialogOf(page).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('mutex');
  const links = dialogOf(page).locator('.find-hits a');
  await expect(links.first()).toHaveText('lock');
  await page.keyboard.press('ArrowDown');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(dialogOf(page).getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/reference\/glossary\/#lock$/);
});

test('a letter typed on a result goes on in the field', async ({ page }) => {
  await page.keyboard.press('Control+k');
  const field = dialogOf(page).getByRole('searchbox');
  await expect(field).toBeFocused();
  await page.keyboard.type('lock');
  await expect(dialogOf(page).locator('.find-hits a').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('s');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('locks');
});

test('how many were found, what was read and that nothing was found are announced', async ({ page }) => {
  await page.keyboard.press('Control+k');
  const field = dialogOf(page).getByRole('searchbox');
  const status = dialogOf(page).getByRole('status');
  await field.fill('deadlock');
  await expect(status).toHaveText(/^\d+ results? for “deadlock”$/);
  await field.fill('context swich');
  await expect(status).toHaveText(/read as “context switch”/);
  await field.fill('zzxqy');
  await expect(status).toHaveText(/Nothing found for “zzxqy”/);
  await expect(dialogOf(page).getByRole('link', { name: 'the question index' })).toBeVisible();
});

test('a claim shows its verdicts; kind and runtime narrow the results', async ({ page }) => {
  await page.goto('/search/?q=memory&kind=claim');
  const kinds = page.locator('main .find-kind');
  await expect(kinds.first()).toHaveText('claim');
  await expect(page.locator('main .find-verdicts').first()).toContainText('Node.js:');
  const claims = await kinds.allTextContents();
  expect(claims.every((kind) => kind === 'claim')).toBe(true);
  await page.locator('main').getByRole('searchbox').fill('SharedArrayBuffer');
  await page.getByLabel('Runtime').selectOption('browser');
  await page.getByLabel('Kind').selectOption('error');
  await expect(kinds.first()).toHaveText('error message');
  await expect(page).toHaveURL(/kind=error&runtime=browser/);
});

test('the page of results can be linked to, and back goes to the query before', async ({ page }) => {
  await page.goto('/search/?q=mutex');
  const field = page.locator('main').getByRole('searchbox');
  await expect(field).toHaveValue('mutex');
  await expect(page.locator('main .find-hits a').first()).toHaveText('lock');
  await field.fill('deadlock');
  await field.press('Enter');
  await expect(page).toHaveURL(/\?q=deadlock$/);
  await page.goBack();
  await expect(field).toHaveValue('mutex');
  await expect(page.locator('main .find-hits')).toHaveAttribute('data-query', 'mutex');
});

test('Enter in the dialog leads to the page of results', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await expect(dialogOf(page).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('start method');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=start\+method/);
});

test('OpenSearch describes the page of results', async ({ request }) => {
  const description = await request.get('/opensearch.xml');
  expect(await description.text()).toContain('/search/?q={searchTerms}');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the header links the index from A to Z, which has every term', async ({ page }) => {
    await page.getByRole('link', { name: 'Index A–Z' }).click();
    await expect(page).toHaveURL(/\/a-z\/$/);
    await expect(page.getByRole('link', { name: 'mutex', exact: true })).toHaveAttribute('href', /glossary\/#lock$/);
  });
});
