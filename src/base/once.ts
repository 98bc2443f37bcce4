/** Works something out when it is first asked for, and keeps it. */
export function once<T>(make: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: make() };
    return known.value;
  };
}

/**
 * Keeps what was made of the last thing that was asked for: one rubric after another is worked on. A WeakMap
 * would do for any number of them, but hold on to all it was ever told until the memory is full.
 */
export function forLast<Key extends object, T>(make: (key: Key) => T): (key: Key) => T {
  let last: { readonly key: Key; readonly value: T } | undefined;
  return (key) => {
    if (last === undefined || last.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
