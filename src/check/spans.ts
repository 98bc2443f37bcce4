import {
  add,
  compare,
  divide,
  equals,
  isNegative,
  isZero,
  larger,
  multiply,
  one,
  type Rational,
  rational,
  round,
  smaller,
  subtract,
  sum,
  zero,
} from "../base/rational.ts";
import type { GroupPlan, NodePlan, Plan } from "../rubric/plan.ts";
import { limitTotal } from "../scoring/combine.ts";
import type { Profile } from "../scoring/profile.ts";
import {
  type Ends,
  endsOfRange,
  hull,
  just,
  mapped,
  minus,
  nothing,
  plus,
  rangeOfEnds,
  times,
} from "./ends.ts";
import { alwaysThere, type Kind, type LeafRanges, othersShare } from "./leaf-range.ts";
import { closed, isEmpty, meet, type Range } from "./range.ts";

/** What every node can come to, never too narrowly; lists go by `node.index`. */
export interface Spans {
  readonly ends: readonly (Ends | undefined)[];
  readonly ranges: readonly Range[];
  /** What the items of a group come to, before its own limits and rounding; of groups that are for the unit. */
  readonly sums: readonly (Range | undefined)[];
  /** Whether what is known of some nodes can be. */
  readonly possible: boolean;
}

/** The spans of a rubric while they are worked out, from the indicators up. */
interface Work {
  readonly plan: Plan;
  readonly kind: Kind;
  readonly endsOf: LeafRanges;
  /** What some nodes are known to come to, and the nodes that must be there for that. */
  readonly known: ReadonlyMap<number, Range>;
  readonly there: ReadonlySet<number>;
  readonly ends: (Ends | undefined)[];
  readonly ranges: Range[];
  readonly sums: (Range | undefined)[];
  possible: boolean;
}

const nothingKnown: ReadonlyMap<number, Range> = new Map();

/** With cells that are blank or do not apply. `known` says of some nodes what they come to; what has no such node in it is as `before` has it, where nothing is known. */
export function spansOf(
  plan: Plan,
  kind: Kind,
  endsOf: LeafRanges,
  known: ReadonlyMap<number, Range> = nothingKnown,
  before?: Spans,
): Spans {
  const ends = before === undefined ? [] : [...before.ends];
  const there = new Set<number>();
  for (const index of known.keys()) {
    let isThere = true;
    for (let node = plan.nodes[index]; node !== undefined; node = plan.nodes[node.parent]) {
      ends[node.index] = undefined;
      if (isThere) there.add(node.index);
      // What is worth nothing does not make its group apply.
      if (isZero(kind.profile.worths[node.index] ?? zero)) isThere = false;
    }
  }
  const work: Work = {
    plan,
    kind,
    endsOf,
    known,
    there,
    ends,
    ranges: before === undefined ? plan.nodes.map(() => closed(zero, zero)) : [...before.ranges],
    sums: before === undefined ? [] : [...before.sums],
    possible: before?.possible ?? true,
  };
  spanOf(work, plan.root);
  const { ranges, sums, possible } = work;
  return { ends, ranges, sums, possible };
}

function spanOf(work: Work, node: NodePlan): Ends {
  const found = work.ends[node.index];
  if (found !== undefined) return found;
  const own = node.kind === "leaf" ? work.endsOf(node, work.kind).orMissing : spanOfGroup(work, node);
  const wanted = work.known.get(node.index);
  const range = rangeOfEnds(own);
  const both = wanted === undefined ? range : meet(range, wanted);
  if (wanted !== undefined && isEmpty(both)) work.possible = false;
  const ends = wanted === undefined ? own : endsOfRange(both);
  work.ranges[node.index] = both;
  work.ends[node.index] = ends;
  return ends;
}

/** As `combine` has it: the items, each rounded where terms are, then the cap, then the rounding, at the top the limits of the total. */
function spanOfGroup(work: Work, group: GroupPlan): Ends {
  const { plan, kind } = work;
  const applying = group.children.filter((child) => kind.profile.applies[child.index] !== false);
  const added = applying
    .filter((child) => !isShared(group, child))
    .map((child) => spanOfAdded(work, group, child));
  const all = [spanOfShared(work, group, applying), ...added].reduce(plus);
  work.sums[group.index] = rangeOfEnds(all);
  const cap = kind.profile.caps[group.index];
  const capped = cap === undefined ? all : mapped(all, (figure) => smaller(figure, cap));
  if (group.index === 0) return mapped(capped, (figure) => limitTotal(plan, figure));
  return plan.rounding.at === "groups" ? rounded(plan, capped) : capped;
}

