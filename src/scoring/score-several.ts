import { zero } from "../base/rational.ts";
import type { Observation, Value } from "../evidence/value.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { LeafPlan, LeafVariant } from "../rubric/plan.ts";
import { reportPeriods } from "./compute.ts";
import type { Facts } from "./condition.ts";
import { type LeafContext, type LeafScore, notApplicable } from "./leaf-score.ts";
import { reduce } from "./reduce.ts";

/**
 * Scores the indicator for each assessor, site and period apart, and brings the points together. What
 * does not apply at a site takes no part; what is missing there is what the rubric says it is.
 */
export function scoreSeveral(
  leaf: LeafPlan,
  variant: LeafVariant,
  context: LeafContext,
  scoreOne: (context: LeafContext) => LeafScore,
): LeafScore | "missing" {
  const { facts, report } = context;
  const about = (problem: Problem): void => report(problem, variant.inputs[0] ?? 0);
  const keys = keysOf(variant, facts.values);
  if (keys.length === 0) return "missing";
  let missing = false;
  const parts = keys.flatMap((key) => {
    const values = facts.values.map((value) =>
      value?.kind === "many" ? valueAt(value.observations, key) : value,
    );
    const within = { ...context, facts: { ...facts, values } };
    const score = scoreOne(within);
    if (score.state === "missing") missing = true;
    return score.earned === undefined ? [] : [{ ...key, figure: score.earned }];
  });
  if (parts.length === 0) return notApplicable;
  for (const { by } of leaf.reductions) {
    if (typeof by === "string") continue;
    for (const period of by.weights.keys()) {
      if (parts.some((part) => part.period === period)) continue;
      missing = true;
      if (leaf.missing === "finding") about(problems.periodMissing(facts.unit.name, leaf.name, period));
      if (leaf.missing === "full")
        parts.push({ assessor: "", site: "", period, figure: context.figures.points ?? zero });
    }
  }
  reportPeriods(leaf.reductions, parts, () => undefined, about);
  const reduced = reduce(parts, leaf.reductions, leaf.missing === "not-applicable");
  if (reduced === undefined) return notApplicable;
  if (reduced.untrimmed !== undefined)
    about(problems.fewAssessors(facts.unit.name, leaf.name, reduced.untrimmed));
  return {
    ...(missing ? { state: "missing" as const } : {}),
    earned: reduced.figure,
    working: reduced.working,
  };
}

type Key = Pick<Observation, "assessor" | "site" | "period">;

/** Every combination of assessor, site and period that somebody reported, in order of appearance. */
function keysOf(variant: LeafVariant, values: Facts["values"]): Key[] {
  const keys = new Map<string, Key>();
  for (const input of variant.inputs) {
    const value = values[input];
    for (const { assessor, site, period } of value?.kind === "many" ? value.observations : []) {
      keys.set(JSON.stringify([assessor, site, period]), { assessor, site, period });
    }
  }
  return [...keys.values()];
}

const valueAt = (observations: readonly Observation[], { assessor, site, period }: Key): Value | undefined =>
  observations.find((seen) => seen.assessor === assessor && seen.site === site && seen.period === period)
    ?.value;
