import { type Day, formatDay } from "./base/date.ts";
import { type Evidence, splitPlace } from "./evidence/evidence.ts";
import { plainStanding, type Standing } from "./evidence/standing.ts";
import { problems } from "./findings/catalog.ts";
import { atCell, type Finding, type Outcome, outcomeOf } from "./findings/finding.ts";
import { type Decision, decide } from "./outcome/decide.ts";
import { standingAfter } from "./outcome/effects.ts";
import { applyOverrides, atOverride } from "./outcome/override.ts";
import { type Ranked, rank } from "./ranking/rank.ts";
import type { Plan } from "./rubric/plan.ts";
import { type PhaseScores, scorePhases } from "./scoring/phases.ts";
import { locate, type Scores, score } from "./scoring/score.ts";

/** A unit's whole result: score, place, outcome, and where it stands before and after. */
export type Result = Ranked & Decision & { readonly before: Standing; readonly after: Standing };

export interface Assessment {
  readonly plan: Plan;
  readonly evidence: Evidence;
  /** The day that windows and terms were counted from. */
  readonly asOf: Day | undefined;
  readonly scores: Scores;
  /** The other runs of the rubric in the year, to be compared with the one that counts. */
  readonly phases: PhaseScores;
  /** In order of rank within each group. */
  readonly results: readonly Result[];
}

/**
 * The whole calculation: same inputs, same Assessment. Nothing in it touches the world; `asOf` is the
 * day from which windows are counted, and is needed only where the rubric has one. Where `units` are only
 * some of those there are, a quota may well have more places than these.
 */
export function assess(
  plan: Plan,
  evidence: Evidence,
  asOf?: Day,
  units: "all" | "some" = "all",
): Outcome<Assessment> {
  const scored = score(plan, evidence, asOf);
  const runs = scorePhases(plan, evidence, asOf);
  if (!scored.ok || !runs.ok) return { ok: false, findings: [...scored.findings, ...runs.findings] };
  const scores = scored.value;
  const phases = runs.value;
  const ranked = rank(plan, scores);
  const decided = decide({ plan, ranked, scores, phases, evidence, asOf, units });
  const late = eventsAfter(plan, evidence, asOf);
  const findings: readonly Finding[] = [...scored.findings, ...runs.findings, ...late, ...decided.findings];
  if (!decided.ok) return { ok: false, findings };
  const nothing: Decision = { outcome: undefined, reasons: [] };
  const { decisions, findings: stale } = applyOverrides(plan, evidence, ranked, decided.value);
  const effects: Finding[] = [...stale];
  const changed = new Map((evidence.overrides ?? []).map((record) => [record.unit, record]));
  const results = ranked.map((place, index): Result => {
    const { unit } = place.score;
    const decision = decisions[index] ?? nothing;
    const before = evidence.standings[unit.index] ?? plainStanding;
    const rule = decision.rule === undefined ? undefined : plan.outcomes[decision.rule];
    const taken = rule?.name === decision.outcome ? rule : undefined; // what is referred has no effect yet
    const after = standingAfter(plan, taken, before, asOf, unit.name);
    const record = decision.override && changed.get(unit.index);
    effects.push(
      ...after.problems.map((problem) =>
        record === undefined ? locate(evidence, unit, -1, problem) : atOverride(record, problem),
      ),
    );
    return { ...place, ...decision, before, after: after.standing };
  });
  return outcomeOf({ plan, evidence, asOf, scores, phases, results }, [...findings, ...effects]);
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
