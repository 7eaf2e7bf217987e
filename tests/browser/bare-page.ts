/** A page driven by the DevTools protocol alone: Playwright takes a page for crashed when only a frame of it has died. */
import type { Browser } from '@playwright/test';

export interface BarePage {
  /** The value of an expression in the page, or of the promise that it gives. @throws when the page is gone */
  evaluate<Value>(expression: string): Promise<Value>;
  close(): Promise<void>;
}

interface Reply {
  id?: number;
  result?: { result?: { value?: unknown } };
  error?: { message: string };
}

export async function openBarePage(browser: Browser, url: string): Promise<BarePage> {
  const session = await browser.newBrowserCDPSession();
  const { targetId } = await session.send('Target.createTarget', { url });
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (reply: Reply) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message, sessionId: from }) => {
    const reply: Reply = JSON.parse(message);
    if (from === sessionId && reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  let next = 1;
  return {
    evaluate: async <Value>(expression: string) => {
      const id = next++;
      const answered = new Promise<Reply>((resolve) => waiting.set(id, resolve));
      const params = { expression, awaitPromise: true, returnByValue: true };
      const message = JSON.stringify({ id, method: 'Runtime.evaluate', params });
      await session.send('Target.sendMessageToTarget', { sessionId, message });
      const { result, error } = await answered;
      if (error) throw new Error(error.message);
      return result?.result?.value as Value;
    },
    close: async () => {
      await session.send('Target.closeTarget', { targetId });
      await session.detach();
    },
  };
}
