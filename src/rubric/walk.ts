import type { Condition, Figure, NodePlan, Plan, Rule } from "./plan.ts";

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
      : [{ points: node.points }, keyed(node.rule)];
  return named.flatMap((figures) =>
    Object.entries(figures).flatMap(([key, figure]) => (figure === undefined ? [] : [{ key, figure }])),
  );
}

/** The figures of a rule with their keys. */
const keyed = (rule: Rule): Readonly<Record<string, Figure | undefined>> => ({
  due: rule.kind === "deduct-per-missing" ? rule.due : undefined,
  target: "target" in rule ? rule.target : undefined,
  each: "each" in rule ? rule.each : undefined,
});

/** Every condition of the plan, and all that stand inside them. */
export function allConditions(plan: Plan): Condition[] {
  const tops: (Condition | undefined)[] = [
    ...plan.nodes.flatMap((node) => [
      node.appliesTo,
      ...figuresOf(node).flatMap(({ figure }) => figure.map(({ when }) => when)),
    ]),
    ...plan.leaves.flatMap(({ rule }) => {
      if (rule.kind === "threshold") return [rule.when];
      return "clauses" in rule ? rule.clauses.map(({ when }) => when) : [];
    }),
    ...plan.gates.map(({ requires }) => requires),
    ...plan.vetoes.map(({ when }) => when),
    ...plan.outcomes.map(({ when }) => when),
  ];
  return tops.flatMap((condition) => (condition === undefined ? [] : conditionsInside(condition)));
}
