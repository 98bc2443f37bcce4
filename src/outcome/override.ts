import type { Evidence } from "../evidence/evidence.ts";
import type { OverrideRecord } from "../evidence/override.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { Finding } from "../findings/finding.ts";
import type { Ranked } from "../ranking/rank.ts";
import { effectKey } from "../rubric/outcome-names.ts";
import type { Plan } from "../rubric/plan.ts";
import type { Decision } from "./decide.ts";

/**
 * The decisions with those of them changed that somebody has decided otherwise. Each stands beside the
 * computed one, on which the places and quotas of the others go on resting.
 */
export function applyOverrides(
  plan: Plan,
  { overrides = [] }: Evidence,
  ranked: readonly Ranked[],
  decisions: readonly Decision[],
): { readonly decisions: readonly Decision[]; readonly findings: readonly Finding[] } {
  if (overrides.length === 0) return { decisions, findings: [] };
  const findings: Finding[] = [];
  const byUnit = new Map(overrides.map((record) => [record.unit, record]));
  const changed = decisions.map((decision, index): Decision => {
    const unit = ranked[index]?.score.unit;
    const record = unit && byUnit.get(unit.index);
    if (unit === undefined || record === undefined) return decision;
    if (record.old !== decision.outcome) {
      findings.push(record.at("old", problems.overrideStale(unit.name, record.old, decision.outcome)));
      return decision;
    }
    if (changesNothing(plan, decision, record)) {
      findings.push(record.at("new", problems.overrideSame(unit.name, record.outcome)));
      return decision;
    }
    return overridden(plan, decision, record);
  });
  return { decisions: changed, findings };
}

/** What an outcome that somebody has decided on brings about: their row is to be mended, not the rubric. */
export const atOverride = (record: OverrideRecord, problem: Problem): Finding =>
  record.at("new", {
    ...problem,
    hint: {
      zh: "核对改成的结果，或核对登记表的称号",
      en: "see whether that outcome is meant, or whether the register has the wrong titles",
    },
  });

/** A rule of the same name that is named by its number may still have another effect. */
function changesNothing(plan: Plan, { outcome, rule }: Decision, record: OverrideRecord): boolean {
  if (record.outcome !== outcome) return false;
  const effectOf = (index: number | undefined) =>
    effectKey(index === undefined ? undefined : plan.outcomes[index]?.effect);
  return !record.byClause || effectOf(record.rule) === effectOf(rule);
}

function overridden(plan: Plan, decision: Decision, record: OverrideRecord): Decision {
  const { rule: _rule, clause: _clause, outcome: computed, ...kept } = decision;
  const { reason, by, date, rule, outcome } = record;
  const clause = rule === undefined ? undefined : plan.outcomes[rule]?.clause;
  return {
    ...kept,
    outcome,
    ...(rule === undefined || clause === undefined ? {} : { rule, clause }),
    ...(computed === undefined ? {} : { computed }),
    override: { reason, by, date },
  };
}
