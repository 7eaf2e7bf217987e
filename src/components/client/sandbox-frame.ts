/**
 * Opens a sandbox inside the page. Nothing of StackBlitz, and not even its SDK, is asked for before the click.
 *
 * The SDK's own `embedProject` writes an inline script into a blank frame, which our content-security policy refuses, and hands
 * the frame thirty permissions. So the page's plain form is sent into a named frame that is granted isolation only, and the SDK
 * only connects to it.
 */
import sdk, { type VM } from '@stackblitz/sdk';

const theme = () => (document.documentElement.dataset.theme === 'light' ? 'light' : 'dark');

/** A frame by the name that the form aims at. */
function namedFrame(name: string, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.name = name;
  frame.title = `${title}, on StackBlitz`;
  frame.allow = 'cross-origin-isolated https://stackblitz.com';
  return frame;
}

/** Sends a copy of the form into the frame; the form itself still opens a new tab. */
function sendInto(form: HTMLFormElement, frame: HTMLIFrameElement, action: string): void {
  const copy = form.cloneNode(true) as HTMLFormElement;
  copy.hidden = true;
  copy.action = action;
  copy.target = frame.name;
  document.body.append(copy);
  copy.submit();
  copy.remove();
}

/** Keeps the editor's colours with the page's. @returns stops it */
function followTheme(vm: VM): () => void {
  const observer = new MutationObserver(() => {
    vm.editor.setTheme(theme()).catch(() => observer.disconnect());
  });
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

export interface SandboxParts {
  form: HTMLFormElement;
  place: HTMLElement;
  say(words: string): void;
  /** Address for the embed, without the theme. */
  action: string;
  name: string;
  title: string;
}

/** @returns closes the embed; rejects with the SDK's reason when StackBlitz stays silent for some ten seconds */
export async function embedSandbox({ form, place, say, action, name, title }: SandboxParts): Promise<() => void> {
  const frame = namedFrame(name, title);
  place.replaceChildren(frame);
  sendInto(form, frame, `${action}&theme=${theme()}`);
  say('Waiting for StackBlitz …');
  try {
    const vm = await sdk.connect(frame);
    const stop = followTheme(vm);
    say('StackBlitz has answered. It starts the programs by itself; their output appears in its terminal.');
    return () => {
      stop();
      frame.remove();
    };
  } catch (error) {
    frame.remove();
    throw error;
  }
}