const rounded = ({ rounding: { places, mode } }: Plan, ends: Ends): Ends =>
  mapped(ends, (figure) => round(figure, places, mode));
const asTerm = (plan: Plan, ends: Ends): Ends => (plan.rounding.at === "terms" ? rounded(plan, ends) : ends);

const isShared = (group: GroupPlan, child: NodePlan): boolean =>
  group.part === "base" && group.cap === undefined && child.part === "base";

/** An item beside those that share the points of the group: it adds what it earns, or nothing where it does not apply. */
function spanOfAdded(work: Work, group: GroupPlan, child: NodePlan): Ends {
  const present = spanOf(work, child);
  const ends = isThere(work, child) ? present : hull([present, nothing]);
  const scaled = times(ends, work.kind.profile.scales[child.index] ?? one);
  const isTaken = group.index === 0 && child.part === "deduction";
  return asTerm(work.plan, isTaken ? minus(scaled) : scaled);
}

/** Whether a node cannot but apply. */
const isThere = (work: Work, node: NodePlan): boolean =>
  work.there.has(node.index) || neverAbsent(node, work.kind.profile);

function neverAbsent(node: NodePlan, profile: Profile): boolean {
  if (node.kind === "leaf") return alwaysThere(node);
  if (node.children.some((child) => !isShared(node, child))) return true;
  return node.children.some(
    (child) =>
      profile.applies[child.index] !== false &&
      !isZero(profile.worths[child.index] ?? zero) &&
      (child.notApplicable !== "renormalise" || neverAbsent(child, profile)),
  );
}

/** A part of a group that shares its points: what it is worth, its share of that, and whether it must be there. */
interface Part extends Ends {
  readonly worth: Rational;
  readonly certain: boolean;
}

/** An item that is not for the unit, and what of the group's points is left open by that. */
interface Gap {
  readonly child: NodePlan;
  readonly worth: Rational;
}

/**
 * Items that share the points of a group: what is left of them earns the points in proportion, so that their
 * sum is a mean of the shares of whatever is left and of what is granted (domain M22), times all they are worth.
 */
function spanOfShared(work: Work, group: GroupPlan, applying: readonly NodePlan[]): Ends {
  const { plan, kind } = work;
  const children = applying.filter((child) => isShared(group, child));
  const gaps = gapsOf(group, kind.profile);
  const granted = gaps.filter(({ child }) => child.notApplicable !== "renormalise");
  const parts = [
    ...children.map((child) => partOf(work, child)),
    ...granted.map(({ child, worth }): Part => ({ ...sharesWhenAbsent(work, child), worth, certain: true })),
  ];
  const loose = children.filter((child) => !isMeasured(work, child));
  if (gaps.length === granted.length && parts.every(({ certain }) => certain)) {
    const terms = parts.map((part) => asTerm(plan, times(part, part.worth)));
    return [...terms, ...loose.map((child) => spanOfLoose(work, child, one))].reduce(plus, nothing);
  }
  const whole = sum([...parts, ...gaps.filter((gap) => !granted.includes(gap))].map(({ worth }) => worth));
  const stretch = stretchOf(parts, whole);
  const mean = { low: extreme(parts, "low"), high: extreme(parts, "high") };
  const none = parts.some(({ certain }) => certain) ? [] : [nothing];
  const shared = hull([withSlack(plan, times(mean, whole), parts.length), ...none]);
  return [shared, ...loose.map((child) => spanOfLoose(work, child, stretch))].reduce(plus);
}

function gapsOf(group: GroupPlan, { applies, worths, points }: Profile): readonly Gap[] {
  const children = group.children.filter((child) => isShared(group, child));
  const away = children.filter((child) => applies[child.index] === false);
  const declared = points[group.index];
  if (away.length === 0 || declared === undefined) return [];
  const worthOf = (list: readonly NodePlan[]): Rational =>
    sum(list.map(({ index }) => worths[index] ?? zero));
  const absent = worthOf(away);
  const gap = subtract(declared, worthOf(children.filter((child) => !away.includes(child))));
  if (isZero(absent) || compare(gap, zero) <= 0) return [];
  return away.map((child) => ({ child, worth: divide(multiply(gap, worthOf([child])), absent) }));
}

