import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { isCaseDocument, readCases } from "../../src/cases/read.ts";
import { planRubric } from "../../src/cli/load.ts";
import { parseRubricDocument } from "../../src/rubric/document.ts";
import type { Plan } from "../../src/rubric/plan.ts";
import { casesFaultsIn, faultsIn, shippedCases, shippedRubrics, textOf } from "../support/json-schema.ts";
import { apply, asRead, change, piecesIn, treeOf } from "../support/mutate-tree.ts";

/**
 * Whatever the tool takes, the JSON Schema takes: seen on shipped rubrics with something left out, put in,
 * renamed or replaced, by pieces of one another. Most of these are faulty; those that are not count.
 */
function hold(
  paths: readonly string[],
  takes: (path: string, text: string) => boolean,
  faults: (value: unknown) => string[],
  numRuns: number,
): number {
  const trees = paths.map(treeOf);
  const pieces = piecesIn(trees);
  let taken = 0;
  fc.assert(
    fc.property(
      fc.nat(trees.length - 1),
      fc.array(change, { minLength: 1, maxLength: 2 }),
      (index, changes) => {
        const tree = structuredClone(trees[index] ?? "");
        for (const one of changes) apply(tree, pieces, one);
        const text = stringify(tree);
        if (!takes(paths[index] ?? "", text)) return;
        taken += 1;
        expect(faults(tree), text).toEqual([]);
        expect(faults(asRead(tree)), text).toEqual([]);
      },
    ),
    { numRuns, seed: 2012 },
  );
  return taken;
}

test("what the tool takes, the schema takes", () => {
  const takes = (_: string, text: string): boolean => {
    const { ok, findings } = planRubric("rubric.yaml", text);
    return ok && findings.every(({ severity }) => severity !== "error");
  };
  expect(hold(shippedRubrics, takes, faultsIn, 250)).toBeGreaterThan(30);
});

test("what the tool takes for cases, their schema takes", () => {
  const plans = new Map<string, Plan>();
  for (const path of shippedCases) {
    const rubric = path.replace(".cases.yaml", ".yaml");
    const planned = planRubric(rubric, textOf(rubric));
    if (planned.ok) plans.set(path, planned.value.plan);
  }
  const takes = (path: string, text: string): boolean => {
    const document = parseRubricDocument("a.cases.yaml", text);
    const plan = plans.get(path);
    if (!document.ok || plan === undefined || !isCaseDocument(document.value)) return false;
    return [...document.findings, ...readCases(document.value, plan).findings].every(
      ({ severity }) => severity !== "error",
    );
  };
  expect(hold(shippedCases, takes, casesFaultsIn, 160)).toBeGreaterThan(30);
});
