import { groupBy } from "../base/order.ts";
import { compare, formatExact, isZero, type Rational, rational } from "../base/rational.ts";
import type { Unit } from "../evidence/evidence.ts";
import type { Condition, QuotaPlan } from "../rubric/plan.ts";
import { shareOf } from "../scoring/condition.ts";
import { figureFor } from "../scoring/profile.ts";

/** A unit as a quota sees it. */
export interface Candidate {
  readonly unit: Unit;
  readonly group: string;
}

export interface QuotaInput<Member extends Candidate, Key> {
  readonly quota: QuotaPlan;
  /** All that are ranked, and those of them whom the rule fits and no rule before it has decided. */
  readonly all: readonly Member[];
  readonly eligible: readonly Member[];
  /** What the places go by, and which comes first, from best to worst; 0 where neither ranking nor tie-breaks part two. */
  readonly keyOf: (member: Member) => Key;
  readonly compare: (a: Key, b: Key) => number;
  readonly holds: (condition: Condition, member: Member) => boolean;
}

/** How one unit fared within a quota. */
export interface Placing {
  /** What it comes to: the outcome, nothing, or what a tie on the last place is referred to. */
  readonly verdict: "placed" | "cut" | "referred";
  readonly place: number;
  /** Others share that place. */
  readonly tied: boolean;
  /** Those who share that place are more than there are places left. */
  readonly straddles: boolean;
  readonly size: number;
  readonly eligible: number;
}

/** A quota that cannot be as it says. */
export type QuotaFault =
  | { readonly kind: "above" | "ample"; readonly group: string; readonly most: number; readonly size: number }
  /** A share that comes to no place, though there are units that fit. */
  | { readonly kind: "empty"; readonly group: string; readonly eligible: number }
  | { readonly kind: "differs" | "none"; readonly group: string };

export interface QuotaCut<Member extends Candidate> {
  readonly placings: ReadonlyMap<Member, Placing>;
  readonly faults: readonly QuotaFault[];
}

/** Cuts the list of those whom a rule fits at the number of places there are, in each group or over all. */
export function cutByQuota<Member extends Candidate, Key>(input: QuotaInput<Member, Key>): QuotaCut<Member> {
  const { quota, all, eligible, keyOf, holds } = input;
  const everybody = groupBy(all, quotaGroup(quota));
  const fitting = groupBy(eligible, quotaGroup(quota));
  const largest = Math.max(...[...everybody.values()].map((members) => members.length));
  const placings = new Map<Member, Placing>();
  const faults: QuotaFault[] = [];
  for (const [group, members] of everybody) {
    const candidates = fitting.get(group) ?? [];
    const figure = quotaFigure(quota, members);
    // A group in which nothing is said of the quota may still be one that nobody of it can come into.
    if (figure === "differs") faults.push({ kind: "differs", group });
    else if (figure === undefined && candidates.length > 0) faults.push({ kind: "none", group });
    const size = quotaSize(quota, figure, {
      group: members.length,
      eligible: candidates.length,
      fitting: (condition) => members.filter((member) => holds(condition, member)).length,
    });
    if (quota.size.kind === "most" && size > members.length) {
      // One number for all groups may be more than the smallest has units; but not more than any has.
      const ample = quota.size.most.length === 1 && largest >= size;
      faults.push({ kind: ample ? "ample" : "above", group, most: size, size: members.length });
    }
    const given = figure !== undefined && figure !== "differs" && !isZero(figure);
    if (quota.size.kind === "share" && given && size === 0 && candidates.length > 0)
      faults.push({ kind: "empty", group, eligible: candidates.length });
    const runs = runsOf(candidates.map(keyedBy(keyOf)), directed(quota, input.compare));
    for (const { run, ...placing } of placeRuns(quota, runs, size, candidates.length))
      for (const { member } of run) placings.set(member, placing);
  }
  return { placings, faults };
}

/** Among whom the places are given. */
export const quotaGroup =
  ({ per }: QuotaPlan) =>
  ({ group }: Candidate): string =>
    per === "group" ? group : "";

/** The number or the share that the units of a group come to, if they come to one. */
export function quotaFigure(
  { size }: QuotaPlan,
  members: readonly Candidate[],
): Rational | "differs" | undefined {
  const cases = size.kind === "most" ? size.most : size.share;
  const [first, ...others] = members.map(({ unit }) => figureFor(cases, unit));
  if (first === undefined) return undefined;
  const same = others.every((other) => other !== undefined && compare(other, first) === 0);
  return same ? first : "differs";
}

/** How many units a quota may be a share of. */
interface Counts {
  readonly group: number;
  readonly eligible: number;
  fitting(condition: Condition): number;
}

/** The number of places; none where the figure is not clear. */
export function quotaSize(
  { size }: QuotaPlan,
  figure: Rational | "differs" | undefined,
  counts: Counts,
): number {
  if (figure === undefined || figure === "differs") return 0;
  if (size.kind === "most") return Number(formatExact(figure));
  const { of } = size;
  const base = of === "group" || of === "eligible" ? counts[of] : counts.fitting(of);
  return shareOf(rational(base), figure, size.round);
}

/** A member with what the places go by. */
export interface Keyed<Member, Key> {
  readonly member: Member;
  readonly key: Key;
}

const keyedBy =
  <Member, Key>(keyOf: (member: Member) => Key) =>
  (member: Member): Keyed<Member, Key> => ({ member, key: keyOf(member) });

/** From the end that the places are given from. */
export const directed = <Key>(
  { from }: QuotaPlan,
  compare: (a: Key, b: Key) => number,
): ((a: Key, b: Key) => number) => (from === "best" ? compare : (a, b) => compare(b, a));

/** In order; those whom nothing parts stand together. */
export function runsOf<Member, Key>(
  keyed: readonly Keyed<Member, Key>[],
  order: (a: Key, b: Key) => number,
): Keyed<Member, Key>[][] {
  const runs: Keyed<Member, Key>[][] = [];
  for (const one of [...keyed].sort((a, b) => order(a.key, b.key))) {
    const run = runs.at(-1);
    const [leader] = run ?? [];
    if (run !== undefined && leader !== undefined && order(leader.key, one.key) === 0) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Whoever is within the places; those who share the last with too many have what `tie` says. */
export function* placeRuns<One>(
  { tie }: QuotaPlan,
  runs: Iterable<readonly One[]>,
  size: number,
  eligible: number,
): Generator<Placing & { readonly run: readonly One[] }> {
  const onTie = tie.kind === "all" ? "placed" : tie.kind === "refer" ? "referred" : "cut";
  let before = 0;
  for (const run of runs) {
    const fits = before + run.length <= size;
    const straddles = !fits && before < size;
    const verdict = fits ? "placed" : straddles ? onTie : "cut";
    yield { run, verdict, place: before + 1, tied: run.length > 1, straddles, size, eligible };
    before += run.length;
  }
}
