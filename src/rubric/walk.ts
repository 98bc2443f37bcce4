import { flatMap } from "../base/flat-map.ts";
import { forLast } from "../base/once.ts";
import { figuresByKey } from "./figures.ts";
import type { Condition, Figure, NodePlan, Plan, QuotaPlan, Rule } from "./plan.ts";

/** A condition and all that stand inside it. */
export function conditionsInside(condition: Condition): Condition[] {
  if (condition.kind === "not") return [condition, ...conditionsInside(condition.condition)];
  return condition.kind === "all" || condition.kind === "any"
    ? [condition, ...flatMap(condition.conditions, conditionsInside)]
    : [condition];
}

/** The figures of a node that may depend on the kind of unit, by their keys in the rubric. */
export function figuresOf(node: NodePlan): { readonly key: string; readonly figure: Figure }[] {
  const found: { key: string; figure: Figure }[] = [];
  const add = (key: string, figure: Figure | undefined): void => {
    if (figure !== undefined) found.push({ key, figure });
  };
  // A cap alone stands for the points, too.
  if (node.kind === "leaf" || node.points !== node.cap) add("points", node.points);
  if (node.kind === "group") {
    add("cap", node.cap);
    return found;
  }
  const figures = figuresByKey(node.rule);
  add("due", figures.due);
  add("target", figures.target);
  add("each", figures.each);
  return found;
}

/** The conditions that a rule of an indicator judges by, without those inside them. */
export function conditionsOfRule(rule: Rule): Condition[] {
  if (rule.kind === "threshold") return [rule.when];
  return "clauses" in rule ? flatMap(rule.clauses, ({ when }) => when ?? []) : [];
}

/** The conditions of gates, vetoes and outcomes, without those inside them. */
export const decisiveConditions = ({
  gates,
  vetoes,
  outcomes,
}: Pick<Plan, "gates" | "vetoes" | "outcomes">): Condition[] => [
  ...gates.map(({ requires }) => requires),
  ...vetoes.map(({ when }) => when),
  ...flatMap(outcomes, ({ when, quota }) => [
    ...(when === undefined ? [] : [when]),
    ...conditionsOfQuota(quota),
  ]),
];

/** The conditions that say how large a quota is. */
function conditionsOfQuota(quota: QuotaPlan | undefined): Condition[] {
  if (quota === undefined) return [];
  const { size } = quota;
  const figure = size.kind === "most" ? size.most : size.share;
  const of = size.kind === "share" && typeof size.of !== "string" ? [size.of] : [];
  return [...flatMap(figure, ({ when }) => when ?? []), ...of];
}

/** Every condition of the plan, and all that stand inside them. */
export const allConditions: (plan: Plan) => readonly Condition[] = forLast((plan: Plan) => {
  const tops: Condition[] = [];
  for (const node of plan.nodes) {
    if (node.appliesTo !== undefined) tops.push(node.appliesTo);
    for (const { figure } of figuresOf(node))
      for (const { when } of figure) if (when !== undefined) tops.push(when);
  }
  for (const { rule } of plan.leaves) tops.push(...conditionsOfRule(rule));
  const ties = [...plan.ranking.ties, ...flatMap(plan.outcomes, ({ quota }) => quota?.ties ?? [])];
  for (const { when } of ties) if (when !== undefined) tops.push(when);
  tops.push(...decisiveConditions(plan));
  return flatMap(tops, conditionsInside);
});
