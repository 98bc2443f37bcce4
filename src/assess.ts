import { type Day, formatDay } from "./base/date.ts";
import { type Evidence, splitPlace } from "./evidence/evidence.ts";
import { problems } from "./findings/catalog.ts";
import { atCell, type Finding, type Outcome } from "./findings/finding.ts";
import { type Decision, decide } from "./outcome/decide.ts";
import { type Ranked, rank } from "./ranking/rank.ts";
import type { Plan } from "./rubric/plan.ts";
import { type PhaseScores, scorePhases } from "./scoring/phases.ts";
import { type Scores, score } from "./scoring/score.ts";

/** A unit's whole result: score, place and outcome. */
export type Result = Ranked & Decision;

export interface Assessment {
  readonly plan: Plan;
  readonly evidence: Evidence;
  readonly scores: Scores;
  /** The other runs of the rubric in the year, to be compared with the one that counts. */
  readonly phases: PhaseScores;
  /** In order of rank within each group. */
  readonly results: readonly Result[];
}

/**
 * The whole calculation: same inputs, same Assessment. Nothing in it touches the world; `asOf` is the
 * day from which windows are counted, and is needed only where the rubric has one.
 */
export function assess(plan: Plan, evidence: Evidence, asOf?: Day): Outcome<Assessment> {
  const scored = score(plan, evidence, asOf);
  const runs = scorePhases(plan, evidence, asOf);
  if (!scored.ok || !runs.ok) return { ok: false, findings: [...scored.findings, ...runs.findings] };
  const scores = scored.value;
  const phases = runs.value;
  const ranked = rank(plan, scores);
  const decided = decide({ plan, ranked, scores, phases, evidence, asOf });
  const late = eventsAfter(plan, evidence, asOf);
  const findings: readonly Finding[] = [...scored.findings, ...runs.findings, ...late, ...decided.findings];
  if (!decided.ok) return { ok: false, findings };
  const nothing: Decision = { outcome: undefined, reasons: [] };
  const results = ranked.map((place, index): Result => ({ ...place, ...(decided.value[index] ?? nothing) }));
  return { ok: true, value: { plan, evidence, scores, phases, results }, findings };
}

/** Events after the reference date, which no rule counts: told, for the date may be a slip. */
function eventsAfter(plan: Plan, { events, files }: Evidence, asOf: Day | undefined): Finding[] {
  if (asOf === undefined || !plan.events.used) return [];
  return events.flat().flatMap(({ date, place }) => {
    const { file, line } = splitPlace(place);
    const source = files[file];
    if (date <= asOf || source === undefined) return [];
    return [
      atCell(
        source.name,
        line,
        source.form.roles.get("date") ?? 0,
        problems.eventAfter(formatDay(date), formatDay(asOf)),
      ),
    ];
  });
}
