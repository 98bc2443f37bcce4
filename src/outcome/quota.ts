import { groupBy } from "../base/order.ts";
import { compare, formatExact, type Rational, rational } from "../base/rational.ts";
import type { Unit } from "../evidence/evidence.ts";
import type { Condition, QuotaPlan } from "../rubric/plan.ts";
import { shareOf } from "../scoring/condition.ts";
import { figureFor } from "../scoring/profile.ts";

/** A unit as a quota sees it. */
export interface Candidate {
  readonly unit: Unit;
  readonly group: string;
}

export interface QuotaInput<Member extends Candidate> {
  readonly quota: QuotaPlan;
  /** All that are ranked, and those of them whom the rule fits and no rule before it has decided. */
  readonly all: readonly Member[];
  readonly eligible: readonly Member[];
  /** Who comes first, from best to worst; 0 for those whom neither ranking nor tie-breaks part. */
  readonly order: (a: Member, b: Member) => number;
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
  | { readonly kind: "above"; readonly group: string; readonly most: number; readonly size: number }
  | { readonly kind: "differs" | "none"; readonly group: string };

export interface QuotaCut<Member extends Candidate> {
  readonly placings: ReadonlyMap<Member, Placing>;
  readonly faults: readonly QuotaFault[];
}

/** Cuts the list of those whom a rule fits at the number of places there are, in each group or over all. */
export function cutByQuota<Member extends Candidate>(input: QuotaInput<Member>): QuotaCut<Member> {
  const { quota, all, eligible } = input;
  const keyOf = ({ group }: Member): string => (quota.per === "group" ? group : "");
  const everybody = groupBy(all, keyOf);
  const fitting = groupBy(eligible, keyOf);
  const placings = new Map<Member, Placing>();
  const faults: QuotaFault[] = [];
  for (const [group, members] of everybody) {
    const candidates = fitting.get(group) ?? [];
    const size = sizeOf(input, group, members, candidates, faults);
    for (const [member, placing] of placed(input, candidates, size)) placings.set(member, placing);
  }
  return { placings, faults };
}

/** The number of places. */
function sizeOf<Member extends Candidate>(
  { quota, holds }: QuotaInput<Member>,
  group: string,
  members: readonly Member[],
  eligible: readonly Member[],
  faults: QuotaFault[],
): number {
  const { size } = quota;
  const figure = size.kind === "most" ? size.most : size.share;
  const figures = members.map(({ unit }) => figureFor(figure, unit));
  const [first] = figures;
  // A group in which nothing is said of the quota may still be one that nobody of it can come into.
  if (first === undefined) {
    if (eligible.length > 0) faults.push({ kind: "none", group });
    return 0;
  }
  if (figures.some((other) => other === undefined || compare(other, first) !== 0)) {
    faults.push({ kind: "differs", group });
    return 0;
  }
  if (size.kind === "most") {
    const most = Number(formatExact(first));
    if (most > members.length) faults.push({ kind: "above", group, most, size: members.length });
    return most;
  }
  const base = baseOf(size.of, members, eligible, holds);
  return shareOf(base, first, size.round);
}

function baseOf<Member extends Candidate>(
  of: "group" | "eligible" | Condition,
  members: readonly Member[],
  eligible: readonly Member[],
  holds: QuotaInput<Member>["holds"],
): Rational {
  if (of === "group") return rational(members.length);
  if (of === "eligible") return rational(eligible.length);
  return rational(members.filter((member) => holds(of, member)).length);
}

/** Whoever is within the places; those who share the last with too many have what `tie` says. */
function placed<Member extends Candidate>(
  { quota, order }: QuotaInput<Member>,
  eligible: readonly Member[],
  size: number,
): ReadonlyMap<Member, Placing> {
  const towards = quota.from === "best" ? order : (a: Member, b: Member) => order(b, a);
  const sorted = [...eligible].sort((a, b) => towards(a, b) || a.unit.index - b.unit.index);
  const runs: Member[][] = [];
  for (const member of sorted) {
    const run = runs.at(-1);
    const [leader] = run ?? [];
    if (run !== undefined && leader !== undefined && towards(leader, member) === 0) run.push(member);
    else runs.push([member]);
  }
  const placings = new Map<Member, Placing>();
  let before = 0;
  for (const run of runs) {
    const fits = before + run.length <= size;
    const straddles = !fits && before < size;
    const onTie = quota.tie.kind === "all" ? "placed" : quota.tie.kind === "refer" ? "referred" : "cut";
    const verdict = fits ? "placed" : straddles ? onTie : "cut";
    for (const member of run)
      placings.set(member, {
        verdict,
        place: before + 1,
        tied: run.length > 1,
        straddles,
        size,
        eligible: eligible.length,
      });
    before += run.length;
  }
  return placings;
}
