/** The two ways to start the unit's file: as a thread, in a Web Worker, and as a process, in an isolated frame. */
import type { Answer } from './unit.ts';
import unitFile from './unit.ts?worker&url';

/** The document that every isolated frame starts with. */
export const frameFile = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/runner/frame.html`;

export interface Transport {
  post(message: unknown, transfer: Transferable[]): void;
  close(): void;
}
export interface Listener {
  answer(answer: Answer): void;
  error(message: string): void;
}

export function workerTransport({ answer, error }: Listener): Transport {
  // While developing, the file is a module; built, it is one classic script, which a frame can run too.
  const worker = new Worker(unitFile, { type: import.meta.env.DEV ? 'module' : 'classic' });
  worker.addEventListener('message', ({ data }) => answer(data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    error(event.message || 'the worker’s file could not be loaded');
  });
  worker.addEventListener('messageerror', () => error('an answer could not be received'));
  return { post: (message, transfer) => worker.postMessage(message, transfer), close: () => worker.terminate() };
}

export function frameTransport({ answer }: Listener): Transport {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  // With this it also loads on an isolated page whose host sends no headers for the frame.
  frame.setAttribute('credentialless', '');
  frame.title = 'One process of an experiment';
  frame.tabIndex = -1;
  frame.src = `${frameFile}#${unitFile}`;
  const listen = ({ source, data }: MessageEvent) => {
    if (source !== null && source === frame.contentWindow) answer(data);
  };
  addEventListener('message', listen);
  frameHost().append(frame);
  return {
    post: (message, transfer) => frame.contentWindow?.postMessage(message, '*', transfer),
    close: () => {
      removeEventListener('message', listen);
      frame.remove();
    },
  };
}

/** Frames out of sight are slowed down: they are one pixel large, in a corner of the viewport. */
function frameHost(): HTMLElement {
  const found = document.querySelector<HTMLElement>('.runner-frames');
  if (found) return found;
  const host = document.createElement('div');
  host.className = 'runner-frames';
  host.ariaHidden = 'true';
  document.body.append(host);
  return host;
}
