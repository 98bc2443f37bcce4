import { compare, equals, multiply, type Rational, subtract } from "../base/rational.ts";
import { awardsOf } from "../cases/leaf-points.ts";
import { rangeOfCalculation } from "../check/condition-range.ts";
import { limitsInEffect } from "../check/limits-in-effect.ts";
import { hasWholePoints } from "../check/possible-points.ts";
import { constantOf } from "../rubric/compile-rule.ts";
import type { GroupPlan, InputPlan, LeafPlan, NodePlan, Plan } from "../rubric/plan.ts";
import { allConditions } from "../rubric/walk.ts";

/**
 * All that a Plan says, as one text, without positions and without what nothing asks for: two Plans of
 * one text score alike. `without` leaves outcomes away, and what titles ask for
 * when they grant them; what outcomes ask for is still in it.
 */
export function plainText(plan: Plan, { without }: { readonly without?: "outcomes" } = {}): string {
  const { rounding } = plan;
  const conditions = allConditions(plan);
  const asksForScores =
    conditions.some((condition) => "subject" in condition && condition.subject.by !== "input") ||
    plan.outcomes.some(({ quota }) => quota?.by !== undefined);
  const sharesAsked = conditions.some((condition) => condition.kind === "number" && condition.share);
  const inner = plan.nodes.some(({ kind, index }) => kind === "group" && index > 0);
  const { at, lines, ranks } = rounding;
  const limits = limitsInEffect(plan);
  const { floor, cap } = plan.total;
  return JSON.stringify(
    {
      ...plan,
      rounding: hasWholePoints(plan)
        ? undefined
        : {
            ...rounding,
            at: at === "groups" && !inner ? "total" : at,
            // One of the outcomes may be all that asks for scores.
            lines: asksForScores || without === "outcomes" ? lines : undefined,
            ranks: isRoundedAlready(plan) ? undefined : ranks,
          },
      total: { floor: limits.floor ? floor : undefined, cap: limits.cap ? cap : undefined },
      inputs: plan.inputs.map((input) => withoutIdleLimits(plan, input)),
      ...(without === "outcomes"
        ? { outcomes: [], titles: plan.titles.map((title) => ({ ...title, requires: [], excludes: [] })) }
        : {}),
      root: plainGroup(plan.root, { fills: true, sharesAsked, capped: limits.groups }),
      nodes: [],
      leaves: [],
      entries: [],
      events: { ...plan.events, rules: [], needsAsOf: false },
      // Whether a date is needed follows from the rest. Words of a history, and how far back it reaches, decide nothing.
      years: { ...plan.years, outcomes: [], reach: 0 },
    },
    plan.ranking.groupBy.length === 0 ? ofOneGroup : plain,
  );
}

/** Where no column makes groups, all units are one: the group and all are the same. */
const ofOneGroup = (key: string, value: unknown): unknown =>
  (key === "over" || key === "per") && (value === "group" || value === "all") ? undefined : plain(key, value);

/** A calculation that cannot go beyond a limit need not be held to it. */
function withoutIdleLimits(plan: Plan, input: InputPlan): InputPlan {
  const { source, type } = input;
  if (source.from !== "inputs" || !("least" in type)) return input;
  const computed = rangeOfCalculation(plan, source);
  const { least, most } = type;
  const [low, high] = [computed.least, computed.most];
  const keeps = {
    least: least !== undefined && low !== undefined && compare(low, least) >= 0,
    most: most !== undefined && high !== undefined && compare(high, most) <= 0,
  };
  return {
    ...input,
    type: { ...type, least: keeps.least ? undefined : least, most: keeps.most ? undefined : most },
  };
}

/** Whether ranks see figures that rounding leaves as they are: a total of rounded terms, within no limits. */
const isRoundedAlready = ({ rounding, total, ranking, outcomes }: Plan): boolean =>
  rounding.at === "terms" &&
  total.floor === undefined &&
  total.cap === undefined &&
  [...ranking.ties, ...outcomes.flatMap(({ quota }) => quota?.ties ?? [])].every(({ by }) => by !== "score");

