import type { Day } from "../base/date.ts";
import type { Evidence, Unit } from "../evidence/evidence.ts";
import { type Finding, type Outcome, outcomeOf } from "../findings/finding.ts";
import type { Plan } from "../rubric/plan.ts";
import { score, type UnitScore } from "./score.ts";

/** Scores of the other runs of a rubric in a year (domain M34), by the place of the phase in its list. */
export type PhaseScores = ReadonlyMap<number, readonly UnitScore[]>;

/** Scores every run but the one that counts, which is scored by itself. */
export function scorePhases(plan: Plan, evidence: Evidence, asOf: Day | undefined): Outcome<PhaseScores> {
  const findings: Finding[] = [];
  const phases = new Map<number, readonly UnitScore[]>();
  for (const [phase, run] of evidence.phases) {
    // A unit that took no part in a run has no faults in it.
    const tells = ({ index }: Unit): boolean =>
      run.values[index]?.some((value) => value !== undefined) === true;
    const scored = score(plan, { ...evidence, ...run }, asOf, tells);
    findings.push(...scored.findings);
    if (scored.ok) phases.set(phase, scored.value.units);
  }
  return outcomeOf(phases, findings);
}

/** The score of a unit in another run; undefined where nothing was handed in for it. */
export function phaseScore(
  phases: PhaseScores,
  evidence: Evidence,
  phase: number,
  unit: number,
): UnitScore | undefined {
  const handedIn = evidence.phases.get(phase)?.values[unit]?.some((value) => value !== undefined) === true;
  return handedIn ? phases.get(phase)?.[unit] : undefined;
}
