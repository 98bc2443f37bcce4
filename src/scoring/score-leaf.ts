import type { Text } from "../base/language.ts";
import {
  add,
  compare,
  divide,
  formatExact,
  formatPercent,
  isNegative,
  larger,
  multiply,
  type Rational,
  rational,
  smaller,
  zero,
} from "../base/rational.ts";
import type { Observation, Value } from "../evidence/value.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { inputsOf } from "../rubric/compile-rule.ts";
import type { ClausePlan, Condition, LeafPlan, LeafVariant, Plan } from "../rubric/plan.ts";
import { inputsBehind, type Report, reportPeriods } from "./compute.ts";
import { type Facts, holds } from "./condition.ts";
import { describe } from "./describe.ts";
import { awarded } from "./kinds/award.ts";
import { scoreBands } from "./kinds/bands.ts";
import { countMet, scoreAllOrNothing, scoreClauses, scoreKOfN, type Verdict } from "./kinds/clauses.ts";
import {
  scoreDeductPerFault,
  scoreDeductPerMissing,
  scoreDeductPerPointShort,
  scoreEachTime,
  scoreOnce,
} from "./kinds/deduct.ts";
import { scoreEvents } from "./kinds/events.ts";
import { scoreGrade } from "./kinds/grade.ts";
import { scoreMarks } from "./kinds/marks.ts";
import { scoreOnTime } from "./kinds/on-time.ts";
import { scoreCurve, scoreMinMax, scoreProportional } from "./kinds/proportional.ts";
import type { Figures } from "./profile.ts";
import { reduce } from "./reduce.ts";
import { type ClauseResult, type Given, numberIn, type RuleResult, type State } from "./result.ts";

/** What came of one indicator: points on its own scale (none where it does not apply), and why. */
export interface LeafScore {
  /** Absent where it was scored by its rule: nearly always, and the hot path allocates nothing for it. */
  readonly state?: State;
  readonly earned: Rational | undefined;
  readonly working: () => Text;
  readonly clauses?: readonly ClauseResult[];
}

export interface LeafContext {
  readonly plan: Plan;
  readonly facts: Facts;
  readonly figures: Figures;
  readonly report: Report;
}

/** What a method came to before the rubric's word on missing and not applicable. */
type Outcome = RuleResult | "missing" | "not-applicable";

/** Scores one indicator of one unit by all its methods. */
export function scoreLeaf(leaf: LeafPlan, context: LeafContext): LeafScore {
  const score = (variant: LeafVariant): LeafScore =>
    leaf.reductions.length === 0
      ? settle(leaf, variant, context, scoreVariant(leaf, variant, context))
      : scoreSeveral(leaf, variant, context);
  const [only, ...others] = leaf.variants;
  return only !== undefined && others.length === 0 ? score(only) : combine(leaf, leaf.variants.map(score));
}

/** What the rubric makes of a value that nobody handed in, in words. */
const missingWords = {
  finding: { zh: "缺报，计 0 分", en: "missing, counts as 0" },
  zero: { zh: "未报，按规定计 0 分", en: "nothing handed in, which the rubric counts as 0" },
  full: { zh: "未报，按规定计满分", en: "nothing handed in, which the rubric counts in full" },
} as const;

const doesNotApply = (): Text => ({ zh: "不适用", en: "not applicable" });
const notApplicable: LeafScore = { state: "not-applicable", earned: undefined, working: doesNotApply };

/** A missing value is what the rubric says it is; unless told otherwise, nothing, and a finding. */
function settle(
  leaf: LeafPlan,
  variant: LeafVariant,
  { plan, facts, figures, report }: LeafContext,
  outcome: Outcome,
): LeafScore {
  if (outcome === "not-applicable") return notApplicable;
  if (outcome !== "missing") return outcome;
  switch (leaf.missing) {
    case "finding":
      for (const input of missingInputs(plan, variant.inputs, facts.values)) {
        const name = plan.inputs[input]?.name ?? "";
        const said = variant.inputs.includes(input) ? leaf.name : `${name}（${leaf.name}）`;
        report(problems.valueMissing(facts.unit.name, said), input);
      }
      return { state: "missing", earned: zero, working: () => missingWords.finding };
    case "zero":
      return { state: "missing", earned: zero, working: () => missingWords.zero };
    case "full":
      return { state: "missing", earned: figures.points ?? zero, working: () => missingWords.full };
    case "not-applicable":
      return notApplicable;
    default:
      return leaf.missing satisfies never;
  }
}

