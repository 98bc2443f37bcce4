import { flatMap } from "../../base/flat-map.ts";
import { type Problem, problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import { ofOnlyUnit } from "../../findings/proof-problems.ts";
import type { Path } from "../../rubric/document.ts";
import type { Condition, LeafPlan, OutcomePlan } from "../../rubric/plan.ts";
import { resultOfUnit } from "../outcome-proof.ts";
import type { CheckContext, CheckRule } from "../rule.ts";
import type { Sample } from "../sample.ts";

/**
 * What compares a unit with the others of its group, and is decided beforehand where there are none: the only
 * unit is both the first and the last, however good or bad it is.
 */
export const groupOfOne: CheckRule = {
  codes: ["group-of-one"],
  check(context) {
    // Without groups, the only unit is the only one of the whole assessment.
    if (context.plan.ranking.groupBy.length === 0) return [];
    return [...ofItems(context), ...ofBarriers(context), ...ofOutcomes(context)];
  },
};

/** Indicators that the only unit always or never meets, and those where it is compared with itself. */
function ofItems(context: CheckContext): readonly Finding[] {
  return flatMap(context.plan.leaves, (leaf): readonly Finding[] => {
    const { rule, origin, name } = leaf;
    const tell = (path: Path, problem: Problem, end: End): readonly Finding[] => [
      withSample(context, context.atKey(path, problem), end, leaf),
    ];
    if (rule.kind === "min-max")
      return rule.over === "group" && rule.ifEqual === "zero"
        ? tell([...origin, "if-equal"], problems.groupOfOneEqual(name), "best")
        : [];
    const conditions =
      rule.kind === "threshold"
        ? [{ when: rule.when, path: origin, name }]
        : "clauses" in rule
          ? rule.clauses.map(({ when, origin: path, text }) => ({ when, path, name: text }))
          : [];
    return flatMap(conditions, ({ when, path, name: what }) => {
      const met = when && alone(when);
      if (met === undefined) return [];
      const problem = problems.groupOfOne(ofOnlyUnit[met ? "item-met" : "item-unmet"](what));
      return tell([...path, "when"], problem, met ? "worst" : "best");
    });
  });
}

/** Vetoes that always strike the only unit, gates that it never meets. */
function ofBarriers(context: CheckContext): readonly Finding[] {
  const { plan, atKey } = context;
  const vetoes = plan.vetoes
    .filter(({ when }) => alone(when) === true)
    .map(({ name, origin }) => atKey([...origin, "when"], problems.groupOfOne(ofOnlyUnit.veto(name))));
  const gates = plan.gates
    .filter(({ requires }) => alone(requires) === false)
    .map(({ name, origin }) => atKey([...origin, "requires"], problems.groupOfOne(ofOnlyUnit.gate(name))));
  return [...vetoes, ...gates].map((finding) => withSample(context, finding, "best"));
}

/** Outcomes for the last that even the best gets, for the first that even the worst gets, and for all but the last. */
function ofOutcomes(context: CheckContext): readonly Finding[] {
  const { plan, atKey } = context;
  return flatMap(plan.outcomes, (rule, index): readonly Finding[] => {
    const { when, quota, origin, name } = rule;
    const key: Path = [...origin, when === undefined ? "quota" : "when"];
    const forLast = (when !== undefined && comparesWithWorst(when)) || takesWorst(quota);
    if (forLast) {
      const sample = sampleThatGets(context, index, "best");
      return sample === undefined
        ? []
        : [withWitness(context, atKey(key, problems.groupOfOne(ofOnlyUnit.last(name))), sample)];
    }
    const met = when && alone(when);
    if (met === undefined) return [];
    if (!met)
      return [withSample(context, atKey(key, problems.groupOfOne(ofOnlyUnit["not-last"](name))), "best")];
    const sample = sampleThatGets(context, index, "worst");
    return sample === undefined
      ? []
      : [withWitness(context, atKey(key, problems.groupOfOne(ofOnlyUnit.first(name))), sample)];
  });
}

function comparesWithWorst(condition: Condition): boolean {
  if (condition.kind === "relative") return condition.end === "worst" && condition.over === "group";
  if (condition.kind === "all" || condition.kind === "any")
    return condition.conditions.some(comparesWithWorst);
  return false;
}

const takesWorst = (quota: OutcomePlan["quota"]): boolean => quota?.from === "worst" && quota.per === "group";

/**
 * What a condition comes to for the only unit of a group, where that does not depend on the unit: it is among the first
 * and the last of its group. A share may come to no place at all, and says nothing.
 */
function alone(condition: Condition): boolean | undefined {
  switch (condition.kind) {
    case "relative":
      return condition.over === "group" && condition.count.kind === "number" && condition.count.count > 0
        ? true
        : undefined;
    case "not": {
      const inner = alone(condition.condition);
      return inner === undefined ? undefined : !inner;
    }
    case "all":
    case "any": {
      const decisive = condition.kind === "any";
      const parts = condition.conditions.map(alone);
      if (parts.includes(decisive)) return decisive;
      return parts.includes(undefined) ? undefined : !decisive;
    }
    default:
      return undefined;
  }
}

type End = "best" | "worst";

/** A unit alone that hands in the best (or worst) there is; of the kinds for which the indicator is. */
function* samples({ plan, proof }: CheckContext, end: End, leaf?: LeafPlan) {
  const low = plan.ranking.better === "lower";
  for (const { kind, solver } of proof.kinds()) {
    if (leaf !== undefined && kind.profile.reached[leaf.index] !== true) continue;
    const made = solver();
    const [sample] = made.samples(made.extreme((end === "best") === low ? "worst" : "best"), 0);
    const assessment = sample && made.run(sample);
    if (sample !== undefined && assessment !== undefined) yield { sample, assessment };
  }
}

function sampleThatGets(context: CheckContext, rule: number, end: End): Sample | undefined {
  for (const { sample, assessment } of samples(context, end))
    if (resultOfUnit(assessment)?.rule === rule) return sample;
  return undefined;
}

const withWitness = ({ proof }: CheckContext, finding: Finding, sample: Sample): Finding => ({
  ...finding,
  witness: proof.witness(sample),
});

function withSample(context: CheckContext, finding: Finding, end: End, leaf?: LeafPlan): Finding {
  for (const { sample } of samples(context, end, leaf)) return withWitness(context, finding, sample);
  return finding;
}
