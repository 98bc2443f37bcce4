import {
  add,
  compare,
  divide,
  isZero,
  multiply,
  negate,
  one,
  type Rational,
  round,
  smaller,
  subtract,
  zero,
} from "../base/rational.ts";
import type { GroupPlan, NodePlan, Plan } from "../rubric/plan.ts";
import type { Profile } from "./profile.ts";

/** The scores of one unit, brought together from its indicators. Lists of nodes go by `node.index`. */
export interface Combined {
  /** The exact total, before the rounding of the total. */
  readonly total: Rational;
  /** Nothing at all applies to the unit. */
  readonly empty: boolean;
  /** What each entry adds to the total; they add up to it exactly. */
  readonly contributions: readonly Rational[];
  /** Points of each node on its own scale; undefined where it does not apply. */
  readonly earned: readonly (Rational | undefined)[];
  /** By group: what a point on its scale adds to the total; minus below a deduction. */
  readonly scales: readonly Rational[];
  /** By group: what its items were multiplied by to make up for those that do not apply. */
  readonly factors: readonly Rational[];
}

export interface CombineInput {
  readonly plan: Plan;
  readonly profile: Profile;
  /** Points of each indicator on its own scale, by entry; undefined where it does not apply. */
  readonly leaves: readonly (Rational | undefined)[];
  /** The mean share of its points that other units earned on an indicator (domain M22). */
  meanShare(entry: number): Rational | undefined;
}

/** What a group does about children that do not apply (domain M22). */
interface Share {
  /** What the points of all others are multiplied by to make up for those renormalised. */
  readonly factor: Rational;
  /** Points granted to children that do not apply, on the group's scale. */
  readonly granted: ReadonlyMap<NodePlan, Rational>;
}

const nothingShared: Share = { factor: one, granted: new Map() };
const minusOne = negate(one);

/** Children whose points must fill their group's: those that a gap can be renormalised over. */
const isShared = (group: GroupPlan, child: NodePlan): boolean =>
  group.part === "base" && group.cap === undefined && child.part === "base";

const isDeduction = (group: GroupPlan, child: NodePlan): boolean =>
  group.index === 0 && child.part === "deduction";

/** Multiplication that leaves figures alone where there is nothing to do: most scales are one. */
const times = (a: Rational, b: Rational): Rational => (b === one ? a : a === one ? b : multiply(a, b));

/** What is known of a unit while its scores are brought together; lists go by `node.index`. */
interface Work extends CombineInput {
  readonly earned: (Rational | undefined)[];
  /** Each node's points on the scale of the group around it, with its sign. */
  readonly values: Rational[];
  readonly shares: (Share | undefined)[];
  /** What a group's cap and rounding took or gave, on its own scale. */
  readonly capped: Rational[];
  readonly rounded: Rational[];
  readonly contributions: Rational[];
  readonly scales: Rational[];
  readonly factors: Rational[];
}

/** From indicators to groups to the total, and back down: what each has added. */
export function combine({ plan, profile, leaves, meanShare }: CombineInput): Combined {
  const work: Work = {
    plan,
    profile,
    leaves,
    meanShare,
    earned: new Array(plan.nodes.length),
    values: new Array(plan.nodes.length),
    shares: [],
    capped: [],
    rounded: [],
    contributions: new Array(plan.entries.length).fill(zero),
    scales: [],
    factors: [],
  };
  const sum = pointsOfNode(work, plan.root);
  const before = sum ?? zero;
  const total = limitTotal(plan, before);
  const { contributions, earned, scales, factors } = work;
  if (sum !== undefined) spread(work, plan.root, one);
  if (plan.root.capEntry !== undefined) contributions[plan.root.capEntry] = subtract(total, before);
  return { total, empty: sum === undefined, contributions, earned, scales, factors };
}

/** A total within the limits that the rubric sets it. */
export function limitTotal({ total: limits }: Plan, before: Rational): Rational {
  const atMost = limits.cap === undefined ? before : smaller(before, limits.cap);
  return limits.floor !== undefined && compare(atMost, limits.floor) < 0 ? limits.floor : atMost;
}

function pointsOfNode(work: Work, node: NodePlan): Rational | undefined {
  if (work.profile.applies[node.index] === false) return undefined;
  const score = node.kind === "leaf" ? work.leaves[node.entry] : pointsOfGroup(work, node);
  work.earned[node.index] = score;
  return score;
}

function pointsOfGroup(work: Work, group: GroupPlan): Rational | undefined {
  const { profile, earned } = work;
  const { rounding } = work.plan;
  let complete = true;
  let others = false;
  for (const child of group.children) {
    const score = pointsOfNode(work, child);
    if (!isShared(group, child)) others = true;
    else if (score === undefined) complete = false;
  }
  const share = complete ? nothingShared : shareOut(profile, group, earned, work.meanShare);
  if (share === undefined && !others) return undefined;
  const { factor, granted } = share ?? nothingShared;
  work.shares[group.index] = share;
  let sum = zero;
  for (const child of group.children) {
    const score = earned[child.index];
    const scale = profile.scales[child.index] ?? one;
    const given = granted.get(child) ?? (score === undefined ? zero : times(score, scale));
    const scaled = isShared(group, child) ? times(given, factor) : given;
    const signed = isDeduction(group, child) ? negate(scaled) : scaled;
    const value = rounding.at === "terms" ? round(signed, rounding.places, rounding.mode) : signed;
    work.values[child.index] = value;
    sum = add(sum, value);
  }
  const cap = profile.caps[group.index];
  const limited = cap === undefined ? sum : smaller(sum, cap);
  const own =
    rounding.at === "groups" && group.index !== 0 ? round(limited, rounding.places, rounding.mode) : limited;
  if (limited !== sum) work.capped[group.index] = subtract(limited, sum);
  if (own !== limited) work.rounded[group.index] = subtract(own, limited);
  return own;
}

