import { readFileSync } from 'node:fs';
import { expect, type Locator, test } from '@playwright/test';
import { hearEverything } from './problems.ts';

test('a refusal of the policy would be heard', async ({ page }) => {
  const problems = await hearEverything(page);
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = '0';
    document.body.append(script);
  });
  await expect.poll(() => problems).toContainEqual(expect.stringContaining('The policy refused inline'));
});

test('home shows the classic table, measured, with a verdict in every row', async ({ page }) => {
  const problems = await hearEverything(page);
  await page.goto('/');
  const rows = page.locator('.home-table tbody tr');
  await expect(rows).toHaveCount(6);
  for (const row of await rows.all()) {
    await expect(row.locator('.verdict-cell')).toContainText(
      /confirmed|contradicted|no difference|partly|not settled|too noisy|not measured|does not apply/i,
    );
  }
  expect(problems).toEqual([]);
});

test('a term tells its definition to the keyboard, and is silent again when left', async ({ page }) => {
  await page.goto('/claims/gil/');
  await page.keyboard.press('Tab');
  const term = page.locator('.sl-markdown-content a.term').first();
  await term.focus();
  const definition = await term.getAttribute('title');
  expect(definition?.length).toBeGreaterThan(20);
  await expect(page.locator('.title-popover')).toBeVisible();
  await expect(page.locator('.title-popover')).toHaveText(definition ?? '');
  await page.keyboard.press('Tab');
  await expect(page.locator('.title-popover')).toBeHidden();
});

test('the chosen runtime holds on the next page and after a reload', async ({ page }) => {
  await page.goto('/');
  await page.locator('.runtime-switch label[data-choice="c"]').click();
  await page.goto('/claims/start-up/');
  await expect(page.locator('html')).toHaveAttribute('data-runtime', 'c');
  await page.reload();
  await expect(page.locator('.runtime-switch input[value="c"]')).toBeChecked();
  await expect(page.locator('.for-runtime[data-runtime="node"]').first()).toBeHidden();
});

test('a page opens on the runtime that it is about, and an address may name another', async ({ page }) => {
  await page.goto('/');
  await page.locator('.runtime-switch label[data-choice="node"]').click();
  for (const [path, runtime] of [
    ['/claims/gil/', 'cpython'],
    ['/claims/vanishing-race/', 'cpython'],
    ['/claims/gil/?runtime=c', 'c'],
    ['/claims/start-up/?runtime=cpython-ft', 'cpython-ft'],
  ] as const) {
    await page.goto(path);
    await expect(page.locator('html'), path).toHaveAttribute('data-runtime', runtime);
    await expect(page.locator(`.runtime-switch input[value="${runtime}"]`), path).toBeChecked();
  }
});

test('a tutorial shows the language that was chosen, and figures follow it on other pages', async ({ page }) => {
  await page.goto('/start/break-a-counter/');
  const program = (name: string) => page.locator('.code-panel').filter({ hasText: name }).first();
  await expect(program('counter.mjs')).toBeVisible();
  await page.locator('.runtime-switch label').filter({ hasText: 'Python' }).click();
  await expect(program('counter.py')).toBeVisible();
  await expect(program('counter.mjs')).toBeHidden();
  await page.goto('/claims/start-up/');
  await expect(page.locator('html')).toHaveAttribute('data-runtime', 'cpython');
});

test('guesses at home are told what was measured, and counted anew for another runtime', async ({ page }) => {
  const problems = await hearEverything(page);
  await page.goto('/');
  const game = page.locator('.guess');
  await game.locator('summary').first().click();
  await expect(page.locator('.home-table')).toBeHidden();
  const questions = game.locator('fieldset');
  await expect(questions).toHaveCount(6);
  for (const question of await questions.all()) {
    await question.getByRole('radio', { name: 'threads' }).check();
    await expect(question.locator('.guess-answer:visible')).toBeVisible();
  }
  for (const runtime of ['node', 'c']) {
    await page.locator(`.runtime-switch label[data-choice="${runtime}"]`).click();
    const answers = await game
      .locator(`[data-runtime="${runtime}"] .guess-answer`)
      .evaluateAll((all) => all.map((answer) => (answer as HTMLElement).dataset.answer));
    const marked = await questions.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.guess));
    expect(marked).toEqual(answers.map((answer) => (!answer ? 'open' : answer === 'thread' ? 'right' : 'wrong')));
    const decided = answers.filter(Boolean);
    const known = decided.filter((answer) => answer === 'thread');
    await expect(game.locator('.guess-count')).toHaveText(
      decided.length > 0 ? `You knew ${known.length} of ${decided.length}.` : '',
    );
  }
  expect(problems).toEqual([]);
});

