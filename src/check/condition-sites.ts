import type { Path } from "../rubric/document.ts";
import { figuresByKey } from "../rubric/figures.ts";
import type { Condition, Figure, NodePlan, Plan } from "../rubric/plan.ts";
import type { ConditionNode, FigureNode, IndicatorNode, LeafNode, Rubric } from "../rubric/schema.ts";

/** A condition as it is written and as it is compiled, and where it stands. */
export interface ConditionSite {
  readonly path: Path;
  readonly node: ConditionNode;
  readonly condition: Condition;
  /** What holds of every unit that it is looked at for: whom the indicator and the groups around it are for. */
  readonly given: readonly Condition[];
}

/** A figure that depends on the kind of unit, and where it stands. */
export interface FigureSite {
  readonly path: Path;
  readonly node: FigureNode;
  readonly figure: Figure;
  readonly given: readonly Condition[];
}

export interface Sites {
  readonly conditions: readonly ConditionSite[];
  readonly figures: readonly FigureSite[];
}

/** Every condition of a rubric but those inside others, and every figure that has cases. */
export function sitesOf(rubric: Rubric, plan: Plan): Sites {
  const conditions: ConditionSite[] = [];
  const figures: FigureSite[] = [];
  const condition = (
    node: ConditionNode | undefined,
    compiled: Condition | undefined,
    path: Path,
    given: readonly Condition[] = [],
  ): void => {
    if (node !== undefined && compiled !== undefined)
      conditions.push({ node, condition: compiled, path, given });
  };
  const figure = (
    node: FigureNode | undefined,
    compiled: Figure | undefined,
    path: Path,
    given: readonly Condition[],
  ): void => {
    if (node === undefined || compiled === undefined || node.every(({ when }) => when === undefined)) return;
    figures.push({ path, node, figure: compiled, given });
    node.forEach(({ when }, index) => {
      condition(when, compiled[index]?.when, [...path, index, "when"], given);
    });
  };
  const visitRule = (node: LeafNode, plan: NodePlan, given: readonly Condition[]): void => {
    if (plan.kind !== "leaf") return;
    const { rule, origin } = plan;
    const compiled = figuresByKey(rule);
    const written = node as Readonly<Partial<Record<keyof typeof compiled, FigureNode>>>; // under the same keys
    for (const key of ["due", "target", "each"] as const)
      if (compiled[key] !== undefined) figure(written[key], compiled[key], [...origin, key], given);
    if (node.rule === "threshold" && rule.kind === "threshold")
      condition(node.when, rule.when, [...origin, "when"], given);
    if ("clauses" in node && "clauses" in rule) {
      node.clauses?.forEach((clause, index) => {
        const compiled = rule.clauses[index];
        if (compiled !== undefined)
          condition(clause.when, compiled.when, [...compiled.origin, "when"], given);
      });
    }
  };
  let next = 1; // nodes are in the order of the paper, after the root
  const visit = (node: IndicatorNode, given: readonly Condition[]): void => {
    const compiled = plan.nodes[next];
    next += 1;
    if (compiled === undefined) throw new Error("the plan has every indicator of the rubric");
    const { origin, appliesTo } = compiled;
    condition(node["applies-to"], appliesTo, [...origin, "applies-to"], given);
    const inside = appliesTo === undefined ? given : [...given, appliesTo];
    figure(node.points, compiled.points, [...origin, "points"], inside);
    if (!("indicators" in node)) {
      visitRule(node, compiled, inside);
      return;
    }
    if (compiled.kind === "group") figure(node.cap, compiled.cap, [...origin, "cap"], inside);
    for (const child of node.indicators) visit(child, inside);
  };

  figure(rubric.points, plan.root.points, ["points"], []);
  for (const node of rubric.indicators) visit(node, []);
  rubric.gates?.list.forEach((gate, index) => {
    const compiled = plan.gates[index];
    if (compiled !== undefined) condition(gate.requires, compiled.requires, [...compiled.origin, "requires"]);
  });
  rubric.vetoes?.list.forEach((veto, index) => {
    const compiled = plan.vetoes[index];
    if (compiled !== undefined) condition(veto.when, compiled.when, [...compiled.origin, "when"]);
  });
  rubric.outcomes?.forEach((outcome, index) => {
    const compiled = plan.outcomes[index];
    if (compiled !== undefined) condition(outcome.when, compiled.when, [...compiled.origin, "when"]);
  });
  return { conditions, figures };
}

/** The conditions that stand directly inside one. */
export function sitesInside({ node, condition, path, given }: ConditionSite): readonly ConditionSite[] {
  if (condition.kind === "all" || condition.kind === "any") {
    const { kind } = condition;
    return condition.conditions.flatMap((inner, index): ConditionSite[] => {
      const written = node[kind]?.[index];
      return written === undefined
        ? []
        : [{ node: written, condition: inner, path: [...path, kind, index], given }];
    });
  }
  // `is: no` is compiled to the same, but nothing stands inside it.
  if (condition.kind !== "not" || node.not === undefined) return [];
  return [{ node: node.not, condition: condition.condition, path: [...path, "not"], given }];
}

/** A condition and all those inside it, from the outside in. */
export const withInner = (site: ConditionSite): readonly ConditionSite[] => [
  site,
  ...sitesInside(site).flatMap(withInner),
];
