import { once } from "../base/once.ts";
import {
  add,
  compare,
  divide,
  hundred,
  isZero,
  larger,
  multiply,
  negate,
  one,
  type Rational,
  rational,
  smaller,
  subtract,
  zero,
} from "../base/rational.ts";
import type { Award, GroupPlan, LeafPlan, NodePlan, Plan, Rule } from "../rubric/plan.ts";
import { combine } from "../scoring/combine.ts";
import { awarded } from "../scoring/kinds/award.ts";
import type { Figures, Profile } from "../scoring/profile.ts";
import { bandCells } from "./band-cells.ts";
import { anyFigure, type FigureRange, rangeOfInput } from "./condition-range.ts";
import { closed, isEmpty, meet, type Range } from "./range.ts";

/** What a kind of unit can attain; lists of nodes go by `node.index`. All but the indicators is worked out when first asked for. */
export interface Attainable {
  /** Where an indicator applies and has been handed in: the range of its points on its own scale. */
  leaf(leaf: LeafPlan): Range;
  /** The same, or where it is blank. */
  leafOrMissing(leaf: LeafPlan): Ends;
  /** Where everything that is for the unit applies and has been handed in. */
  nodes(): readonly Range[];
  /** Besides, where cells say 不适用 or are blank and the rubric has a word for that: never less than `nodes`. */
  widest(): readonly Range[];
  /** The same, where it is known of some nodes what they come to; undefined where that cannot be. */
  within(known: ReadonlyMap<number, Range>): readonly Range[] | undefined;
}

/** Stands for "without limit" in sums, far above any points. */
const endless = rational(1e12);
const isEndless = (figure: Rational): boolean => compare(figure, rational(1e9)) >= 0;
const isEndlessBelow = (figure: Rational): boolean => compare(figure, rational(-1e9)) <= 0;
const limited = (low: Rational, high: Rational): Range =>
  closed(isEndlessBelow(low) ? undefined : low, isEndless(high) ? undefined : high);

/** The ends of the ranges of an indicator: with what is handed in, and also where nothing is. */
interface LeafEnds {
  readonly handedIn: Ends;
  readonly orMissing: Ends;
}

export type LeafRanges = (leaf: LeafPlan, profile: Profile) => LeafEnds;

/** Kinds of unit for which the figures of an indicator are the same share its range. */
export function createLeafRanges(plan: Plan): LeafRanges {
  const known = new Map<Figures | undefined, LeafEnds>();
  return (leaf, profile) => {
    const figures = profile.figures[leaf.index];
    let ends = known.get(figures);
    if (ends === undefined) {
      const handedIn = leafRange(plan, leaf, figures);
      ends = { handedIn, orMissing: hull([handedIn, ...whenMissing(leaf, figures)]) };
      known.set(figures, ends);
    }
    return ends;
  };
}

/** The attainable range of every indicator, group and the total, for one kind of unit; never too narrow. */
export function attainable(
  plan: Plan,
  profile: Profile,
  endsOf: LeafRanges = createLeafRanges(plan),
): Attainable {
  const nodes = once(() => handedIn(plan, profile, endsOf));
  const plain = once(() => spansOf(plan, profile, endsOf, new Map()));
  return {
    leaf: (leaf) => {
      const { low, high } = endsOf(leaf, profile).handedIn;
      return limited(low, high);
    },
    leafOrMissing: (leaf) => endsOf(leaf, profile).orMissing,
    nodes,
    widest: () => (plain().possible ? plain().ranges : nodes()),
    within: (known) => {
      const { possible, ranges } = spansOf(plan, profile, endsOf, known, plain());
      return possible ? ranges : undefined;
    },
  };
}

/** What every node comes to where each indicator is at one end of its range, and where each is at the other. */
function handedIn(plan: Plan, profile: Profile, endsOf: LeafRanges): readonly Range[] {
  const at = (end: "low" | "high", deductions: "low" | "high"): ReturnType<typeof combine> => {
    const points: (Rational | undefined)[] = new Array(plan.entries.length);
    for (const leaf of plan.leaves) {
      if (profile.reached[leaf.index] === true)
        points[leaf.entry] = endsOf(leaf, profile).handedIn[leaf.part === "deduction" ? deductions : end];
    }
    const share = end === "high" ? one : zero;
    return combine({ plan, profile, leaves: points, meanShare: () => share });
  };
  const high = at("high", "high");
  const low = at("low", "low");
  const deducts = plan.leaves.some(({ part }) => part === "deduction");
  return plan.nodes.map((node) => {
    if (node.index !== 0) return limited(low.earned[node.index] ?? zero, high.earned[node.index] ?? zero);
    // A total is lowest where deductions are highest.
    return deducts
      ? limited(at("low", "high").total, at("high", "low").total)
      : limited(low.total, high.total);
  });
}

