import { zero } from "../../base/rational.ts";
import type { Unit } from "../../evidence/evidence.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Condition, LeafPlan, NodePlan, Plan } from "../../rubric/plan.ts";
import { combine } from "../../scoring/combine.ts";
import { profilesOf } from "../../scoring/profile.ts";
import type { CheckRule } from "../rule.ts";
import { mayHold } from "./condition-constant.ts";

/** A category that the rubric lists and whose units no indicator is for: none of them can be scored. */
export const nothingApplies: CheckRule = {
  codes: ["nothing-applies"],
  check: ({ plan, at }) =>
    [...(plan.units.categories?.entries() ?? [])].flatMap(([index, category]): Finding[] =>
      isEmpty(plan, category)
        ? [at(["units", "categories", index], problems.nothingAppliesTo(category))]
        : [],
    ),
};

/** Whatever else the unit is: its tags and columns are open. */
function isEmpty(plan: Plan, category: string): boolean {
  const own: Condition = { kind: "category", words: [category] };
  if (plan.leaves.some((leaf) => mayHold(plan, [own, ...conditionsOf(plan, leaf)]) !== false)) return false;
  // What is granted for items that do not apply can be a score after all, and may hang on the points of the unit.
  if (plan.nodes.some(({ notApplicable }) => notApplicable !== "renormalise")) return false;
  const unit: Unit = { index: 0, key: category, name: category, columns: new Map([["category", category]]) };
  const profile = profilesOf(plan)(unit);
  return combine({ plan, profile, leaves: [], meanShare: () => zero }).empty;
}

/** Whom an indicator and the groups around it are for. */
function conditionsOf(plan: Plan, leaf: LeafPlan): readonly Condition[] {
  const conditions: Condition[] = [];
  for (let node: NodePlan | undefined = leaf; node !== undefined; node = plan.nodes[node.parent])
    if (node.appliesTo !== undefined) conditions.push(node.appliesTo);
  return conditions;
}
