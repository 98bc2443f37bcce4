import { forLast } from "../base/once.ts";
import { add, divide, equals, isZero, multiply, one, type Rational, zero } from "../base/rational.ts";
import type { Unit } from "../evidence/evidence.ts";
import { splitTags } from "../evidence/tags.ts";
import { figuresByKey, figuresIn } from "../rubric/figures.ts";
import type { Condition, Figure, LeafPlan, NodePlan, Plan, Rule } from "../rubric/plan.ts";

/**
 * What the rubric is for one kind of unit: which items apply, and every figure as one number. Units
 * of a kind share a Profile. Lists go by `node.index`.
 */
export interface Profile {
  readonly applies: readonly boolean[];
  /** Whether the node and all groups around it apply. */
  readonly reached: readonly boolean[];
  /** Points on the node's own scale; undefined where they have no limit. */
  readonly points: readonly (Rational | undefined)[];
  readonly caps: readonly (Rational | undefined)[];
  /** What the node is worth on the scale of the group around it: its weight's share, or its points. */
  readonly worths: readonly (Rational | undefined)[];
  /** What a point of the node is worth on that scale. */
  readonly scales: readonly Rational[];
  readonly figures: readonly Figures[];
  /** Figures none of whose cases is for such a unit, of items that are. */
  readonly unsaid: readonly { readonly node: number; readonly key: FigureKey }[];
}

/** The figures of one indicator's rule. */
export interface Figures {
  readonly points: Rational | undefined;
  readonly due: Rational;
  readonly target: Rational;
  readonly each: Rational;
}

/** Whether a condition on the kind of unit holds. Conditions on data and scores are not for here. */
export function unitIs(condition: Condition, unit: Unit): boolean {
  switch (condition.kind) {
    case "all":
      return condition.conditions.every((inner) => unitIs(inner, unit));
    case "any":
      return condition.conditions.some((inner) => unitIs(inner, unit));
    case "not":
      return !unitIs(condition.condition, unit);
    case "category":
      return condition.words.includes(unit.columns.get("category") ?? "");
    case "tag":
      return splitTags(unit.columns.get("tags") ?? "").some((tag) => condition.words.includes(tag));
    case "column":
      return condition.words.includes(unit.columns.get(condition.column) ?? "");
    case "number":
    case "word":
    case "yes":
    case "relative":
    case "veto":
    case "gate":
    case "event":
    case "title":
    case "predecessor":
    case "term-ends":
    case "status":
    case "standing":
    case "earlier":
      throw new Error(`a condition of kind ${condition.kind} does not say what kind of unit it is`);
    default:
      return condition satisfies never;
  }
}

/** The number of the first case that holds; undefined where none does. */
export const figureFor = (figure: Figure | undefined, unit: Unit): Rational | undefined =>
  figure?.find(({ when }) => when === undefined || unitIs(when, unit))?.value;

/** What gives each unit its Profile; units for which all conditions come out alike share one. */
export const profilesOf = forLast((plan: Plan): ((unit: Unit) => Profile) => {
  const columns = columnsUsed(plan);
  const known = new Map<string, Profile>();
  /** By node, the figures of indicators for which they are the same for every unit. */
  const alike: Figures[] = [];
  const withCases = plan.nodes.filter((node) => !figuresOfNode(node).every(hasNoCases));
  return (unit) => {
    const key =
      columns.length === 0 ? "" : JSON.stringify(columns.map((column) => unit.columns.get(column) ?? ""));
    let profile = known.get(key);
    if (profile === undefined) {
      profile = createProfile(plan, unit, alike, withCases);
      known.set(key, profile);
    }
    return profile;
  };
});

/** A Profile while it is made. */
interface Draft {
  readonly unit: Unit;
  /** The figures of indicators for which they are the same for every unit. */
  readonly alike: Figures[];
  readonly applies: boolean[];
  readonly reached: boolean[];
  readonly points: (Rational | undefined)[];
  readonly caps: (Rational | undefined)[];
  readonly worths: (Rational | undefined)[];
  readonly scales: Rational[];
  readonly figures: Figures[];
}

function createProfile(plan: Plan, unit: Unit, alike: Figures[], withCases: readonly NodePlan[]): Profile {
  const draft: Draft = {
    unit,
    alike,
    applies: [],
    reached: [],
    points: [],
    caps: [],
    worths: [],
    scales: [],
    figures: [],
  };
  addNode(draft, plan.root, true);
  const { applies, reached, points, caps, worths, scales, figures } = draft;
  const unsaid = withCases.flatMap((node) =>
    reached[node.index] === true ? unsaidOf(node, unit).map((key) => ({ node: node.index, key })) : [],
  );
  return { applies, reached, points, caps, worths, scales, figures, unsaid };
}

