/** On a host that sends no headers the service worker isolates the page, once it is loaded through it. */

/** In this tab: absent, then the experiment that the page was reloaded for, then `done`. */
const MARK = 'reloaded-for';
/** ms after which the worker is given up. */
const PATIENCE = 3000;

function marked(): string | null {
  // Without storage nothing could prevent a second reload, so there is no first one.
  return 'forgets' in sessionStorage ? 'done' : sessionStorage.getItem(MARK);
}

/**
 * Reloads the page so that it is isolated, at most once in a tab.
 * @returns true if the page is being reloaded
 */
export async function reloadIsolated(experiment: string): Promise<boolean> {
  if (crossOriginIsolated || !('serviceWorker' in navigator) || marked() !== null) return false;
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
  const ready = await Promise.race([navigator.serviceWorker.ready, late]);
  if (!ready?.active) return false;
  sessionStorage.setItem(MARK, experiment);
  location.reload();
  return true;
}

/** The experiment that this page was reloaded for; undefined from the second call on. */
export function reloadedFor(): string | undefined {
  const experiment = marked();
  if (experiment === null || experiment === 'done') return undefined;
  sessionStorage.setItem(MARK, 'done');
  return experiment;
}

/** Whether the host itself sends what gives a frame a process of its own; a worker can't add it, for it never sees the frames. */
export async function hostIsolatesFrames(frame: string): Promise<boolean> {
  try {
    return (await fetch(frame, { method: 'HEAD' })).headers.has('Document-Isolation-Policy');
  } catch {
    return false;
  }
}
