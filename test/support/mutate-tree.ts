import fc from "fast-check";
import { parse } from "yaml";
import { textOf } from "./json-schema.ts";

/** A text as the tool reads YAML: texts, lists and maps. */
export type Tree = string | Tree[] | { [key: string]: Tree };

/** A file as the tool reads it. */
export const treeOf = (path: string): Tree => parse(textOf(path), { schema: "failsafe" });

/** As an editor reads the same: what looks like a number is one, and what is blank is null. */
export const asRead = (tree: Tree): unknown => {
  if (Array.isArray(tree)) return tree.map(asRead);
  if (typeof tree === "object")
    return Object.fromEntries(Object.entries(tree).map(([key, inner]) => [key, asRead(inner)]));
  return tree === "" || /^[-+.\w]+$/.test(tree) ? parse(tree) : tree;
};

interface Spot {
  readonly holder: Tree[] | { [key: string]: Tree };
  readonly key: string;
}

const spotsIn = (tree: Tree): Spot[] =>
  typeof tree === "string"
    ? []
    : Object.keys(tree).flatMap((key) => [{ holder: tree, key }, ...spotsIn(at(tree, key))]);
const at = (holder: Spot["holder"], key: string): Tree =>
  (Array.isArray(holder) ? holder[Number(key)] : holder[key]) ?? "";

/** Every key with a value that stands below it somewhere. */
export const piecesIn = (trees: readonly Tree[]): readonly [string, Tree][] =>
  trees.flatMap((tree) =>
    spotsIn(tree).flatMap(({ holder, key }): [string, Tree][] =>
      Array.isArray(holder) ? [] : [[key, at(holder, key)]],
    ),
  );

const words = [
  "5",
  "-1",
  "0.5",
  "40%",
  "-0",
  "+3",
  ".5",
  "5.0",
  "yes",
  "no",
  "true",
  "total",
  "any",
  "甲",
  "x",
];
const values: readonly Tree[] = [...words, "2012-03", "2021.12", "12 months", "1e3", "", [], {}, ["x"]];

/** Something left out, put in, renamed or replaced. */
export const change = fc.record({
  where: fc.nat(),
  what: fc.constantFrom("drop", "put", "value", "piece", "rename", "wrap"),
  piece: fc.nat(),
  value: fc.constantFrom(...values),
});
export type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

export function apply(
  tree: Tree,
  pieces: readonly [string, Tree][],
  { where, what, piece, value }: Change,
): void {
  const spots = spotsIn(tree);
  const spot = spots[where % spots.length];
  if (spot === undefined) return;
  const { holder, key } = spot;
  const [otherKey, otherValue] = pieces[piece % pieces.length] ?? ["", ""];
  const put = (name: string, inner: Tree): void => {
    if (Array.isArray(holder)) holder[Number(key)] = structuredClone(inner);
    else holder[name] = structuredClone(inner);
  };
  switch (what) {
    case "drop":
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      break;
    case "put":
      put(otherKey, otherValue);
      break;
    case "value":
      put(key, value);
      break;
    case "piece":
      put(key, otherValue);
      break;
    case "rename": {
      const inner = at(holder, key);
      if (!Array.isArray(holder)) delete holder[key];
      put(otherKey, inner);
      break;
    }
    case "wrap":
      put(key, [at(holder, key)]);
  }
}
