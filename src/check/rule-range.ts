import { flatMap } from "../base/flat-map.ts";
import {
  add,
  compare,
  divide,
  isZero,
  larger,
  multiply,
  negate,
  type Rational,
  rational,
  smaller,
  zero,
} from "../base/rational.ts";
import type { Award, ClausePlan, LeafPlan, Plan, Rule } from "../rubric/plan.ts";
import { awarded } from "../scoring/kinds/award.ts";
import { scoreKOfN } from "../scoring/kinds/clauses.ts";
import {
  scoreDeductPerFault,
  scoreDeductPerMissing,
  scoreDeductPerPointShort,
  scoreEachTime,
} from "../scoring/kinds/deduct.ts";
import { scoreMarks } from "../scoring/kinds/marks.ts";
import { scoreCurve, scoreProportional } from "../scoring/kinds/proportional.ts";
import type { Figures } from "../scoring/profile.ts";
import type { Given, RuleResult } from "../scoring/result.ts";
import { bandCells, cellsOfLeaf } from "./band-cells.ts";
import { byNumber, byPoints, metOf, metOrMissing } from "./clause-range.ts";
import type { FigureRange } from "./condition-range.ts";
import { type Ends, endless, hull, inOrder, just, nothing, times } from "./ends.ts";
import { forKind } from "./for-kind.ts";
import type { KindOfUnit } from "./kinds-of-unit.ts";
import { samplesOf, truthOf } from "./truth.ts";

/** An indicator of one kind of unit, and what its rule can be handed. */
export interface RuleAt {
  readonly plan: Plan;
  readonly unit: KindOfUnit["unit"];
  readonly leaf: LeafPlan;
  readonly figures: Figures;
  readonly range: FigureRange;
}

const given = (figure: Rational): Given => ({ kind: "number", number: figure, text: "" });

/** Rules whose points only rise, or only fall, with the figure; `below` and `above` are what they tend to without limit. */
function between(
  { least, most }: FigureRange,
  score: (given: Given) => RuleResult,
  below: Rational,
  above: Rational,
): Ends {
  return inOrder(
    least === undefined ? below : score(given(least)).earned,
    most === undefined ? above : score(given(most)).earned,
  );
}

const awards = (list: readonly Award[], points: Rational): Ends =>
  list.length === 0 ? nothing : hull(list.map((award) => just(awarded(award, points))));

/** What the rule of an indicator can come to where it is handed all it asks for; exactly, but for inputs that hang together. */
export function rangeOfRule(at: RuleAt): Ends {
  const { plan, unit, leaf, figures, range } = at;
  const { rule } = leaf;
  const { points = zero, each, target } = figures;
  const full = inOrder(zero, points);
  switch (rule.kind) {
    case "marks":
      return ofMarks(rule.outOf, at);
    case "clauses":
      return sharesOf(metOf(plan, unit, rule.clauses, byPoints), rule.clauses, at);
    case "all-or-nothing":
      return allOf(metOf(plan, unit, rule.clauses, byNumber), rule.clauses, at);
    case "min-max":
    case "once":
      return full;
    case "fixed":
      return just(points);
    case "grade":
      return awards([...rule.scale.values()], points);
    case "k-of-n":
      return ofCount(rule, at);
    case "bands": {
      // The first band that fits counts: one behind a wider one gives nothing to anybody.
      const cells =
        leaf.variants.length > 1 ? bandCells(range, rule.bands) : cellsOfLeaf(plan, leaf, rule.bands);
      const taken = cells.map(({ bands: [first = -1] }) => rule.bands[first]);
      return awards(
        taken.map((band) => band?.give ?? rule.otherwise),
        points,
      );
    }
    case "threshold":
      return ofThreshold(rule, at);
    case "deduct-per-missing":
      return between(range, (it) => scoreDeductPerMissing(figures, it), isZero(each) ? points : zero, points);
    case "deduct-per-fault":
      // Fewer faults than none, as a computed number may say, earn more than the points.
      return between(
        range,
        (it) => scoreDeductPerFault(figures, it),
        isZero(each) ? points : endless,
        isZero(each) ? points : zero,
      );
    case "deduct-per-point-short":
      return between(
        range,
        (it) => scoreDeductPerPointShort(rule, figures, it),
        isZero(each) ? points : zero,
        points,
      );
    case "proportional":
      if (isZero(target)) return full;
      return between(
        range,
        (it) => scoreProportional(figures, it, false),
        isZero(points) ? zero : negate(endless),
        points,
      );
    case "curve":
      return ofCurve(rule, at);
    case "each-time":
      return between(
        range,
        (it) => scoreEachTime(rule, figures, it),
        isZero(each) ? zero : negate(endless),
        mostOfTimes(rule, at),
      );
    case "on-time": {
      const late = just(multiply(points, rule.late));
      return hull([just(points), late, ...(rule.notAfter === undefined ? [] : [nothing])]);
    }
    case "events":
      return figures.points === undefined ? { low: zero, high: endless } : full;
    default:
      return rule satisfies never;
  }
}

