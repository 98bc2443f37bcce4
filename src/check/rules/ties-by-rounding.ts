import type { Text } from "../../base/language.ts";
import { divide, isWhole, isZero, multiply, one, type Rational } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Award, LeafPlan, NodePlan, Plan } from "../../rubric/plan.ts";
import { subjectName } from "../../scoring/describe.ts";
import { placesText } from "../../scoring/describe-years.ts";
import { awarded } from "../../scoring/kinds/award.ts";
import type { Profile } from "../../scoring/profile.ts";
import { rangeOfInput } from "../condition-range.ts";
import type { CheckContext, CheckRule } from "../rule.ts";

/**
 * Places cut by scores in whole points with nothing to break a tie, where an indicator gives parts of points. Marks may
 * be finer than any rounding: with decimals left, that two units come to the same is rare, and is not told.
 */
export const tiesByRounding: CheckRule = {
  codes: ["ties-by-rounding"],
  check(context) {
    const { plan } = context;
    const { places, at } = plan.rounding;
    if (places > 0 || at !== "total" || plan.ranking.ties.length > 0) return [];
    return [...ofConditions(context), ...ofQuotas(context)];
  },
};

function ofConditions({ plan, proof, sites, at }: CheckContext): readonly Finding[] {
  if (plan.rounding.lines === "exact") return [];
  return sites.everyCondition.flatMap(({ condition, path }) => {
    if (condition.kind !== "relative" || condition.subject.by !== "score") return [];
    const { subject, end, count } = condition;
    const finer = finerBelow(plan, proof.kinds(), subject.node);
    if (finer === undefined) return [];
    const key = end === "worst" ? "among-worst" : "among-best";
    const places = placesText(end, count);
    return [at([...path, key], problems.tiesByRounding(places, subjectName(plan, subject), finer, "lines"))];
  });
}

function ofQuotas({ plan, proof, at }: CheckContext): readonly Finding[] {
  if (plan.rounding.ranks === "exact") return [];
  return plan.outcomes.flatMap(({ quota }) => {
    if (quota === undefined || quota.by !== undefined || quota.ties.length > 0) return [];
    const finer = finerBelow(plan, proof.kinds(), plan.root.index);
    if (finer === undefined) return [];
    const places: Text = { zh: "名额", en: "the places of the quota" };
    const total: Text = { zh: "总分", en: "total" };
    return [at(quota.origin, problems.tiesByRounding(places, total, finer, "ranks"))];
  });
}

type Kinds = ReturnType<CheckContext["proof"]["kinds"]>;

/** The name of an indicator below a node that gives parts of points. */
function finerBelow(plan: Plan, kinds: Kinds, node: number): string | undefined {
  const finer = plan.leaves.find((leaf) =>
    kinds.some(({ kind: { profile } }) => {
      const scale = scaleTo(plan, profile, leaf, node);
      if (scale === undefined || profile.reached[leaf.index] !== true) return false;
      const steps = stepsOf(plan, profile, leaf);
      return steps === "any" || steps.some((step) => !isWhole(multiply(step, scale)));
    }),
  );
  return finer?.name;
}

/** What a point of the indicator is worth on the scale of a node around it; undefined where it stands elsewhere. */
function scaleTo(plan: Plan, profile: Profile, leaf: LeafPlan, node: number): Rational | undefined {
  let scale = one;
  for (let at: NodePlan | undefined = leaf; at !== undefined; at = plan.nodes[at.parent]) {
    if (at.index === node) return scale;
    if (at.index === 0) return undefined;
    scale = multiply(scale, profile.scales[at.index] ?? one);
  }
  return undefined;
}

/** By what an indicator tells units apart: points that it gives or takes, or figures of any fineness. */
function stepsOf(plan: Plan, profile: Profile, leaf: LeafPlan): readonly Rational[] | "any" {
  const figures = profile.figures[leaf.index];
  const { points } = figures ?? {};
  if (figures === undefined) return [];
  const [input] = leaf.variants[0]?.inputs ?? [];
  const counted = input !== undefined && rangeOfInput(plan, input).whole;
  const several = leaf.reductions.length > 0 || leaf.variants.length > 1;
  const { rule } = leaf;
  const awards = (...list: readonly Award[]): readonly Rational[] =>
    points === undefined ? [] : list.map((award) => awarded(award, points));
  switch (rule.kind) {
    case "marks":
      if (!counted || several || points === undefined) return "any";
      return rule.outOf === undefined || isZero(rule.outOf) ? [] : [divide(points, rule.outOf)];
    case "proportional":
      if (!counted || several || points === undefined || isZero(figures.target)) return "any";
      return [divide(points, figures.target)];
    case "min-max":
    case "curve":
      return "any";
    case "deduct-per-point-short":
      return rule.partPoints === "proportional" ? "any" : [figures.each];
    case "deduct-per-missing":
    case "deduct-per-fault":
    case "each-time":
      return [figures.each];
    case "events":
      return rule.levels === undefined ? [figures.each] : [...rule.levels.values()];
    case "grade":
      return awards(...rule.scale.values());
    case "bands":
      return awards(...rule.bands.map(({ give }) => give), rule.otherwise);
    case "k-of-n":
      return awards(...rule.table.map(({ give }) => give), rule.otherwise);
    case "threshold":
      return awards(rule.otherwise);
    case "clauses":
      return rule.clauses.flatMap(({ points: own }) => own ?? []);
    case "on-time":
      return points === undefined ? [] : [multiply(points, rule.late)];
    case "all-or-nothing":
    case "once":
      return points === undefined ? [] : [points];
    case "fixed":
      return [];
    default:
      return rule satisfies never;
  }
}
