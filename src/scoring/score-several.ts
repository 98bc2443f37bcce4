import type { Text } from "../base/language.ts";
import { compare, formatExact, zero } from "../base/rational.ts";
import type { Observation } from "../evidence/value.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { Dimension, LeafPlan, LeafVariant } from "../rubric/plan.ts";
import { type Report, reportPeriods } from "./compute.ts";
import type { Facts } from "./condition.ts";
import { type LeafContext, type LeafScore, notApplicable } from "./leaf-score.ts";
import { labelOf, reduce } from "./reduce.ts";

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
  const dimensions = leaf.reductions.map(({ over }) => over);
  const keys = keysOf(variant, facts.values, dimensions);
  if (keys.length === 0) return "missing";
  let missing = false;
  const notApplicableAt = new Set<string>();
  const parts = keys.flatMap((key) => {
    const values = facts.values.map((value) => {
      if (value?.kind !== "many") return value;
      return value.observations.find((seen) => isAt(seen, key, dimensions))?.value;
    });
    const placed: Report = (problem, input) => {
      const value = facts.values[input];
      const seen =
        value?.kind === "many" ? value.observations.find((one) => isAt(one, key, dimensions)) : undefined;
      report(problem, input, seen?.place);
    };
    const within = { ...context, facts: { ...facts, values }, report: placed };
    const score = scoreOne(within);
    if (score.state === "missing") missing = true;
    if (score.earned !== undefined) return [{ ...key, figure: score.earned }];
    notApplicableAt.add(key.period);
    return [];
  });
  if (parts.length === 0) return notApplicable;
  for (const { by } of leaf.reductions) {
    if (typeof by === "string") continue;
    for (const period of by.weights.keys()) {
      if (parts.some((part) => part.period === period) || notApplicableAt.has(period)) continue;
      if (leaf.missing === "not-applicable") {
        notApplicableAt.add(period);
        continue;
      }
      missing = true;
      if (leaf.missing === "finding") about(problems.periodMissing(facts.unit.name, leaf.name, period));
      if (leaf.missing === "full")
        parts.push({ assessor: "", site: "", period, figure: context.figures.points ?? zero });
    }
  }
  reportPeriods(
    leaf.reductions,
    parts,
    () => undefined,
    (problem, period) => {
      const value = facts.values[variant.inputs[0] ?? 0];
      const seen =
        value?.kind === "many" ? value.observations.find((one) => one.period === period) : undefined;
      report(problem, variant.inputs[0] ?? 0, seen?.place);
    },
  );
  // A period of which some parts apply is no exempt one.
  const exempt = new Set(
    [...notApplicableAt].filter((period) => parts.every((part) => part.period !== period)),
  );
  const reduced = reduce(parts, leaf.reductions, exempt);
  if (reduced === undefined) return notApplicable;
  if (reduced.untrimmed !== undefined) {
    const { count, of } = reduced.untrimmed;
    // A blank is what the rubric says it is, and then a mark or none.
    about(problems.fewAssessors(facts.unit.name, leaf.name, labelOf(of), count, 0));
  }
  const { points } = context.figures;
  // A sum over sites or months is held to the points like any other score, but never unseen.
  const above = points !== undefined && compare(reduced.figure, points) > 0;
  if (above)
    about(
      problems.sumAbovePoints(facts.unit.name, leaf.name, formatExact(reduced.figure), formatExact(points)),
    );
  const earned = above ? points : reduced.figure;
  const working = (): Text => {
    const { zh, en } = reduced.working();
    const most = formatExact(earned);
    return above ? { zh: `${zh}，最高计 ${most}`, en: `${en}, ${most} at most` } : { zh, en };
  };
  return {
    ...(missing ? { state: "missing" as const } : {}),
    earned,
    working,
  };
}

type Key = Pick<Observation, "assessor" | "site" | "period">;

const isAt = (seen: Observation, key: Key, dimensions: readonly Dimension[]): boolean =>
  dimensions.every((dimension) => seen[dimension] === key[dimension]);

/** Every combination that somebody reported of what is brought together, in order of appearance. */
function keysOf(variant: LeafVariant, values: Facts["values"], dimensions: readonly Dimension[]): Key[] {
  const keys = new Map<string, Key>();
  for (const input of variant.inputs) {
    const value = values[input];
    for (const seen of value?.kind === "many" ? value.observations : []) {
      const key = { assessor: "", site: "", period: "" };
      for (const dimension of dimensions) key[dimension] = seen[dimension];
      keys.set(JSON.stringify(key), key);
    }
  }
  return [...keys.values()];
}