export interface Ends {
  readonly low: Rational;
  readonly high: Rational;
}

const hull = (all: readonly Ends[]): Ends =>
  all.reduce((a, b) => ({ low: smaller(a.low, b.low), high: larger(a.high, b.high) }));
const inOrder = (low: Rational, high: Rational): Ends =>
  compare(low, high) <= 0 ? { low, high } : { low: high, high: low };

/** A part of a group that shares its points: what it is worth, its share of that, and whether it must be there. */
interface Part extends Ends {
  readonly worth: Rational;
  readonly certain: boolean;
}

/**
 * The greatest (or least) mean that the parts can have when those that are not certain may be absent: the
 * certain ones, and of the others, best first, those that raise it.
 */
function extreme(parts: readonly Part[], end: "low" | "high"): Rational {
  const sign = end === "high" ? 1 : -1;
  const better = (a: Rational, b: Rational): boolean => sign * compare(a, b) > 0;
  const certain = parts.filter((part) => part.certain);
  const others = parts.filter((part) => !part.certain).sort((a, b) => -sign * compare(a[end], b[end]));
  let worth = certain.reduce((total, part) => add(total, part.worth), zero);
  let earned = certain.reduce((total, part) => add(total, multiply(part[end], part.worth)), zero);
  for (const part of others) {
    if (!isZero(worth) && !better(part[end], divide(earned, worth))) break;
    worth = add(worth, part.worth);
    earned = add(earned, multiply(part[end], part.worth));
  }
  return isZero(worth) ? zero : divide(earned, worth);
}

/** Whether no cell can say of a node that it does not apply: it asks for none. */
const neverAbsent = (node: NodePlan): boolean =>
  node.kind === "group"
    ? node.children.some((child) => child.appliesTo === undefined && neverAbsent(child))
    : node.rule.kind === "fixed" || node.rule.kind === "events";

/** What every node can come to. */
interface Spans {
  readonly ends: readonly Ends[];
  readonly ranges: readonly Range[];
  /** Whether what is known of some nodes can be. */
  readonly possible: boolean;
}

/** The spans of a rubric while they are worked out, from the indicators up. */
interface Spanning {
  readonly plan: Plan;
  readonly profile: Profile;
  readonly endsOf: LeafRanges;
  /** What some nodes are known to come to, and the nodes that have such a node in them. */
  readonly known: ReadonlyMap<number, Range>;
  readonly holding: ReadonlySet<number>;
  readonly ends: (Ends | undefined)[];
  readonly ranges: Range[];
  possible: boolean;
}

/**
 * With cells that do not apply: what is left of a group earns the group's points in proportion, so that its
 * share is a mean of the shares of whatever is left; parts that are only added may be absent. `known` says of
 * some nodes what they come to; what has no such node in it is as `before` has it, where nothing is known.
 */
function spansOf(
  plan: Plan,
  profile: Profile,
  endsOf: LeafRanges,
  known: ReadonlyMap<number, Range>,
  before?: Spans,
): Spans {
  const holding = new Set<number>();
  for (const index of known.keys())
    for (let node = plan.nodes[index]; node !== undefined; node = plan.nodes[node.parent])
      holding.add(node.index);
  const ends: (Ends | undefined)[] = before === undefined ? [] : [...before.ends];
  for (const index of holding) ends[index] = undefined;
  const ranges = before === undefined ? plan.nodes.map(() => nothingAtAll) : [...before.ranges];
  const possible = before?.possible ?? true;
  const spanning: Spanning = { plan, profile, endsOf, known, holding, ends, ranges, possible };
  spanOf(spanning, plan.root);
  return { ends: ends.map((end) => end ?? nothing), ranges, possible: spanning.possible };
}

