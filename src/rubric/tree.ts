import type { Span } from "../findings/span.ts";

/** Where a value or a key stands. A rubric may be made of several files, so a span alone would not say. */
export interface Place {
  readonly file: string;
  readonly span: Span;
}

/** A place that is worked out when it is asked for: most never are. */
export type Spot = () => Place;

/** A value with where it stands: a text, a list or a map of such values, in the order of the file. */
export interface Tree {
  readonly spot: Spot;
  readonly content: string | readonly Tree[] | TreeMap;
}

export type TreeMap = ReadonlyMap<string, Branch>;

/** A value in a map, with where its key stands. */
export interface Branch {
  readonly key: Spot;
  readonly value: Tree;
}

export const textIn = (tree: Tree | undefined): string | undefined =>
  typeof tree?.content === "string" ? tree.content : undefined;

export const listIn = (tree: Tree | undefined): readonly Tree[] | undefined =>
  // Array.isArray does not narrow a readonly list
  Array.isArray(tree?.content) ? (tree.content as readonly Tree[]) : undefined;

export const mapIn = (tree: Tree | undefined): TreeMap | undefined =>
  tree?.content instanceof Map ? tree.content : undefined;

/** What stands under a key of a map, or at a position of a list. */
export const stepInto = (
  tree: Tree,
  step: string | number,
): { key: Spot | undefined; value: Tree } | undefined => {
  const value = listIn(tree)?.[Number(step)];
  return value === undefined ? mapIn(tree)?.get(String(step)) : { key: undefined, value };
};

/** Not null itself: objects without any prototype are slow to look things up in. */
const nothingInherited: object = Object.create(null);

/** A tree without its places. */
export function dataOf(tree: Tree): unknown {
  const map = mapIn(tree);
  if (map === undefined) return textIn(tree) ?? listIn(tree)?.map(dataOf);
  const data: Record<string, unknown> = Object.create(nothingInherited);
  for (const [key, { value }] of map) data[key] = dataOf(value);
  return data;
}
