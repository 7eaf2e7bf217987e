/** What is wrong with a page: its errors, and whatever its content-security policy refused, in its frames as well. */
import type { Page } from '@playwright/test';

/** Runs in every document before its own scripts: the console is the one place that tests hear of in all browsers. */
export function tellViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    console.error(`The policy refused ${blockedURI}: ${violatedDirective}`);
  });
}

/** Listens from now on. @returns what was heard so far */
export async function hearProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.addInitScript(tellViolations);
  return problems;
}

/** As {@link hearProblems}, and whatever the page asks of another host. */
export async function hearEverything(page: Page): Promise<string[]> {
  const problems = await hearProblems(page);
  page.on('request', (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== '127.0.0.1' && !request.url().startsWith('data:')) problems.push(`asked ${request.url()}`);
  });
  return problems;
}
