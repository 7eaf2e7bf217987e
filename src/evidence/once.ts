const keepers: (() => void)[] = [];

/** Computes a value at the first call and keeps it for the build. */
export function once<Value>(read: () => Value): () => Value {
  let kept: { value: Value } | undefined;
  keepers.push(() => {
    kept = undefined;
  });
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}

/** Forgets all kept values, so that what was measured or baked since is read. */
export function forgetKept(): void {
  for (const forget of keepers) forget();
}