/** The same where some clauses of it are blank, or do not apply; undefined where that makes no difference. */
export function rangeOfRuleInPart(at: RuleAt): Ends | undefined {
  const { unit, leaf } = at;
  const { rule } = leaf;
  if (!("clauses" in rule) || rule.clauses.every(({ when }) => when === undefined)) return undefined;
  if (rule.kind === "clauses") return sharesOf(metOrMissing(unit, rule.clauses, byPoints), rule.clauses, at);
  const met = metOrMissing(unit, rule.clauses, byNumber);
  return rule.kind === "k-of-n" ? byMet(met, rule, at) : allOf(met, rule.clauses, at);
}

/** Marks beyond what they are out of are an error. */
function ofMarks(outOf: Rational | undefined, { figures, range }: RuleAt): Ends {
  const { points = zero } = figures;
  const limit = outOf ?? points;
  const least = larger(zero, range.least ?? zero);
  const greatest = smaller(limit, range.most ?? limit);
  if (isZero(limit) || compare(least, greatest) > 0) return inOrder(zero, points);
  const score = (it: Given): RuleResult => scoreMarks(outOf, figures, it);
  return between({ least, most: greatest, whole: false }, score, zero, points);
}

/** The points of clauses that are met, as shares of all, which need not add up to what the item is worth. */
function sharesOf(met: Ends, clauses: readonly ClausePlan[], { figures: { points = zero } }: RuleAt): Ends {
  const all = clauses.map(byPoints).reduce(add, zero);
  return isZero(all) ? nothing : times(met, divide(points, all));
}

function allOf({ low, high }: Ends, clauses: readonly ClausePlan[], { figures }: RuleAt): Ends {
  const { points = zero } = figures;
  const all = rational(clauses.length);
  return { low: compare(low, all) < 0 ? zero : points, high: compare(high, all) < 0 ? zero : points };
}

type KOfN = Extract<Rule, { kind: "k-of-n" }>;

function ofCount(rule: KOfN, at: RuleAt): Ends {
  const { plan, unit, figures, range } = at;
  const { points = zero } = figures;
  if (rule.clauses.length > 0) return byMet(metOf(plan, unit, rule.clauses, byNumber), rule, at);
  const all = rule.of === undefined ? undefined : rational(rule.of);
  if (rule.per === undefined && all !== undefined) {
    const edges = rule.table.map(({ met, share }) => (share ? multiply(met, all) : met));
    const counts = samplesOf(range, edges);
    return hull(counts.map((count) => just(scoreKOfN(rule, figures, count, rule.of ?? 0, []).earned)));
  }
  const rows = rule.table.filter(({ met, share }) => share || all === undefined || compare(met, all) <= 0);
  const none = rows.some(({ met }) => compare(met, zero) <= 0);
  return awards([...rows.map(({ give }) => give), ...(none ? [] : [rule.otherwise])], points);
}

/** By how many of its clauses are met. */
function byMet({ low, high }: Ends, rule: KOfN, { figures }: RuleAt): Ends {
  const all = rule.clauses.length;
  const counts = Array.from({ length: all + 1 }, (_, index) => rational(index)).filter(
    (count) => compare(count, low) >= 0 && compare(count, high) <= 0,
  );
  return hull(counts.map((count) => just(scoreKOfN(rule, figures, count, all, []).earned)));
}

function ofThreshold(rule: Extract<Rule, { kind: "threshold" }>, { plan, unit, figures }: RuleAt): Ends {
  const { points = zero } = figures;
  const when = forKind(rule.when, unit);
  const met = just(points);
  const unmet = just(awarded(rule.otherwise, points));
  if (typeof when === "boolean") return when ? met : unmet;
  const truth = truthOf(plan, [when]);
  if (truth?.length !== 1) return hull([met, unmet]);
  return truth[0]?.[0] === true ? met : unmet;
}

/** On the lines between its ends, a curve is nowhere beyond what it is at its points and at the ends. */
function ofCurve(rule: Extract<Rule, { kind: "curve" }>, { figures, range }: RuleAt): Ends {
  const [first, last] = [rule.curve[0]?.at ?? zero, rule.curve.at(-1)?.at ?? zero];
  const [least, greatest] = [
    range.least ?? smaller(first, range.most ?? first),
    range.most ?? larger(last, range.least ?? last),
  ];
  const inside = flatMap(rule.curve, ({ at }) =>
    compare(at, least) >= 0 && compare(at, greatest) <= 0 ? [at] : [],
  );
  return hull(
    [least, greatest, ...inside].map((at) => just(scoreCurve(rule, figures, given(at), false).earned)),
  );
}

/** The most that so much for each time can come to. */
function mostOfTimes(rule: Extract<Rule, { kind: "each-time" }>, { figures }: RuleAt): Rational {
  const { points, each } = figures;
  const times = rule.times === undefined ? undefined : multiply(each, rational(rule.times));
  const without = times ?? (isZero(each) ? zero : endless);
  return points === undefined ? without : smaller(points, without);
}