/** The inputs somebody should have handed in: of a computed one, those it is computed from. */
function missingInputs(plan: Plan, inputs: readonly number[], values: Facts["values"]): number[] {
  const missing = inputs.filter((index) => values[index] === undefined);
  return [...new Set(missing.flatMap((index) => inputsBehind(plan, index)))].filter(
    (index) => values[index] === undefined,
  );
}

function scoreVariant(leaf: LeafPlan, variant: LeafVariant, context: LeafContext): Outcome {
  const { rule } = leaf;
  switch (rule.kind) {
    case "clauses":
    case "all-or-nothing":
      return byClauses(leaf, rule.clauses, context, (verdicts) =>
        rule.kind === "clauses"
          ? scoreClauses(rule.clauses, context.figures, verdicts)
          : scoreAllOrNothing(rule.clauses, context.figures, verdicts),
      );
    case "k-of-n":
      if (rule.clauses.length > 0)
        return byClauses(leaf, rule.clauses, context, (verdicts) =>
          scoreKOfN(rule, context.figures, countMet(verdicts), rule.clauses.length, verdicts),
        );
      if (rule.per !== undefined) return byCount(leaf, rule, variant, context);
      return byValue(variant, context, (given) =>
        scoreKOfN(rule, context.figures, numberIn(given), rule.of ?? 0, []),
      );
    case "threshold":
      return byCondition(rule.when, context, () => scoreThreshold(rule, context));
    case "fixed":
      return {
        earned: context.figures.points ?? zero,
        working: () => ({ zh: "基础分", en: "given to every unit" }),
      };
    case "marks":
      return byValue(variant, context, (given) =>
        scoreMarks(rule.outOf, context.figures, withinMarks(leaf, variant, context, given)),
      );
    case "grade":
      return byValue(variant, context, (given) => scoreGrade(rule.scale, context.figures, given));
    case "bands":
      return byValue(variant, context, (given, percent) => scoreBands(rule, context.figures, given, percent));
    case "deduct-per-missing":
      return byValue(variant, context, (given) => scoreDeductPerMissing(context.figures, given));
    case "deduct-per-fault":
      return byValue(variant, context, (given) => scoreDeductPerFault(context.figures, given));
    case "deduct-per-point-short":
      return byValue(variant, context, (given) => scoreDeductPerPointShort(rule, context.figures, given));
    case "proportional":
      return byValue(variant, context, (given) => scoreProportional(context.figures, given));
    case "curve":
      return byValue(variant, context, (given, percent) => scoreCurve(rule, context.figures, given, percent));
    case "min-max":
      return byValue(variant, context, (given) => {
        const input = variant.inputs[0] ?? 0;
        const figures = context.facts
          .relations({ by: "input", input })
          .figures(context.facts.unit.index, rule.over);
        return scoreMinMax(rule, context.figures, given, figures);
      });
    case "once":
      return byValue(variant, context, (given) => scoreOnce(context.figures, given));
    case "each-time":
      return byValue(variant, context, (given) => scoreEachTime(rule, context.figures, given));
    case "on-time":
      return byValue(variant, context, (given) => scoreOnTime(rule, context.figures, given));
    case "events":
      return scoreEvents(rule, context.figures, context.facts.events, context.facts.asOf);
    default:
      return rule satisfies never;
  }
}

/**
 * Scores the indicator for each assessor, site and period apart, and brings the points together. What
 * does not apply at a site takes no part; what is missing there is what the rubric says it is.
 */