/** Whether what an item earns is a share of points. */
const isMeasured = ({ kind: { profile } }: Work, { index }: NodePlan): boolean =>
  !isZero(profile.points[index] ?? zero);

const nothingToAll: Ends = { low: zero, high: one };

/** Most items earn from nothing to all their points. */
const sharesOf = (ends: Ends, points: Rational): Ends =>
  isZero(ends.low) && equals(ends.high, points) ? nothingToAll : times(ends, divide(one, points));

function partOf(work: Work, child: NodePlan): Part {
  const { profile } = work.kind;
  const worth = profile.worths[child.index] ?? zero;
  const there = isThere(work, child);
  const certain = there || child.notApplicable !== "renormalise";
  if (!isMeasured(work, child)) return { ...nothing, worth, certain };
  const own = sharesOf(spanOf(work, child), profile.points[child.index] ?? one);
  const all = there || !certain ? own : hull([own, sharesWhenAbsent(work, child)]);
  return { ...all, worth, certain };
}

/** The share of its worth that an item which does not apply is granted. */
function sharesWhenAbsent(work: Work, child: NodePlan): Ends {
  if (child.notApplicable === "full") return just(one);
  if (child.notApplicable !== "mean" || child.kind === "group") return nothing;
  return othersShare(work.plan, work.kind, work.endsOf, child);
}

/** An item whose points have no limit, among those that share the group's: it is stretched like them. */
function spanOfLoose(work: Work, child: NodePlan, stretch: Rational): Ends {
  const worth = work.kind.profile.worths[child.index] ?? zero;
  const present = times(spanOf(work, child), work.kind.profile.scales[child.index] ?? one);
  const all = isThere(work, child) ? present : hull([present, nothing, just(worth)]);
  return asTerm(work.plan, hull([all, times(all, stretch)]));
}

/** The most that the items which are left can be multiplied by, to make up for those that do not apply. */
function stretchOf(parts: readonly Part[], whole: Rational): Rational {
  const certain = sum(parts.flatMap((part) => (part.certain ? [part.worth] : [])));
  const worths = parts.flatMap(({ worth }) => (isZero(worth) ? [] : [worth]));
  const [first] = worths;
  if (first === undefined) return one;
  const least = isZero(certain) ? worths.reduce(smaller, first) : certain;
  return larger(one, divide(whole, least));
}

/**
 * The greatest (or least) mean that the parts can have when those that are not certain may be absent: the
 * certain ones, and of the others, best first, those that raise it.
 */
function extreme(parts: readonly Part[], end: "low" | "high"): Rational {
  const sign = end === "high" ? 1 : -1;
  const better = (a: Rational, b: Rational): boolean => sign * compare(a, b) > 0;
  const [first] = parts;
  if (first !== undefined && parts.every((part) => part[end] === first[end]))
    return parts.some((part) => !isZero(part.worth)) ? first[end] : zero;
  const certain = parts.filter((part) => part.certain);
  const others = parts.filter((part) => !part.certain).sort((a, b) => -sign * compare(a[end], b[end]));
  let worth = sum(certain.map((part) => part.worth));
  let earned = sum(certain.map((part) => multiply(part[end], part.worth)));
  for (const part of others) {
    if (!isZero(worth) && !better(part[end], divide(earned, worth))) break;
    worth = add(worth, part.worth);
    earned = add(earned, multiply(part[end], part.worth));
  }
  return isZero(worth) ? zero : divide(earned, worth);
}

/** Rounding each term may carry their sum past what they come to, though never past 0. */
function withSlack({ rounding }: Plan, ends: Ends, terms: number): Ends {
  if (rounding.at !== "terms") return ends;
  const halves = rounding.mode === "half-up" || rounding.mode === "half-even" ? 2 : 1;
  let step = rational(terms, halves);
  for (let place = 0; place < rounding.places; place += 1) step = divide(step, rational(10));
  const low = subtract(ends.low, step);
  const high = add(ends.high, step);
  return {
    low: isNegative(ends.low) ? low : larger(zero, low),
    high: compare(ends.high, zero) > 0 ? high : smaller(zero, high),
  };
}
