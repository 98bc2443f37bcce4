import { figuresByKey } from "./figures.ts";
import type { Condition, Figure, NodePlan, Plan, QuotaPlan, Rule } from "./plan.ts";

/** A condition and all that stand inside it. */
export function conditionsInside(condition: Condition): Condition[] {
  if (condition.kind === "not") return [condition, ...conditionsInside(condition.condition)];
  return condition.kind === "all" || condition.kind === "any"
    ? [condition, ...condition.conditions.flatMap(conditionsInside)]
    : [condition];
}

/** The figures of a node that may depend on the kind of unit, by their keys in the rubric. */
export function figuresOf(node: NodePlan): { readonly key: string; readonly figure: Figure }[] {
  const named =
    node.kind === "group"
      ? // A cap alone stands for the points, too.
        [node.points === node.cap ? {} : { points: node.points }, { cap: node.cap }]
      : [{ points: node.points }, figuresByKey(node.rule)];
  return named.flatMap((figures) =>
    Object.entries(figures).flatMap(([key, figure]) => (figure === undefined ? [] : [{ key, figure }])),
  );
}

/** The conditions that a rule of an indicator judges by, without those inside them. */
export function conditionsOfRule(rule: Rule): Condition[] {
  if (rule.kind === "threshold") return [rule.when];
  return "clauses" in rule ? rule.clauses.flatMap(({ when }) => when ?? []) : [];
}

/** The conditions of gates, vetoes and outcomes, without those inside them. */
export const decisiveConditions = ({
  gates,
  vetoes,
  outcomes,
}: Pick<Plan, "gates" | "vetoes" | "outcomes">): Condition[] => [
  ...gates.map(({ requires }) => requires),
  ...vetoes.map(({ when }) => when),
  ...outcomes.flatMap(({ when, quota }) => [
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
  return [...figure.flatMap(({ when }) => when ?? []), ...of];
}

/** Every condition of the plan, and all that stand inside them. */
export function allConditions(plan: Plan): Condition[] {
  const tops: (Condition | undefined)[] = [
    ...plan.nodes.flatMap((node) => [
      node.appliesTo,
      ...figuresOf(node).flatMap(({ figure }) => figure.map(({ when }) => when)),
    ]),
    ...plan.leaves.flatMap(({ rule }) => conditionsOfRule(rule)),
    ...[...plan.ranking.ties, ...plan.outcomes.flatMap(({ quota }) => quota?.ties ?? [])].map(
      ({ when }) => when,
    ),
    ...decisiveConditions(plan),
  ];
  return tops.flatMap((condition) => (condition === undefined ? [] : conditionsInside(condition)));
}
