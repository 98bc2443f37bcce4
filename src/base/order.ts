export type Comparator<T> = (a: T, b: T) => number;

/** Code-unit order: the same on every machine, unlike `localeCompare`. */
export const compareText: Comparator<string> = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The first comparator that tells two values apart decides. */
export const byEach =
  <T>(...comparators: readonly Comparator<T>[]): Comparator<T> =>
  (a, b) => {
    for (const comparator of comparators) {
      const order = comparator(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };

/** Groups in order of first appearance. */
export function groupBy<T>(values: Iterable<T>, key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const name = key(value);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [value]);
    else group.push(value);
  }
  return groups;
}
