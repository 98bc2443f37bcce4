import { zero } from "../base/rational.ts";
import { problems } from "../findings/catalog.ts";
import type { LeafPlan, LeafVariant, Plan } from "../rubric/plan.ts";
import { combineMethods } from "./combine-methods.ts";
import { inputsBehind } from "./compute.ts";
import type { Facts } from "./condition.ts";
import { type LeafContext, type LeafScore, notApplicable, type RuleOutcome } from "./leaf-score.ts";
import { scoreRule } from "./score-rule.ts";
import { scoreSeveral } from "./score-several.ts";

/** Scores one indicator of one unit by all its methods. */
export function scoreLeaf(leaf: LeafPlan, context: LeafContext): LeafScore {
  const scoreOnce = (variant: LeafVariant, within: LeafContext): LeafScore =>
    settle(leaf, variant, within, scoreRule(leaf, variant, within));
  const score = (variant: LeafVariant): LeafScore => {
    // A count of sites brings together what it counts by itself.
    const counts = leaf.rule.kind === "k-of-n" && leaf.rule.per !== undefined;
    if (leaf.reductions.length === 0 || counts) return scoreOnce(variant, context);
    const several = scoreSeveral(leaf, variant, context, (within) => scoreOnce(variant, within));
    return several === "missing" ? settle(leaf, variant, context, several) : several;
  };
  const [only, ...others] = leaf.variants;
  return only !== undefined && others.length === 0
    ? score(only)
    : combineMethods(leaf, leaf.variants.map(score));
}

/** What the rubric makes of a value that nobody handed in, in words. */
const missingWords = {
  finding: { zh: "缺报，计 0 分", en: "missing, counts as 0" },
  zero: { zh: "未报，按规定计 0 分", en: "nothing handed in, which the rubric counts as 0" },
  full: { zh: "未报，按规定计满分", en: "nothing handed in, which the rubric counts in full" },
} as const;

/** A missing value is what the rubric says it is; unless told otherwise, nothing, and a finding. */
function settle(
  leaf: LeafPlan,
  variant: LeafVariant,
  { plan, facts, figures, report }: LeafContext,
  outcome: RuleOutcome,
): LeafScore {
  if (outcome === "not-applicable") return notApplicable;
  if (outcome !== "missing") return outcome;
  switch (leaf.missing) {
    case "finding":
      for (const input of missingInputs(plan, variant.inputs, facts.values)) {
        report(problems.valueMissing(facts.unit.name, nameOf(plan, leaf, variant, input)), input);
      }
      return { state: "missing", earned: zero, working: () => missingWords.finding };
    case "zero":
      return { state: "missing", earned: zero, working: () => missingWords.zero };
    case "full":
      return { state: "missing", earned: figures.points ?? zero, working: () => missingWords.full };
    case "not-applicable":
      return notApplicable;
    default:
      return leaf.missing satisfies never;
  }
}

/** What is missing: the clause, where there are several; an input that is not the indicator's own, with it. */
function nameOf(plan: Plan, leaf: LeafPlan, variant: LeafVariant, input: number): string {
  const { name = "", origin = [] } = plan.inputs[input] ?? {};
  if (origin.at(-2) === "clauses") return name;
  return variant.inputs.length === 1 && variant.inputs.includes(input)
    ? leaf.name
    : `${name}（${leaf.name}）`;
}

/** The inputs somebody should have handed in: of a computed one, those it is computed from. */
function missingInputs(plan: Plan, inputs: readonly number[], values: Facts["values"]): number[] {
  const missing = inputs.filter((index) => nothingIn(values[index]));
  return [...new Set(missing.flatMap((index) => inputsBehind(plan, index)))].filter((index) =>
    nothingIn(values[index]),
  );
}

/** Several cells that are all blank are as missing as one. */
function nothingIn(value: Facts["values"][number]): boolean {
  if (value?.kind === "many") return value.observations.every((seen) => seen.value === undefined);
  return value === undefined;
}
