import type { Assessment, Result } from "../assess.ts";
import type { Day } from "../base/date.ts";
import { groupBy } from "../base/order.ts";
import { compare } from "../base/rational.ts";
import type { Standing } from "../evidence/standing.ts";
import { judgeAll, type Verdict } from "../outcome/judge.ts";
import { termsOf } from "../outcome/years.ts";
import { bestFirst, bettersOf, figuresOf, type Ranked, tieFigures } from "../ranking/rank.ts";
import type { EffectPlan, OutcomePlan, Plan, QuotaPlan } from "../rubric/plan.ts";
import { unitIs } from "../scoring/profile.ts";
import { observeAtoms, type See } from "./observe-atoms.ts";
import { keyOf } from "./owner.ts";

/** Gates, vetoes and outcomes are judged once more, to see by what; then what followed. */
export function observeDecisions(assessment: Assessment, asOf: Day | undefined, see: See): void {
  const { plan, evidence, scores, phases, results } = assessment;
  const verdicts = judgeAll({ plan, ranked: results, scores, phases, evidence, asOf });
  for (const { facts } of verdicts) {
    for (const [index, { requires }] of plan.gates.entries()) {
      const gate = { kind: "gate", place: index } as const;
      see(keyOf(gate, facts.unmetGates[index] === true ? "unmet" : "met"));
      observeAtoms(gate, requires, facts, see);
    }
    for (const [index, { when }] of plan.vetoes.entries()) {
      const veto = { kind: "veto", place: index } as const;
      see(keyOf(veto, facts.vetoes[index] === true ? "fired" : "quiet"));
      observeAtoms(veto, when, facts, see);
    }
    for (const [place, { when, quota }] of plan.outcomes.entries()) {
      const outcome = { kind: "outcome", place } as const;
      if (when !== undefined) observeAtoms(outcome, when, facts, see);
      if (quota?.size.kind === "share" && typeof quota.size.of !== "string")
        observeAtoms(outcome, quota.size.of, facts, see, "quota.of.");
    }
  }
  const seeOutcome = (place: number, what: string): void => see(keyOf({ kind: "outcome", place }, what));
  for (const [rule, { quota }] of plan.outcomes.entries())
    if (quota !== undefined)
      observeQuota(plan, quota, rule, verdicts, results, (what) => seeOutcome(rule, `quota.${what}`));
  for (const result of results) {
    observeYears(assessment, result, asOf, see);
    const place = result.rule ?? -1;
    const rule = plan.outcomes[place];
    // What a tie on the last place is referred to is not what the rule gives.
    if (rule === undefined || rule.name !== result.outcome) continue;
    seeOutcome(place, "");
    observeEffect(rule, result, (what) => seeOutcome(place, what));
  }
}

function observeEffect(
  { effect }: OutcomePlan,
  { before, after }: Result,
  see: (what: string) => void,
): void {
  if (effect === undefined) return;
  const endOf = ({ titles }: Standing, title: number): string | undefined => {
    const held = titles.find((one) => one.title === title);
    return held && JSON.stringify([held.since, held.expires]);
  };
  const changed = (title: number): boolean => endOf(before, title) !== endOf(after, title);
  const held = (title: number): boolean => endOf(before, title) !== undefined;
  const seen: Readonly<Record<"grants" | "takes" | "changes" | "renews" | "lifts", boolean>> = {
    grants: effect.grants.some(changed),
    takes: effect.takes.some(held),
    changes: [...effect.changes.keys()].some(held),
    renews: effect.renews.some((title) => held(title) && changed(title)),
    lifts: effect.lifts.some((what) => lifted[what](before)),
  };
  for (const [key, happened] of Object.entries(seen)) if (happened) see(key);
}

const lifted: Readonly<Record<EffectPlan["lifts"][number], (before: Standing) => boolean>> = {
  suspension: ({ suspendedUntil }) => suspendedUntil !== undefined,
  ban: ({ bannedUntil }) => bannedUntil !== undefined,
};

/** Who had a place, who had none, and what parted whom. */
function observeQuota(
  plan: Plan,
  quota: QuotaPlan,
  rule: number,
  verdicts: readonly Verdict[],
  ranked: readonly Ranked[],
  see: (what: string) => void,
): void {
  const figure = quota.size.kind === "most" ? quota.size.most : quota.size.share;
  const candidates = verdicts.flatMap(({ placings, facts }, index) => {
    const placing = placings.get(rule);
    const place = ranked[index];
    const matched = figure.findIndex(({ when }) => when === undefined || unitIs(when, facts.unit));
    see(`${quota.size.kind}.${matched + 1}`);
    return placing === undefined || place === undefined ? [] : [{ placing, place, facts }];
  });
  for (const { placing } of candidates) {
    if (placing.verdict === "placed") see("placed");
    if (placing.verdict === "cut") see("cut");
    if (placing.straddles) see("tie");
  }
  if (quota.ties.length === 0) return;
  const byRank = bestFirst(bettersOf(plan));
  const level = (a: (typeof candidates)[number], b: typeof a): boolean => {
    if (quota.by === undefined)
      return byRank(figuresOf(plan, a.place.score), figuresOf(plan, b.place.score)) === 0;
    const [one, other] = [a.facts.result(quota.by), b.facts.result(quota.by)];
    return one === undefined || other === undefined ? one === other : compare(one, other) === 0;
  };
  const groups = groupBy(candidates, ({ place }) => (quota.per === "group" ? place.group : ""));
  for (const members of groups.values())
    for (const [index, a] of members.entries())
      for (const b of members.slice(index + 1)) {
        if (!level(a, b)) continue;
        const decides = quota.ties.findIndex((tie) => {
          const [one, other] = [a, b].map(({ place }) => tieFigures(plan, [tie], place.score));
          return bestFirst([tie.better])(one ?? [], other ?? []) !== 0;
        });
        if (decides !== -1) see(`tie-break.${decides + 1}`);
      }
}

function observeYears(
  { plan, evidence }: Assessment,
  { score }: Result,
  asOf: Day | undefined,
  see: See,
): void {
  for (const [place, result] of plan.years.results.entries()) {
    const years = { kind: "years", place } as const;
    const terms = termsOf(plan, result, score.total, evidence.history[score.unit.index] ?? [], asOf);
    const agos = [...result.weights.keys()];
    const missing = terms.some(({ total }) => total === undefined);
    if (missing) see(keyOf(years, "missing"));
    if (missing && result.missing === "finding") continue;
    for (const [index, { total }] of terms.entries())
      if (total !== undefined) see(keyOf(years, String(agos[index] ?? "")));
  }
}
