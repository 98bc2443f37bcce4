import { same, type Text } from "../../base/language.ts";
import {
  add,
  compare,
  divide,
  formatExact,
  isZero,
  multiply,
  type Rational,
  rational,
  subtract,
  zero,
} from "../../base/rational.ts";
import type { ClausePlan, Rule } from "../../rubric/plan.ts";
import type { Figures } from "../profile.ts";
import type { ClauseResult, RuleResult } from "../result.ts";
import { awarded, awardText } from "./award.ts";

export type Verdict = ClauseResult["verdict"];

const results = (clauses: readonly ClausePlan[], verdicts: readonly Verdict[]): ClauseResult[] =>
  clauses.map(({ no, text }, index) => ({ no, text, verdict: verdicts[index] ?? "missing" }));

const numbers = (clauses: readonly ClausePlan[], verdicts: readonly Verdict[], verdict: Verdict): string[] =>
  clauses.filter((_, index) => verdicts[index] === verdict).map(({ no }) => no);

/**
 * Clauses that each carry points (domain M2). Clauses that do not apply are left out, and the others
 * share the indicator's points in proportion.
 */
export function scoreClauses(
  clauses: readonly ClausePlan[],
  { points = zero }: Figures,
  verdicts: readonly Verdict[],
): RuleResult {
  let met = zero;
  let counted = zero;
  for (const [index, { points: worth = zero }] of clauses.entries()) {
    const verdict = verdicts[index];
    if (verdict === "met") met = add(met, worth);
    if (verdict !== "not-applicable") counted = add(counted, worth);
  }
  return {
    earned: isZero(counted) ? zero : divide(multiply(met, points), counted),
    working: () => {
      const terms = clauses.flatMap((clause, index) =>
        verdicts[index] === "met" ? [formatExact(clause.points ?? zero)] : [],
      );
      const scaled = isZero(subtract(counted, points))
        ? ""
        : ` × ${formatExact(points)} ÷ ${formatExact(counted)}`;
      return same(`${terms.length === 0 ? "0" : terms.join(" + ")}${scaled}`);
    },
    clauses: results(clauses, verdicts),
  };
}

/** Full points when every clause is met, otherwise nothing (domain M3). */
export function scoreAllOrNothing(
  clauses: readonly ClausePlan[],
  { points = zero }: Figures,
  verdicts: readonly Verdict[],
): RuleResult {
  const hasFailed = verdicts.some((verdict) => verdict === "unmet" || verdict === "missing");
  return {
    earned: hasFailed ? zero : points,
    working: () => {
      if (!hasFailed) return { zh: "各条全部达到", en: "every clause is met" };
      const failed = [...numbers(clauses, verdicts, "unmet"), ...numbers(clauses, verdicts, "missing")];
      return {
        zh: `第 ${failed.join("、")} 条未达到，全部不得分`,
        en: `clause ${failed.join(", ")} unmet: nothing is earned`,
      };
    },
    clauses: results(clauses, verdicts),
  };
}

type KOfN = Extract<Rule, { kind: "k-of-n" }>;

/** So many of the clauses, or so large a share of the sites, met: a step or points by a table (domain M5, M6, M17). */
export function scoreKOfN(
  rule: KOfN,
  { points = zero }: Figures,
  met: Rational,
  all: number,
  verdicts: readonly Verdict[],
): RuleResult {
  const share = all === 0 ? zero : divide(met, rational(all));
  // Where some do not apply, the others stand for all that the rubric counts.
  const most = rule.of ?? all;
  const count = all === most ? met : multiply(share, rational(most));
  const branch = rule.table.findIndex((row) => compare(row.share ? share : count, row.met) >= 0);
  const award = rule.table[branch]?.give ?? rule.otherwise;
  return {
    branch,
    earned: awarded(award, points),
    working: (): Text => {
      const worth = awardText(award);
      const found = formatExact(met);
      const scaled =
        all === most
          ? { zh: "", en: "" }
          : {
              zh: `，折合 ${most} 个中 ${formatExact(count)} 个`,
              en: `, as ${formatExact(count)} of ${most}`,
            };
      return {
        zh: `${all} 个中达到 ${found} 个${scaled.zh} → ${worth.zh}`,
        en: `${found} of ${all} met${scaled.en} → ${worth.en}`,
      };
    },
    ...(rule.clauses.length === 0 ? {} : { clauses: results(rule.clauses, verdicts) }),
  };
}

export const countMet = (verdicts: readonly Verdict[]): Rational =>
  rational(verdicts.filter((verdict) => verdict === "met").length);