/** For `JSON.stringify`: without positions, and with what JSON would pass over. */
export const plain = (key: string, value: unknown): unknown => {
  if (key === "origin") return undefined;
  if (value instanceof Map) return [...value];
  return typeof value === "bigint" ? String(value) : value;
};

/**
 * Whether the points of an indicator say no more than what its awards could be at most: these are in
 * points of their own, and nothing asks for the indicator's share of its points.
 */
function isIdleLimit({ points, rule }: LeafPlan): boolean {
  const most = constantOf(points);
  const awards = rule.kind === "threshold" ? undefined : awardsOf(rule);
  if (most === undefined || awards === undefined) return false;
  return awards.every(({ share, value }) => !share && compare(value, most) <= 0);
}

interface Around {
  /** Whether points of the children must fill the group's: only those leave a gap. */
  readonly fills: boolean;
  /** Whether some condition asks for a share of points. */
  readonly sharesAsked: boolean;
  /** Groups whose cap takes something off. */
  readonly capped: ReadonlySet<number>;
}

function plainGroup(group: GroupPlan, around: Around): unknown {
  const { fills } = around;
  const inside = { ...around, fills: fills && group.cap === undefined };
  return {
    ...group,
    ...(isIdleCap(group, around) ? { points: undefined, cap: undefined } : {}),
    // What entries there are follows from caps and rounding.
    capEntry: undefined,
    roundingEntry: undefined,
    missing: undefined,
    notApplicable: fills && group.index > 0 ? group.notApplicable : undefined,
    children: group.children.map((child) => plainNode(child, inside)),
  };
}

/**
 * Whether the cap of a group beside those that share points changes nothing: nobody goes beyond it, and
 * nothing is a share of the points that it stands for.
 */
const isIdleCap = (group: GroupPlan, { sharesAsked, capped }: Around): boolean =>
  group.part !== "base" &&
  !sharesAsked &&
  !capped.has(group.index) &&
  (group.points === undefined || group.points === group.cap) &&
  [group, ...group.children].every(({ weight }) => weight === undefined);

function plainNode(node: NodePlan, around: Around): unknown {
  const inside = { ...around, fills: around.fills && node.part === "base" };
  return node.kind === "group" ? plainGroup(node, inside) : plainLeaf(node, inside);
}

function plainLeaf(leaf: LeafPlan, { fills, sharesAsked }: Around): unknown {
  const { rule } = leaf;
  // Nothing is handed in for these, so that nothing can be missing.
  const reads = rule.kind !== "fixed" && rule.kind !== "events";
  const asks = fills || "clauses" in rule;
  return {
    ...leaf,
    rule: rule.kind === "curve" ? { ...rule, curve: withoutIdlePoints(rule.curve) } : rule,
    points: !fills && !sharesAsked && isIdleLimit(leaf) ? undefined : leaf.points,
    missing: reads ? leaf.missing : undefined,
    notApplicable: asks ? leaf.notApplicable : undefined,
  };
}

type CurvePoint = { readonly at: Rational; readonly points: Rational };

/** A point on the straight line between those beside it bends nothing. */
function withoutIdlePoints(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  const kept: CurvePoint[] = [];
  for (const [index, point] of curve.entries()) {
    const [before, next] = [kept.at(-1), curve[index + 1]];
    if (before === undefined || next === undefined || !isStraight(before, point, next)) kept.push(point);
  }
  return kept;
}

const isStraight = (a: CurvePoint, b: CurvePoint, c: CurvePoint): boolean =>
  equals(
    multiply(subtract(b.points, a.points), subtract(c.at, a.at)),
    multiply(subtract(c.points, a.points), subtract(b.at, a.at)),
  );