test('a claim page carries verdict, picture, programs and provenance', async ({ page }) => {
  const problems = await hearEverything(page);
  await page.goto('/claims/start-up/');
  for (const heading of ['The verdict', 'The picture', 'The programs', 'Where the figures come from']) {
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  }
  await expect(page.locator('figure svg').first()).toBeVisible();
  await expect(page.locator('a[href$=".json"]').first()).toBeAttached();
  expect(problems).toEqual([]);
});

/** What a reader gets who saves the picture over a row of downloads. */
async function saved(over: Locator, format: 'SVG' | 'PNG'): Promise<Buffer> {
  const download = over.page().waitForEvent('download');
  await over.getByRole('button', { name: `as ${format}` }).click();
  return readFileSync(await (await download).path());
}

const wordsIn = (svg: string) => svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('a saved picture names title, runtime, machine, date and address, on white in the dark theme too', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/claims/start-up/');
  const drawn = page.locator('.drawn').filter({ visible: true }).first();
  const svg = (await saved(drawn, 'SVG')).toString();
  const row = await drawn.locator('.downloads').evaluate((element) => ({ ...(element as HTMLElement).dataset }));
  for (const word of [row.title, row.caption, row.page].flatMap((text = '') => text.split(' ')))
    expect(wordsIn(svg)).toContain(word);
  expect(row.caption).toMatch(/Node\.js \d.*machine.*20\d\d.*rounds/);
  expect(svg).toContain('<rect width="100%" height="100%" fill="#fff"');
  expect(svg).not.toContain('rgb(255, 171, 102)');
  expect((await saved(drawn, 'PNG')).subarray(1, 4).toString()).toBe('PNG');
});

test('a saved timeline has its names, bars, axis and key, and all of its time at any zoom', async ({ page }) => {
  await page.goto('/claims/gil/');
  const frame = page.locator('.lanes-frame').filter({ visible: true }).first();
  const svg = (await saved(frame, 'SVG')).toString();
  for (const part of ['.lane-names li', '.time-axis text', '.lane-key .key', '.lane-title'])
    for (const words of await frame.locator(part).allTextContents()) expect(wordsIn(svg)).toContain(words.trim());
  const bars = await frame.locator('svg.lanes .running').count();
  expect(bars).toBeGreaterThan(0);
  expect(svg.match(/<rect [^>]*class="running/g)).toHaveLength(bars + 1); // One is the key's.
  await frame.getByRole('button', { name: 'Show finer time' }).click();
  expect((await saved(frame, 'SVG')).toString()).toBe(svg);
  expect((await saved(frame, 'PNG')).subarray(1, 4).toString()).toBe('PNG');
});

test('both themes can be chosen and hold', async ({ page }) => {
  await page.goto('/');
  for (const theme of ['dark', 'light']) {
    await page.locator('starlight-theme-select select').first().selectOption(theme);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every runtime’s figures, every program and every verdict is there, labelled', async ({ page }) => {
    await page.goto('/claims/start-up/');
    for (const runtime of ['node', 'cpython', 'c']) {
      await expect(page.locator(`.for-runtime[data-runtime="${runtime}"]`).first()).toBeVisible();
    }
    await expect(page.locator('figure svg').first()).toBeVisible();
    await expect(page.locator('pre code').first()).toBeVisible();
  });

  test('the answers to the guesses are folded, and open', async ({ page }) => {
    await page.goto('/');
    await page.locator('.guess > summary').click();
    const question = page.locator('.guess fieldset').first();
    await expect(question.getByRole('radio')).toHaveCount(0);
    await question.locator('summary').click();
    await expect(question.locator('.guess-answer').first()).toBeVisible();
  });

  test('the home table is whole', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('.home-table tbody tr')).toHaveCount(6);
    await expect(page.locator('.home-table .for-runtime[data-runtime="c"]').first()).toBeVisible();
  });
});
