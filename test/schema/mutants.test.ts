import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { planRubric } from "../../src/cli/load.ts";
import { faultsIn, shippedRubrics, textOf } from "../support/json-schema.ts";

/**
 * Whatever the tool takes, the JSON Schema takes: seen on shipped rubrics with something left out, put in,
 * renamed or replaced, by pieces of one another. Most of these are faulty; those that are not count.
 */
type Tree = string | Tree[] | { [key: string]: Tree };

/** As the tool reads a rubric: texts, lists and maps. */
const treeOf = (path: string): Tree => parse(textOf(path), { schema: "failsafe" });
const trees = shippedRubrics.map(treeOf);

/** As an editor reads the same: what looks like a number is one. */
const asRead = (tree: Tree): unknown => {
  if (Array.isArray(tree)) return tree.map(asRead);
  if (typeof tree === "object")
    return Object.fromEntries(Object.entries(tree).map(([key, inner]) => [key, asRead(inner)]));
  return /^[-+.\w]+$/.test(tree) ? parse(tree) : tree;
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

/** Every key with a value that stands below it somewhere, and values to try besides. */
const pieces = trees.flatMap((tree) =>
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

const change = fc.record({
  where: fc.nat(),
  what: fc.constantFrom("drop", "put", "value", "piece", "rename", "wrap"),
  piece: fc.nat(),
  value: fc.constantFrom(...values),
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function apply(tree: Tree, { where, what, piece, value }: Change): void {
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

test("what the tool takes, the schema takes", () => {
  let taken = 0;
  fc.assert(
    fc.property(
      fc.nat(trees.length - 1),
      fc.array(change, { minLength: 1, maxLength: 2 }),
      (index, changes) => {
        const tree = structuredClone(trees[index] ?? "");
        for (const one of changes) apply(tree, one);
        const text = stringify(tree);
        const { ok, findings } = planRubric("rubric.yaml", text);
        if (!ok || findings.some(({ severity }) => severity === "error")) return;
        taken += 1;
        expect(faultsIn(tree), text).toEqual([]);
        expect(faultsIn(asRead(tree)), text).toEqual([]);
      },
    ),
    { numRuns: 250, seed: 2012 },
  );
  expect(taken).toBeGreaterThan(30);
});