function spanOf(spanning: Spanning, node: NodePlan): Ends {
  const found = spanning.ends[node.index];
  if (found !== undefined) return found;
  const own =
    node.kind === "leaf" ? spanning.endsOf(node, spanning.profile).orMissing : spanOfGroup(spanning, node);
  const wanted = spanning.known.get(node.index);
  const range = limited(own.low, own.high);
  const both = wanted === undefined ? range : meet(range, wanted);
  if (isEmpty(both)) spanning.possible = false;
  const ends = { low: both.low ?? negate(endless), high: both.high ?? endless };
  spanning.ranges[node.index] = both;
  spanning.ends[node.index] = ends;
  return ends;
}

function spanOfGroup(spanning: Spanning, group: GroupPlan): Ends {
  const { plan, profile, holding } = spanning;
  const parts: Part[] = [];
  let low = zero;
  let high = zero;
  for (const child of group.children) {
    if (profile.applies[child.index] === false) continue;
    const certain = holding.has(child.index) || neverAbsent(child);
    const present = spanOf(spanning, child);
    const all = certain ? present : hull([present, ...whenAbsent(child, profile)]);
    const points = profile.points[child.index];
    if (
      group.part === "base" &&
      group.cap === undefined &&
      child.part === "base" &&
      points !== undefined &&
      !isZero(points)
    ) {
      const worth = profile.worths[child.index] ?? points;
      parts.push({ low: divide(all.low, points), high: divide(all.high, points), worth, certain });
      continue;
    }
    const scale = profile.scales[child.index] ?? one;
    const scaled = inOrder(multiply(all.low, scale), multiply(all.high, scale));
    const taken = group.index === 0 && child.part === "deduction";
    const added = taken ? { low: negate(scaled.high), high: negate(scaled.low) } : scaled;
    low = add(low, certain ? added.low : smaller(zero, added.low));
    high = add(high, certain ? added.high : larger(zero, added.high));
  }
  const points = profile.points[group.index] ?? parts.reduce((total, { worth }) => add(total, worth), zero);
  if (parts.length > 0) {
    low = add(low, multiply(extreme(parts, "low"), points));
    high = add(high, multiply(extreme(parts, "high"), points));
  }
  return withLimits(plan, profile, group, { low, high });
}

/** What a node that does not apply comes to. */
function whenAbsent(node: NodePlan, profile: Profile): readonly Ends[] {
  const points = profile.points[node.index] ?? zero;
  if (node.notApplicable === "full") return [{ low: points, high: points }];
  if (node.notApplicable === "zero") return [nothing];
  return node.notApplicable === "mean" ? [{ low: zero, high: points }] : [];
}

function withLimits(plan: Plan, profile: Profile, group: GroupPlan, sum: Ends): Ends {
  // Rounding at groups or terms may carry a sum past its parts by half a unit for each of them.
  const slack =
    plan.rounding.at === "total" ? zero : rational(group.children.length + 1, 10 ** plan.rounding.places);
  let [low, high] = [subtract(sum.low, slack), add(sum.high, slack)];
  const limit = (most: Rational | undefined, least: Rational | undefined): void => {
    if (most !== undefined) [low, high] = [smaller(low, most), smaller(high, most)];
    if (least !== undefined) [low, high] = [larger(low, least), larger(high, least)];
  };
  limit(profile.caps[group.index], undefined);
  if (group.index === 0) limit(plan.total.cap, plan.total.floor);
  return { low, high };
}

const nothing: Ends = { low: zero, high: zero };
const nothingAtAll = closed(zero, zero);

/** What an indicator comes to where nothing was handed in; one that then does not apply is dealt with as such. */
function whenMissing(leaf: LeafPlan, figures: Figures | undefined): readonly Ends[] {
  const points = figures?.points ?? zero;
  if (neverAbsent(leaf)) return [];
  if (leaf.missing === "full") return [{ low: points, high: points }];
  return leaf.missing === "not-applicable" ? [] : [nothing];
}