/** `within` is whether all groups around it apply. */
function addNode(draft: Draft, node: NodePlan, within: boolean): void {
  const { unit, applies, reached, points, alike } = draft;
  applies[node.index] = node.appliesTo === undefined || unitIs(node.appliesTo, unit);
  reached[node.index] = within && applies[node.index] === true;
  if (node.kind === "leaf") {
    points[node.index] = figureFor(node.points, unit) ?? (node.points === undefined ? undefined : zero);
    const own = alike[node.index] ?? figuresOf(node, node.rule, unit, points[node.index]);
    if (areAlike(node)) alike[node.index] = own;
    draft.figures[node.index] = own;
    return;
  }
  for (const child of node.children) addNode(draft, child, reached[node.index] === true);
  draft.caps[node.index] = figureFor(node.cap, unit);
  const inside = node.children.filter((child) => child.part === "base" && applies[child.index]);
  const added = inside.every((child) => points[child.index] !== undefined)
    ? inside.reduce((total, child) => add(total, points[child.index] ?? zero), zero)
    : undefined;
  points[node.index] = figureFor(node.points, unit) ?? (node.part === "base" ? added : undefined);
  for (const child of node.children) {
    const worth = worthIn(points[node.index], child, points[child.index]);
    draft.worths[child.index] = worth;
    draft.scales[child.index] = scaleOf(child, worth, points[child.index]);
  }
}

type FigureKey = "points" | "cap" | "due" | "target" | "each";

function unsaidOf(node: NodePlan, unit: Unit): readonly FigureKey[] {
  const figures: Readonly<Partial<Record<FigureKey, Figure | undefined>>> = {
    // Points that follow from those around them, or from the cap, are not said here.
    points:
      node.weight !== undefined || (node.kind === "group" && node.points === node.cap)
        ? undefined
        : node.points,
    ...(node.kind === "group" ? { cap: node.cap } : figuresByKey(node.rule)),
  };
  return (["points", "cap", "due", "target", "each"] as const).filter(
    (key) => figures[key] !== undefined && figureFor(figures[key], unit) === undefined,
  );
}

/** What a child is worth on its group's scale: its weight's share of the group's points, or its own points. */
const worthIn = (
  groupPoints: Rational | undefined,
  child: NodePlan,
  own: Rational | undefined,
): Rational | undefined =>
  child.weight !== undefined && groupPoints !== undefined ? multiply(child.weight, groupPoints) : own;

/** What a point of the child is worth on that scale: one, unless it has a weight and a scale of its own. */
function scaleOf(child: NodePlan, worth: Rational | undefined, own: Rational | undefined): Rational {
  if (child.weight === undefined || worth === undefined || own === undefined || isZero(own)) return one;
  return equals(worth, own) ? one : divide(worth, own);
}

function figuresOf(leaf: LeafPlan, rule: Rule, unit: Unit, points: Rational | undefined): Figures {
  const due = rule.kind === "deduct-per-missing" ? figureFor(rule.due, unit) : undefined;
  const target = "target" in rule ? figureFor(rule.target, unit) : undefined;
  const each = "each" in rule ? figureFor(rule.each, unit) : undefined;
  return {
    points: leaf.points === undefined ? undefined : points,
    due: due ?? zero,
    target: target ?? zero,
    each: each ?? zero,
  };
}

/** Whether the figures of an indicator have no cases. */
const areAlike = (leaf: LeafPlan): boolean => figuresOfNode(leaf).every(hasNoCases);
const figuresOfNode = (node: NodePlan): readonly (Figure | undefined)[] =>
  node.kind === "group" ? [node.points, node.cap] : [node.points, ...figuresIn(node.rule)];
const hasNoCases = (figure: Figure | undefined): boolean =>
  figure === undefined || figure[0]?.when === undefined;

/** Every column of the register that some condition looks at. */
function columnsUsed(plan: Plan): string[] {
  const used = new Set<string>();
  const visit = (condition: Condition | undefined): void => {
    if (condition === undefined) return;
    if (condition.kind === "all" || condition.kind === "any") condition.conditions.forEach(visit);
    else if (condition.kind === "not") visit(condition.condition);
    else if (condition.kind === "category") used.add("category");
    else if (condition.kind === "tag") used.add("tags");
    else if (condition.kind === "column") used.add(condition.column);
  };
  const visitFigure = (figure: Figure | undefined): void => {
    for (const { when } of figure ?? []) visit(when);
  };
  for (const node of plan.nodes) {
    visit(node.appliesTo);
    for (const figure of figuresOfNode(node)) visitFigure(figure);
  }
  return [...used];
}