/** What each entry of a group adds; `scale` turns the group's own scale into points of the total. */
function spread(work: Work, group: GroupPlan, scale: Rational): void {
  const { profile, contributions } = work;
  const factor = work.shares[group.index]?.factor ?? one;
  work.scales[group.index] = scale;
  work.factors[group.index] = factor;
  for (const child of group.children) {
    const value = work.values[child.index] ?? zero;
    if (child.kind === "leaf") {
      contributions[child.entry] = times(value, scale);
      continue;
    }
    const own = work.earned[child.index];
    if (own === undefined) {
      // Points granted to a whole group that does not apply stand with its first entry.
      const entry = firstEntry(child);
      if (entry !== undefined) contributions[entry] = times(value, scale);
      continue;
    }
    const signed = isDeduction(group, child) ? minusOne : one;
    const inner = times(
      times(profile.scales[child.index] ?? one, isShared(group, child) ? factor : one),
      signed,
    );
    const childInTotal = times(scale, inner);
    spread(work, child, childInTotal);
    if (child.capEntry !== undefined) {
      contributions[child.capEntry] = times(work.capped[child.index] ?? zero, childInTotal);
    }
    if (child.roundingEntry !== undefined) {
      const residue = subtract(value, times(own, inner));
      const inside = times(work.rounded[child.index] ?? zero, childInTotal);
      contributions[child.roundingEntry] = add(inside, times(residue, scale));
    }
  }
}

/**
 * What to do about items that do not apply (domain M22): a factor for all others that makes up for
 * those to be renormalised, and the points granted to the rest. Undefined where nothing is left.
 */
function shareOut(
  profile: Profile,
  group: GroupPlan,
  earned: readonly (Rational | undefined)[],
  meanShare: CombineInput["meanShare"],
): Share | undefined {
  const children = group.children.filter((child) => isShared(group, child));
  const worthOf = (child: NodePlan): Rational => profile.worths[child.index] ?? zero;
  const applies = (child: NodePlan): boolean => profile.applies[child.index] !== false;
  const sumOf = (list: readonly NodePlan[]): Rational =>
    list.reduce((sum, child) => add(sum, worthOf(child)), zero);
  const points = profile.points[group.index];
  const gap = points === undefined ? zero : subtract(points, sumOf(children.filter(applies)));
  const absent = sumOf(children.filter((child) => !applies(child)));
  const granted = new Map<NodePlan, Rational>();
  let counted = zero;
  let renormalised = zero;
  for (const child of children) {
    if (earned[child.index] !== undefined) {
      counted = add(counted, worthOf(child));
      continue;
    }
    // Items written for other kinds of unit leave a gap only where the group is worth more than what is left.
    const part = isZero(absent) ? zero : divide(multiply(gap, worthOf(child)), absent);
    const lost = applies(child) ? worthOf(child) : part;
    if (compare(lost, zero) <= 0) continue;
    if (child.notApplicable === "renormalise") renormalised = add(renormalised, lost);
    else {
      counted = add(counted, lost);
      granted.set(child, grant(child, lost, meanShare));
    }
  }
  if (isZero(counted)) return undefined;
  return { factor: isZero(renormalised) ? one : divide(add(counted, renormalised), counted), granted };
}

function grant(child: NodePlan, lost: Rational, meanShare: CombineInput["meanShare"]): Rational {
  if (child.notApplicable === "full") return lost;
  if (child.notApplicable === "mean" && child.kind === "leaf") {
    return multiply(lost, meanShare(child.entry) ?? zero);
  }
  return zero;
}

const firstEntry = (node: NodePlan): number | undefined => {
  if (node.kind === "leaf") return node.entry;
  const [first] = node.children;
  return first && firstEntry(first);
};

/** The most an indicator could have added to a unit's total; undefined where there is no limit. */
export function maximumOf(
  plan: Plan,
  profile: Profile,
  combined: Combined,
  entry: number,
): Rational | undefined {
  const planned = plan.entries[entry];
  if (planned?.kind !== "leaf") return zero;
  const { leaf } = planned;
  if (combined.earned[leaf.index] === undefined && isZero(combined.contributions[entry] ?? zero)) return zero;
  const worth = profile.worths[leaf.index];
  if (worth === undefined) return undefined;
  const parent = plan.nodes[leaf.parent];
  if (parent?.kind !== "group") throw new Error("an indicator stands in a group");
  const factor = isShared(parent, leaf) ? (combined.factors[parent.index] ?? one) : one;
  const most = times(times(worth, factor), combined.scales[parent.index] ?? one);
  return isDeduction(parent, leaf) ? negate(most) : most;
}