function scoreSeveral(leaf: LeafPlan, variant: LeafVariant, context: LeafContext): LeafScore {
  const { facts, report } = context;
  const about = (problem: Problem): void => report(problem, variant.inputs[0] ?? 0);
  const keys = keysOf(variant, facts.values);
  if (keys.length === 0) return settle(leaf, variant, context, "missing");
  let missing = false;
  const parts = keys.flatMap((key) => {
    const values = facts.values.map((value) =>
      value?.kind === "many" ? valueAt(value.observations, key) : value,
    );
    const within = { ...context, facts: { ...facts, values } };
    const score = settle(leaf, variant, within, scoreVariant(leaf, variant, within));
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

type PerRule = Extract<LeafPlan["rule"], { kind: "k-of-n" }>;

/** How many sites, assessors or periods say yes. Those that do not apply are left out; those due and not reported do not. */
function byCount(
  leaf: LeafPlan,
  rule: PerRule,
  variant: LeafVariant,
  { facts, figures, report }: LeafContext,
): Outcome {
  const input = variant.inputs[0] ?? 0;
  const value = facts.values[input];
  if (value?.kind !== "many") return "missing";
  const said = value.observations.flatMap((seen) => (seen.value?.kind === "yes-no" ? [seen.value.yes] : []));
  const exempt = value.observations.filter((seen) => seen.value?.kind === "not-applicable").length;
  if (said.length === 0) return exempt > 0 ? "not-applicable" : "missing";
  const due = rule.of ?? said.length;
  if (said.length + exempt > due)
    report(problems.moreThanDue(facts.unit.name, leaf.name, said.length + exempt, due), input);
  else if (said.length + exempt < due && leaf.missing === "finding") {
    report(problems.fewerThanDue(facts.unit.name, leaf.name, said.length + exempt, due), input);
  }
  const unreported = leaf.missing === "full" ? Math.max(0, due - said.length - exempt) : 0;
  const met = rational(said.filter((yes) => yes).length + unreported);
  return scoreKOfN(rule, figures, met, due, []);
}

/** Rules of one input. */
function byValue(
  variant: LeafVariant,
  { plan, facts }: LeafContext,
  score: (given: Given, percent: boolean) => RuleResult,
): Outcome {
  const input = variant.inputs[0] ?? 0;
  const value = facts.values[input];
  if (value === undefined) return "missing";
  if (value.kind === "not-applicable") return "not-applicable";
  if (value.kind === "many") throw new Error("several values stand where the rule has one");
  return score(value, plan.inputs[input]?.type.kind === "percent");
}

/**
 * Marks must lie between 0 and what they are out of. Most cells were held to that while they were
 * read; here come points that depend on the kind of unit, and inputs that were worked out.
 */
function withinMarks(
  leaf: LeafPlan,
  variant: LeafVariant,
  { figures, report }: LeafContext,
  given: Given,
): Given {
  const marks = numberIn(given);
  const most = (leaf.rule.kind === "marks" ? leaf.rule.outOf : undefined) ?? figures.points ?? zero;
  const said = given.text === "" ? formatExact(marks) : given.text;
  if (compare(marks, most) > 0) report(problems.valueAbove(said, formatExact(most)), variant.inputs[0] ?? 0);
  if (isNegative(marks)) report(problems.valueBelow(said, "0"), variant.inputs[0] ?? 0);
  return given;
}

/** Rules that judge a condition over several inputs: one missing is missing, one that does not apply makes the whole not apply. */
function byCondition(when: Condition, { facts }: LeafContext, score: () => RuleResult): Outcome {
  const values = inputsOf(when).map((input) => facts.values[input]);
  if (values.some((value) => value === undefined)) return "missing";
  if (values.some((value) => value?.kind === "not-applicable")) return "not-applicable";
  return score();
}

function scoreThreshold(
  rule: Extract<LeafPlan["rule"], { kind: "threshold" }>,
  { plan, facts, figures }: LeafContext,
): RuleResult {
  const met = holds(rule.when, facts);
  const { points = zero } = figures;
  return {
    earned: met ? points : awarded(rule.otherwise, points),
    working: () => {
      const { zh, en } = describe(plan, rule.when, facts);
      return met
        ? { zh: `达到要求：${zh}`, en: `met: ${en}` }
        : { zh: `未达到要求：${zh}`, en: `not met: ${en}` };
    },
  };
}

function byClauses(
  leaf: LeafPlan,
  clauses: readonly ClausePlan[],
  { facts, report }: LeafContext,
  score: (verdicts: readonly Verdict[]) => RuleResult,
): Outcome {
  const verdicts = clauses.map((clause) => judgeClause(clause, facts));
  if (verdicts.every((verdict) => verdict === "missing")) return "missing";
  if (verdicts.every((verdict) => verdict === "not-applicable")) return "not-applicable";
  const settled = verdicts.map((verdict, index): Verdict => {
    const clause = clauses[index];
    if (clause === undefined || verdict === "met" || verdict === "unmet") return verdict;
    const input = clause.input ?? inputsOf(clause.when ?? { kind: "all", conditions: [] })[0] ?? 0;
    const policy = verdict === "missing" ? leaf.missing : leaf.notApplicable;
    if (policy === "full") return "met";
    if (policy === "zero") return "unmet";
    if (policy === "finding") {
      report(problems.valueMissing(facts.unit.name, `${leaf.name}（${clause.no}）`), input);
      return "missing";
    }
    // Left out of a count, a clause would change what "k of n" means.
    if (leaf.rule.kind === "k-of-n" || policy === "mean")
      report(problems.clauseNotApplicable(leaf.name, clause.no), input);
    return "not-applicable";
  });
  return score(settled);
}

function judgeClause(clause: ClausePlan, facts: Facts): Verdict {
  const inputs =
    clause.input === undefined ? inputsOf(clause.when ?? { kind: "all", conditions: [] }) : [clause.input];
  const values = inputs.map((input) => facts.values[input]);
  if (values.some((value) => value === undefined)) return "missing";
  if (values.some((value) => value?.kind === "not-applicable")) return "not-applicable";
  const [value] = values;
  if (clause.when !== undefined) return holds(clause.when, facts) ? "met" : "unmet";
  return value?.kind === "yes-no" && value.yes ? "met" : "unmet";
}

/** Several methods on one clause (domain M21): one that does not apply leaves the word to the others. */
function combine(leaf: LeafPlan, scores: readonly LeafScore[]): LeafScore {
  const parts = scores.flatMap((score, index) =>
    score.earned === undefined ? [] : [{ earned: score.earned, score, variant: leaf.variants[index] }],
  );
  const [first, ...rest] = parts;
  if (first === undefined) return notApplicable;
  const working = (how: Text) => (): Text => {
    const say = (language: "zh" | "en") =>
      parts
        .map(
          ({ earned, variant }) =>
            `${variant?.method ?? ""} ${formatExact(earned)}${variant?.weight === undefined ? "" : ` × ${formatPercent(variant.weight)}`}`,
        )
        .join(language === "zh" ? "，" : ", ");
    return { zh: `${how.zh}（${say("zh")}）`, en: `${how.en} (${say("en")})` };
  };
  const state = parts.some(({ score }) => score.state === "missing") ? "missing" : "scored";
  const earned = parts.map((part) => part.earned);
  switch (leaf.combine) {
    case "least":
      return {
        state,
        earned: earned.reduce(smaller),
        working: working({ zh: "各方法取低", en: "the least of the methods" }),
      };
    case "greatest":
      return {
        state,
        earned: earned.reduce(larger),
        working: working({ zh: "各方法取高", en: "the greatest of the methods" }),
      };
    case "mean":
      return {
        state,
        earned: divide(earned.reduce(add), rational(earned.length)),
        working: working({ zh: "各方法平均", en: "the mean of the methods" }),
      };
    case "weights": {
      const weights = parts.map(({ variant }) => variant?.weight ?? zero);
      const total = weights.reduce(add);
      const weighted = earned.map((part, index) => multiply(part, weights[index] ?? zero)).reduce(add);
      return {
        state,
        earned: rest.length === 0 ? first.earned : divide(weighted, total),
        working: working({ zh: "各方法加权", en: "the methods by weight" }),
      };
    }
    default:
      return leaf.combine satisfies never;
  }
}
