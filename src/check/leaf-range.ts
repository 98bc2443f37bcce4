import {
  add,
  divide,
  isNegative,
  isZero,
  larger,
  negate,
  one,
  rational,
  smaller,
  zero,
} from "../base/rational.ts";
import { inputsOf } from "../rubric/compile-rule.ts";
import type { Condition, LeafPlan, Plan, Reduction } from "../rubric/plan.ts";
import { conditionsOfRule } from "../rubric/walk.ts";
import { type Figures, unitIs } from "../scoring/profile.ts";
import { asksForNothing } from "./clause-range.ts";
import { figuresOfInput } from "./condition-range.ts";
import { type Ends, endless, hull, just, mapped, nothing, plus, times } from "./ends.ts";
import { kindConditions } from "./for-kind.ts";
import type { KindOfUnit } from "./kinds-of-unit.ts";
import { type RuleAt, rangeOfRule, rangeOfRuleInPart } from "./rule-range.ts";

/** What tells kinds of unit apart, as far as ranges go. */
export type Kind = Pick<KindOfUnit, "unit" | "profile">;

/** What an indicator can come to on its own scale: with all that it asks for, and also where some or all of it is blank. */
export interface LeafEnds {
  readonly handedIn: Ends;
  readonly orMissing: Ends;
}

export type LeafRanges = (leaf: LeafPlan, kind: Kind) => LeafEnds;

/** Kinds of unit for which the figures of an indicator are the same, and its conditions on the kind, share its range. */
export function createLeafRanges(plan: Plan): LeafRanges {
  const known = new Map<Figures, Map<string, LeafEnds>>();
  const asked = new Map<LeafPlan, readonly Condition[]>();
  return (leaf, { unit, profile }) => {
    const figures = profile.figures[leaf.index];
    if (figures === undefined) return { handedIn: nothing, orMissing: nothing };
    const conditions = asked.get(leaf) ?? conditionsOfRule(leaf.rule).flatMap(kindConditions);
    asked.set(leaf, conditions);
    const byKind = known.get(figures) ?? new Map<string, LeafEnds>();
    known.set(figures, byKind);
    const key = conditions.map((condition) => (unitIs(condition, unit) ? "1" : "0")).join("");
    const ends = byKind.get(key) ?? endsOfLeaf(plan, leaf, unit, figures);
    byKind.set(key, ends);
    return ends;
  };
}

function endsOfLeaf(plan: Plan, leaf: LeafPlan, unit: Kind["unit"], figures: Figures): LeafEnds {
  const methods = (leaf.variants.length === 0 ? [undefined] : leaf.variants).map((variant): LeafEnds => {
    const range = figuresOfInput(plan, variant?.inputs[0]);
    return endsOfMethod({ plan, unit, leaf, figures, range });
  });
  return {
    handedIn: combined(
      leaf,
      methods.map(({ handedIn }) => handedIn),
    ),
    // One that does not apply leaves the word to the others.
    orMissing: hull(methods.map(({ orMissing }) => orMissing)),
  };
}

/** By one method; what assessors, sites or periods say apart is brought together. */
function endsOfMethod(at: RuleAt): LeafEnds {
  const { leaf } = at;
  const { points } = at.figures;
  const handedIn = rangeOfRule(at);
  const inPart = rangeOfRuleInPart(at);
  const blank = whenMissing(leaf, at.figures);
  const orMissing = hull([handedIn, ...blank, ...(inPart === undefined ? [] : [inPart])]);
  // A count of sites brings together what it counts by itself.
  const counts = leaf.rule.kind === "k-of-n" && leaf.rule.per !== undefined;
  if (leaf.reductions.length === 0 || counts) return { handedIn, orMissing };
  const together = (each: Ends): Ends =>
    mapped(leaf.reductions.reduce(brought, each), (figure) =>
      points === undefined ? figure : smaller(points, figure),
    );
  // A period that is weighed and missing counts 0.
  const weighs = leaf.reductions.some(({ by }) => typeof by !== "string");
  return {
    handedIn: together(handedIn),
    orMissing: together(weighs ? hull([orMissing, nothing]) : orMissing),
  };
}

/** Several figures as one: somewhere among them, unless they are added up. */
function brought(each: Ends, { by }: Reduction): Ends {
  if (by !== "sum") return each;
  return {
    low: isNegative(each.low) ? negate(endless) : each.low,
    high: isNegative(each.high) || isZero(each.high) ? each.high : endless,
  };
}

/** Several methods on one item, each of which has its say. */
function combined(leaf: LeafPlan, methods: readonly Ends[]): Ends {
  const [first = nothing, ...rest] = methods;
  if (rest.length === 0) return first;
  switch (leaf.combine) {
    case "least":
      return rest.reduce((a, b) => ({ low: smaller(a.low, b.low), high: smaller(a.high, b.high) }), first);
    case "greatest":
      return rest.reduce((a, b) => ({ low: larger(a.low, b.low), high: larger(a.high, b.high) }), first);
    case "mean":
      return times(methods.reduce(plus), divide(one, rational(methods.length)));
    case "weights": {
      const weights = leaf.variants.map(({ weight = zero }) => weight);
      const total = weights.reduce(add, zero);
      if (isZero(total)) return hull(methods);
      return methods.map((ends, index) => times(ends, divide(weights[index] ?? zero, total))).reduce(plus);
    }
    default:
      return leaf.combine satisfies never;
  }
}

/** Whether no cell can say of an indicator that it does not apply, or be missing: it asks for none. */
export function alwaysThere({ rule, reductions }: LeafPlan): boolean {
  if (rule.kind === "fixed" || rule.kind === "events") return true;
  if (reductions.length > 0) return false;
  if (rule.kind === "threshold") return inputsOf(rule.when).length === 0;
  return "clauses" in rule && rule.clauses.some(asksForNothing);
}

/** What an indicator comes to where nothing was handed in; one that then does not apply is dealt with as such. */
function whenMissing(leaf: LeafPlan, { points = zero }: Figures): readonly Ends[] {
  if (alwaysThere(leaf)) return [];
  if (leaf.missing === "full") return [just(points)];
  return leaf.missing === "not-applicable" ? [] : [nothing];
}

/** Rules under which a figure below 0 may earn less than nothing, or more than the points. */
const goesBeyond: readonly string[] = ["proportional", "curve", "each-time", "deduct-per-fault"];

/** The share of its points that other units, of whatever kind, may have earned on an indicator on average (domain M22). */
export function othersShare(plan: Plan, kind: Kind, endsOf: LeafRanges, leaf: LeafPlan): Ends {
  const mayBeNegative = leaf.variants.some(({ inputs: [input] }) => {
    const { least } = figuresOfInput(plan, input);
    return least === undefined || isNegative(least);
  });
  if (goesBeyond.includes(leaf.rule.kind) && mayBeNegative) return { low: negate(endless), high: endless };
  const points = kind.profile.points[leaf.index] ?? zero;
  const own = isZero(points) ? nothing : times(endsOf(leaf, kind).handedIn, divide(one, points));
  return hull([{ low: zero, high: one }, own]);
}
