import { flatMap } from "../base/flat-map.ts";
import type { Path } from "../rubric/document.ts";
import { figuresByKey } from "../rubric/figures.ts";
import type { Condition, Figure, NodePlan, Plan } from "../rubric/plan.ts";
import type { ConditionNode, FigureNode, IndicatorNode, LeafNode, Rubric } from "../rubric/schema.ts";
import type { RubricNode } from "./rubric-nodes.ts";

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

/** Where conditions and figures with cases stand in a rubric. */
export interface Sites {
  /** Without those inside others. */
  readonly conditions: readonly ConditionSite[];
  /** With those inside others, each after the one around it. */
  readonly everyCondition: readonly ConditionSite[];
  readonly figures: readonly FigureSite[];
}

/** Sites while they are looked for. */
interface Found {
  readonly conditions: ConditionSite[];
  readonly figures: FigureSite[];
}

/** Every condition of a rubric, and every figure that has cases. `nodes` are in the order of the paper. */
export function sitesOf(rubric: Rubric, plan: Plan, nodes: readonly RubricNode[]): Sites {
  const found: Found = { conditions: [], figures: [] };
  addFigure(found, rubric.points, plan.root.points, [], "points", []);
  /** By node: whom it and the groups around it are for. */
  const givens: (readonly Condition[])[] = [[]];
  for (const { node, plan: compiled } of nodes) {
    const given = givens[compiled.parent] ?? [];
    givens[compiled.index] = compiled.appliesTo === undefined ? given : [...given, compiled.appliesTo];
    addNode(found, node, compiled, given);
  }
  rubric.gates?.list.forEach((gate, index) => {
    const compiled = plan.gates[index];
    if (compiled !== undefined)
      addCondition(found, gate.requires, compiled.requires, compiled.origin, "requires");
  });
  rubric.vetoes?.list.forEach((veto, index) => {
    const compiled = plan.vetoes[index];
    if (compiled !== undefined) addCondition(found, veto.when, compiled.when, compiled.origin, "when");
  });
  rubric.outcomes?.forEach((outcome, index) => {
    const compiled = plan.outcomes[index];
    if (compiled !== undefined) addCondition(found, outcome.when, compiled.when, compiled.origin, "when");
  });
  const { conditions, figures } = found;
  return { conditions, everyCondition: flatMap(conditions, withInner), figures };
}

function addNode(found: Found, node: IndicatorNode, plan: NodePlan, given: readonly Condition[]): void {
  const { origin, appliesTo } = plan;
  addCondition(found, node["applies-to"], appliesTo, origin, "applies-to", given);
  const inside = appliesTo === undefined ? given : [...given, appliesTo];
  addFigure(found, node.points, plan.points, origin, "points", inside);
  if (!("indicators" in node)) addRule(found, node, plan, inside);
  else if (plan.kind === "group") addFigure(found, node.cap, plan.cap, origin, "cap", inside);
}

function addRule(found: Found, node: LeafNode, plan: NodePlan, given: readonly Condition[]): void {
  if (plan.kind !== "leaf") return;
  const { rule, origin } = plan;
  const compiled = figuresByKey(rule);
  const written = node as Readonly<Partial<Record<keyof typeof compiled, FigureNode>>>; // under the same keys
  for (const key of ["due", "target", "each"] as const)
    if (compiled[key] !== undefined) addFigure(found, written[key], compiled[key], origin, key, given);
  if (node.rule === "threshold" && rule.kind === "threshold")
    addCondition(found, node.when, rule.when, origin, "when", given);
  if ("clauses" in node && "clauses" in rule) {
    node.clauses?.forEach((clause, index) => {
      const compiled = rule.clauses[index];
      if (compiled !== undefined)
        addCondition(found, clause.when, compiled.when, compiled.origin, "when", given);
    });
  }
}

/** A condition under a key of what stands at `around`. */
function addCondition(
  { conditions }: Found,
  node: ConditionNode | undefined,
  compiled: Condition | undefined,
  around: Path,
  key: string,
  given: readonly Condition[] = [],
): void {
  if (node !== undefined && compiled !== undefined)
    conditions.push({ node, condition: compiled, path: [...around, key], given });
}

function addFigure(
  found: Found,
  node: FigureNode | undefined,
  compiled: Figure | undefined,
  around: Path,
  key: string,
  given: readonly Condition[],
): void {
  if (node === undefined || compiled === undefined || node.every(({ when }) => when === undefined)) return;
  const path = [...around, key];
  found.figures.push({ path, node, figure: compiled, given });
  node.forEach(({ when }, index) => {
    addCondition(found, when, compiled[index]?.when, [...path, index], "when", given);
  });
}

/** The conditions that stand directly inside one. */
export function sitesInside({ node, condition, path, given }: ConditionSite): readonly ConditionSite[] {
  if (condition.kind === "all" || condition.kind === "any") {
    const { kind } = condition;
    return flatMap(condition.conditions, (inner, index): ConditionSite[] => {
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
const withInner = (site: ConditionSite): readonly ConditionSite[] => [
  site,
  ...flatMap(sitesInside(site), withInner),
];
