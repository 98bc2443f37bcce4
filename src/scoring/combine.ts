import {
  add,
  compare,
  divide,
  equals,
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
import type { State } from "./result.ts";

/** The scores of one unit, brought together from its indicators. Lists of nodes go by `node.index`. */
export interface Combined {
  /** The exact total, before the rounding of the total. */
  readonly total: Rational;
  /** Nothing at all applies to the unit. */
  readonly empty: boolean;
  /** What each entry adds to the total; they add up to it exactly. */
  readonly contributions: readonly Rational[];
  /** What each entry could add at most; undefined where there is no limit. */
  readonly maxima: readonly (Rational | undefined)[];
  /** Points of each node on its own scale; undefined where it does not apply. */
  readonly earned: readonly (Rational | undefined)[];
}

export interface CombineInput {
  readonly plan: Plan;
  readonly profile: Profile;
  /** Points of each indicator on its own scale, by entry; undefined where it does not apply. */
  readonly leaves: readonly (Rational | undefined)[];
  /** The mean share of its points that other units earned on an indicator (domain M22). */
  meanShare(entry: number): Rational | undefined;
}

/** A child as its group sees it: everything on the group's scale. */
interface Term {
  readonly child: NodePlan;
  readonly worth: Rational | undefined;
  /** What the child's own points are multiplied by. */
  readonly scale: Rational;
  readonly value: Rational;
}

/** From indicators to groups to the total, and back down: what each has added. */
export function combine(input: CombineInput): Combined {
  const { plan, profile, leaves, meanShare } = input;
  const { rounding } = plan;
  const contributions: Rational[] = new Array(plan.entries.length).fill(zero);
  const maxima: (Rational | undefined)[] = new Array(plan.entries.length).fill(zero);
  const earned: (Rational | undefined)[] = new Array(plan.nodes.length).fill(undefined);
  const terms: (readonly Term[])[] = [];
  /** What a group's cap and rounding took or gave, on its own scale. */
  const capped: Rational[] = [];
  const rounded: Rational[] = [];

  const roundAt = (where: "groups" | "terms", value: Rational): Rational =>
    rounding.at === where ? round(value, rounding.places, rounding.mode) : value;

  const worthIn = (group: GroupPlan, child: NodePlan): Rational | undefined => {
    const points = profile.points[group.index];
    return child.weight !== undefined && points !== undefined
      ? multiply(child.weight, points)
      : profile.points[child.index];
  };

  const scaleIn = (child: NodePlan, worth: Rational | undefined): Rational => {
    const points = profile.points[child.index];
    if (child.weight === undefined || worth === undefined || points === undefined || isZero(points))
      return one;
    return equals(worth, points) ? one : divide(worth, points);
  };

  const visit = (node: NodePlan): Rational | undefined => {
    if (!profile.applies[node.index]) return undefined;
    const score = node.kind === "leaf" ? leaves[node.entry] : visitGroup(node);
    earned[node.index] = score;
    return score;
  };

  const visitGroup = (group: GroupPlan): Rational | undefined => {
    const own = group.children.map((child) => ({ child, score: visit(child), worth: worthIn(group, child) }));
    const closed = group.part === "base" && group.cap === undefined;
    const base = closed ? own.filter(({ child }) => child.part === "base") : [];
    const share = closed ? shareOut(group, base) : { factor: one, granted: new Map<NodePlan, Rational>() };
    if (share === undefined && base.length === own.length) return undefined;
    const { factor, granted } = share ?? { factor: one, granted: new Map<NodePlan, Rational>() };
    const list = own.map(({ child, score, worth }): Term => {
      const inBase = closed && child.part === "base";
      const scale = inBase ? times(scaleIn(child, worth), factor) : one;
      const given = granted.get(child);
      const value =
        given !== undefined ? times(given, factor) : score === undefined ? zero : times(score, scale);
      const signed = group.index === 0 && child.part === "deduction" ? negate(value) : value;
      return {
        child,
        worth: worth && (inBase ? times(worth, factor) : worth),
        scale,
        value: roundAt("terms", signed),
      };
    });
    terms[group.index] = list;
    let total = zero;
    for (const { value } of list) total = add(total, value);
    const cap = profile.caps[group.index];
    const limited = cap === undefined ? total : smaller(total, cap);
    const final = group.index === 0 ? limited : roundAt("groups", limited);
    capped[group.index] = limited === total ? zero : subtract(limited, total);
    rounded[group.index] = final === limited ? zero : subtract(final, limited);
    return final;
  };

  /**
   * What to do about items that do not apply (domain M22): a factor for all others that makes up for
   * those to be renormalised, and the points granted to the rest. Undefined where nothing is left.
   */
  const shareOut = (
    group: GroupPlan,
    own: readonly { child: NodePlan; score: Rational | undefined; worth: Rational | undefined }[],
  ) => {
    const granted = new Map<NodePlan, Rational>();
    if (own.every(({ score }) => score !== undefined)) return { factor: one, granted };
    const present = own.filter(({ child }) => profile.applies[child.index]);
    const absent = own.filter(({ child }) => !profile.applies[child.index]);
    const worthOf = (list: typeof own): Rational =>
      list.reduce((total, { worth }) => add(total, worth ?? zero), zero);
    const points = profile.points[group.index];
    const gap = points === undefined ? zero : subtract(points, worthOf(present));
    const absentWorth = worthOf(absent);
    let counted = zero;
    let renormalised = zero;
    for (const { child, score, worth = zero } of own) {
      if (score !== undefined) {
        counted = add(counted, worth);
        continue;
      }
      const here = profile.applies[child.index];
      // Items written for other kinds of unit leave a gap only where the group is worth more than what is left.
      const lost = here ? worth : isZero(absentWorth) ? zero : divide(multiply(gap, worth), absentWorth);
      if (isZero(lost) || compare(lost, zero) < 0) continue;
      if (child.notApplicable === "renormalise") renormalised = add(renormalised, lost);
      else {
        counted = add(counted, lost);
        granted.set(child, grant(child, lost));
      }
    }
    if (isZero(counted)) return undefined;
    return { factor: isZero(renormalised) ? one : divide(add(counted, renormalised), counted), granted };
  };

  const grant = (child: NodePlan, lost: Rational): Rational => {
    if (child.notApplicable === "full") return lost;
    if (child.notApplicable === "mean" && child.kind === "leaf")
      return multiply(lost, meanShare(child.entry) ?? zero);
    return zero;
  };

  /** `scale` turns the group's own scale into points of the total, `sign` is minus below a deduction. */
  const spread = (group: GroupPlan, scale: Rational): void => {
    for (const { child, worth, scale: inner, value } of terms[group.index] ?? []) {
      const most = worth === undefined ? undefined : times(worth, scale);
      if (child.kind === "leaf") {
        contributions[child.entry] = times(value, scale);
        maxima[child.entry] = earned[child.index] === undefined && isZero(value) ? zero : most;
        continue;
      }
      const sign = group.index === 0 && child.part === "deduction" ? negate(one) : one;
      const own = earned[child.index];
      if (own === undefined) {
        // Points granted to a whole group that does not apply stand with its first entry.
        const entry = firstEntry(child);
        if (entry !== undefined) contributions[entry] = times(value, scale);
        continue;
      }
      const childScale = times(times(inner, scale), sign);
      spread(child, childScale);
      if (child.capEntry !== undefined)
        contributions[child.capEntry] = times(capped[child.index] ?? zero, childScale);
      if (child.roundingEntry !== undefined) {
        const residue = subtract(value, times(times(own, inner), sign));
        contributions[child.roundingEntry] = add(
          times(rounded[child.index] ?? zero, childScale),
          times(residue, scale),
        );
      }
    }
  };

  const sum = visit(plan.root);
  const before = sum ?? zero;
  const { floor, cap } = plan.total;
  const atMost = cap === undefined ? before : smaller(before, cap);
  const total = floor !== undefined && compare(atMost, floor) < 0 ? floor : atMost;
  if (sum !== undefined) spread(plan.root, one);
  if (plan.root.capEntry !== undefined) contributions[plan.root.capEntry] = subtract(total, before);
  return { total, empty: sum === undefined, contributions, maxima, earned };
}

/** Multiplication that leaves figures alone where there is nothing to do: most scales are one. */
const times = (a: Rational, b: Rational): Rational => (b === one ? a : a === one ? b : multiply(a, b));

const firstEntry = (node: NodePlan): number | undefined => {
  if (node.kind === "leaf") return node.entry;
  const [first] = node.children;
  return first && firstEntry(first);
};

export type { State };
