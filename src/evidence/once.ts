/**
 * Values that are computed once per build. The pages are rendered by a bundled copy of the project's modules, in the
 * process that has checked the evidence and indexes the pages afterwards: what one copy has computed, the others take.
 */
declare global {
  var keptForTheBuild: Map<string, unknown> | undefined;
}

globalThis.keptForTheBuild ??= new Map();
const kept = globalThis.keptForTheBuild;

/** @param name the same in all copies, and of this value alone */
export function once<Value>(name: string, read: () => Value): () => Value {
  return () => {
    if (!kept.has(name)) kept.set(name, read());
    return kept.get(name) as Value;
  };
}

/** Keeps a value that was made on the way, instead of having it read again. */
export function keep(name: string, value: unknown): void {
  kept.set(name, value);
}

/** Forgets what was kept under these names, else everything, so that what was measured or baked since is read. */
export function forgetKept(...names: readonly string[]): void {
  for (const name of names.length > 0 ? names : [...kept.keys()]) kept.delete(name);
}
