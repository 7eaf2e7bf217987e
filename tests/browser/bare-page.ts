/** A page driven by the DevTools protocol alone: Playwright takes a page for crashed when only a frame of it has died. */
import type { Browser } from '@playwright/test';

export interface BarePage {
  /** The value of an expression in the page, or of the promise that it gives. @throws when the page is gone */
  evaluate<Value>(expression: string): Promise<Value>;
  close(): Promise<void>;
}

interface Message {
  id?: number;
  method?: string;
  result?: { result?: { value?: unknown } };
  error?: { message: string };
}

/** Resolves once the page has loaded. */
export async function openBarePage(browser: Browser, url: string): Promise<BarePage> {
  const session = await browser.newBrowserCDPSession();
  const { targetId } = await session.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (message: Message) => void>();
  let loaded = () => {};
  session.on('Target.receivedMessageFromTarget', ({ message, sessionId: from }) => {
    if (from !== sessionId) return;
    const received: Message = JSON.parse(message);
    if (received.id !== undefined) waiting.get(received.id)?.(received);
    if (received.method === 'Page.loadEventFired') loaded();
  });
  let next = 1;
  const send = async (method: string, params: object = {}): Promise<Message> => {
    const id = next++;
    const answered = new Promise<Message>((resolve) => waiting.set(id, resolve));
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    const reply = await answered;
    if (reply.error) throw new Error(reply.error.message);
    return reply;
  };
  await send('Page.enable');
  const load = new Promise<void>((resolve) => {
    loaded = resolve;
  });
  await send('Page.navigate', { url });
  await load;
  return {
    evaluate: async <Value>(expression: string) => {
      const { result } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      return result?.result?.value as Value;
    },
    close: async () => {
      await session.send('Target.closeTarget', { targetId });
      await session.detach();
    },
  };
}