/** What an indicator can come to on its own scale, by its rule and its inputs' limits. */
function leafRange(plan: Plan, leaf: LeafPlan, figures: Figures | undefined): Ends {
  if (figures === undefined) return nothing;
  const variants = leaf.variants.map(({ inputs }) =>
    ruleRange(leaf.rule, figures, inputs[0] === undefined ? anyFigure : rangeOfInput(plan, inputs[0])),
  );
  const found = variants.length === 0 ? [ruleRange(leaf.rule, figures, anyFigure)] : variants;
  if (leaf.reductions.some(({ by }) => typeof by !== "string")) found.push(nothing);
  if (leaf.reductions.some(({ by }) => by === "sum")) found.push({ low: zero, high: endless });
  return hull(found);
}

const awards = (list: readonly Award[], points: Rational): Ends =>
  hull(list.map((award) => awarded(award, points)).map((value) => ({ low: value, high: value })));

function ruleRange(rule: Rule, figures: Figures, range: FigureRange): Ends {
  const { least, most } = range;
  const { points = zero, due, target, each } = figures;
  const full: Ends = inOrder(zero, points);
  const lost = (times: Rational | undefined): Rational =>
    times === undefined ? zero : larger(zero, subtract(points, multiply(each, larger(zero, times))));
  switch (rule.kind) {
    case "marks": {
      if (rule.outOf !== undefined && isZero(rule.outOf)) return full;
      const scale = rule.outOf === undefined ? one : divide(points, rule.outOf);
      const high = most === undefined ? points : smaller(points, multiply(most, scale));
      return inOrder(least === undefined ? zero : larger(zero, multiply(least, scale)), high);
    }
    case "clauses":
    case "all-or-nothing":
    case "min-max":
    case "once":
      return full;
    case "fixed":
      return { low: points, high: points };
    case "grade":
      return awards([...rule.scale.values()], points);
    case "k-of-n": {
      const all = rule.of ?? (rule.clauses.length > 0 ? rule.clauses.length : undefined);
      const rows = rule.table.filter(
        ({ met, share }) => share || all === undefined || compare(met, rational(all)) <= 0,
      );
      const none = rows.some(({ met }) => compare(met, zero) <= 0);
      return awards([...rows.map(({ give }) => give), ...(none ? [] : [rule.otherwise])], points);
    }
    case "bands": {
      // The first band that fits counts: one behind a wider one gives nothing to anybody.
      const taken = bandCells(range, rule.bands).map(({ bands: [first = -1] }) => rule.bands[first]);
      return awards(
        taken.map((band) => band?.give ?? rule.otherwise),
        points,
      );
    }
    case "threshold":
      return hull([{ low: points, high: points }, awards([rule.otherwise], points)]);
    case "deduct-per-missing":
      return { low: lost(least === undefined ? due : subtract(due, least)), high: points };
    case "deduct-per-fault":
      return { low: lost(most), high: lost(least ?? zero) };
    case "deduct-per-point-short": {
      const short = (figure: Rational): Rational => multiply(hundred, larger(zero, subtract(target, figure)));
      // A part of a point may count or not: up to one point to either side.
      const high =
        most === undefined || compare(most, target) >= 0
          ? points
          : lost(larger(zero, subtract(short(most), one)));
      return inOrder(least === undefined ? zero : smaller(lost(add(short(least), one)), high), high);
    }
    case "proportional": {
      if (isZero(target)) return full;
      const share = (figure: Rational): Rational => smaller(one, divide(figure, target));
      const low = least === undefined ? subtract(zero, endless) : multiply(points, share(least));
      return { low, high: most === undefined ? points : multiply(points, share(most)) };
    }
    case "curve":
      return hull(
        rule.curve.map(({ points: value }) => ({
          low: smaller(points, value),
          high: smaller(points, value),
        })),
      );
    case "each-time": {
      const times = [most, rule.times === undefined ? undefined : rational(rule.times)];
      const count = times.reduce((a, b) => (a === undefined ? b : b === undefined ? a : smaller(a, b)));
      const high = count === undefined ? (isZero(each) ? zero : endless) : multiply(each, count);
      return { low: zero, high: figures.points === undefined ? high : smaller(points, high) };
    }
    case "on-time":
      return { low: rule.notAfter === undefined ? multiply(points, rule.late) : zero, high: points };
    case "events": {
      if (figures.points !== undefined) return full;
      return { low: zero, high: endless };
    }
    default:
      return rule satisfies never;
  }
}
