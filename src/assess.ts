import type { Evidence } from "./evidence/evidence.ts";
import type { Finding, Outcome } from "./findings/finding.ts";
import { type Decision, decide } from "./outcome/decide.ts";
import { type Ranked, rank } from "./ranking/rank.ts";
import type { Plan } from "./rubric/plan.ts";
import { type Scores, score } from "./scoring/score.ts";

/** A unit's whole result: score, place and outcome. */
export type Result = Ranked & Decision;

export interface Assessment {
  readonly plan: Plan;
  readonly evidence: Evidence;
  readonly scores: Scores;
  /** In order of rank within each group. */
  readonly results: readonly Result[];
}

/** The whole calculation: same inputs, same Assessment. Nothing in it touches the world. */
export function assess(plan: Plan, evidence: Evidence): Outcome<Assessment> {
  const scored = score(plan, evidence);
  if (!scored.ok) return scored;
  const ranked = rank(plan, scored.value);
  const decided = decide(plan, ranked, scored.value, evidence);
  const findings: readonly Finding[] = [...scored.findings, ...decided.findings];
  if (!decided.ok) return { ok: false, findings };
  const nothing: Decision = { outcome: undefined, reasons: [] };
  const results = ranked.map((place, index): Result => ({ ...place, ...(decided.value[index] ?? nothing) }));
  return { ok: true, value: { plan, evidence, scores: scored.value, results }, findings };
}
