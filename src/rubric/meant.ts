import type { Path, RubricDocument } from "./document.ts";

/** A key or a value that cannot stand where it does, and what was meant by it, where that is clear. */
export interface Slip {
  /** As it was typed. */
  readonly path: Path;
  readonly of: "key" | "value";
  readonly meant: string | undefined;
}

/**
 * The document as it was meant, to be looked at, never to judge by; undefined where there are no slips, one of them
 * says nothing of that, or a key that was meant is there already.
 */
export function asMeant(document: RubricDocument, slips: readonly Slip[]): RubricDocument | undefined {
  if (slips.length === 0) return undefined;
  let { data } = document;
  // The inner ones first: a key around them leads to them as it was typed.
  for (const { path, of, meant } of [...slips].sort((a, b) => b.path.length - a.path.length)) {
    if (meant === undefined) return undefined;
    const around = path.slice(0, -1).reduce(inside, data);
    const there = inside(around, path.at(-1) ?? "");
    // A list is told of as a whole; which of its words was meant is not said.
    if (of === "key" ? inside(around, meant) !== undefined : typeof there !== "string") return undefined;
    data = changed(data, path, of, meant);
  }
  const keys = slips.filter(({ of }) => of === "key").sort((a, b) => a.path.length - b.path.length);
  const typed = (path: Path): Path => asTyped(path, keys);
  return {
    ...document,
    data,
    place: (path) => document.place(typed(path)),
    placeOfKey: (path) => document.placeOfKey(typed(path)),
  };
}

const inside = (data: unknown, step: string | number): unknown =>
  typeof data === "object" && data !== null ? (data as Readonly<Record<string, unknown>>)[step] : undefined; // a list has its places for keys

/** A copy of the data with one key or value put right. */
function changed(data: unknown, [step, ...rest]: Path, of: Slip["of"], meant: string): unknown {
  if (step === undefined) return meant;
  if (Array.isArray(data))
    return data.map((item: unknown, index) => (index === step ? changed(item, rest, of, meant) : item));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]: [string, unknown]) => {
      if (key !== step) return [key, value];
      return of === "key" && rest.length === 0 ? [meant, value] : [key, changed(value, rest, of, meant)];
    }),
  );
}

/** The way to what stands at `path` in the data as they were meant; of the `keys` the outer ones come first. */
const asTyped = (path: Path, keys: readonly Slip[]): Path =>
  keys.reduce((before, { path: typed, meant }) => {
    const last = typed.length - 1;
    const isBelow = before[last] === meant && typed.slice(0, last).every((step, at) => step === before[at]);
    return isBelow ? [...typed, ...before.slice(typed.length)] : before;
  }, path);
