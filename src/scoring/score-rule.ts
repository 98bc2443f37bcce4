import { groupBy } from "../base/order.ts";
import { add, compare, formatExact, isNegative, one, rational, zero } from "../base/rational.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { inputsOf } from "../rubric/compile-rule.ts";
import type { ClausePlan, Condition, LeafPlan, LeafVariant } from "../rubric/plan.ts";
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
import type { LeafContext, RuleOutcome } from "./leaf-score.ts";
import { reduce } from "./reduce.ts";
import { type Given, numberIn, type RuleResult } from "./result.ts";

/** What the rule of an indicator gives for one method. */
export function scoreRule(leaf: LeafPlan, variant: LeafVariant, context: LeafContext): RuleOutcome {
  const outcome = applyRule(leaf, variant, context);
  context.notice?.({ variant, context, outcome });
  return outcome;
}

/** The one switch over all kinds of rule. */
function applyRule(leaf: LeafPlan, variant: LeafVariant, context: LeafContext): RuleOutcome {
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
      return byValue(variant, context, (given, percent) =>
        scoreProportional(context.figures, given, percent),
      );
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

type PerRule = Extract<LeafPlan["rule"], { kind: "k-of-n" }>;

/**
 * How many sites, assessors or periods say yes. What several assessors say of one site is brought
 * together first, a yes counting one. Those that do not apply are not due: the others stand for all.
 * Those due and not reported, or blank, are what the rubric says of missing ones, by default not met.
 * Without `of`, those are due that the data name.
 */
function byCount(
  leaf: LeafPlan,
  rule: PerRule,
  variant: LeafVariant,
  { facts, figures, report }: LeafContext,
): RuleOutcome {
  const input = variant.inputs[0] ?? 0;
  const value = facts.values[input];
  if (value?.kind !== "many" || rule.per === undefined) return "missing";
  const { per } = rule;
  const groups = [...groupBy(value.observations, (seen) => seen[per]).values()];
  const said = groups.flatMap((seen) => {
    const parts = seen.flatMap(({ value: word, ...from }) =>
      word?.kind === "yes-no" ? [{ ...from, [per]: "", figure: word.yes ? one : zero }] : [],
    );
    return reduce(parts, leaf.reductions)?.figure ?? [];
  });
  const exempt = groups.filter((seen) => seen.every((one) => one.value?.kind === "not-applicable")).length;
  const reported = said.length + exempt;
  if (reported === 0) return "missing";
  const due = rule.of ?? groups.length;
  const applying = leaf.missing === "not-applicable" ? said.length : due - exempt;
  if (applying <= 0 && reported <= due) return "not-applicable";
  if (reported > due) report(problems.moreThanDue(facts.unit.name, leaf.name, reported, due), input);
  else if (reported < due && leaf.missing === "finding") {
    report(problems.fewerThanDue(facts.unit.name, leaf.name, reported, due), input);
  }
  // That some do not apply is no word on the others.
  if (said.length === 0) return "missing";
  const unreported = leaf.missing === "full" ? Math.max(0, due - reported) : 0;
  return scoreKOfN(rule, figures, said.reduce(add, rational(unreported)), applying, []);
}

/** Rules of one input. */
function byValue(
  variant: LeafVariant,
  { plan, facts }: LeafContext,
  score: (given: Given, percent: boolean) => RuleResult,
): RuleOutcome {
  const input = variant.inputs[0] ?? 0;
  const value = facts.values[input];
  if (value === undefined) return "missing";
  if (value.kind === "not-applicable") return "not-applicable";
  if (value.kind === "many") throw new Error("several values stand where the rule has one");
  return score(value, plan.inputs[input]?.percent === true);
}

/**
 * Marks must lie between 0 and what they are out of. Most cells were held to that while they were
 * read; here come points that depend on the kind of unit, and inputs that were worked out.
 */
function withinMarks(
  leaf: LeafPlan,
  variant: LeafVariant,
  { plan, facts, figures, report }: LeafContext,
  given: Given,
): Given {
  const marks = numberIn(given);
  const most = (leaf.rule.kind === "marks" ? leaf.rule.outOf : undefined) ?? figures.points ?? zero;
  const said = given.text === "" ? formatExact(marks) : given.text;
  const index = variant.inputs[0] ?? 0;
  if (compare(marks, most) > 0) report(problems.valueAbove(said, formatExact(most)), index);
  const input = plan.inputs[index];
  // Blank sheets take off what they do; nothing was typed that could be put right.
  const below = (): Problem =>
    input?.sheets === undefined
      ? problems.valueBelow(said, "0")
      : problems.surveyBelow(facts.unit.name, input.name, said);
  if (isNegative(marks)) report(below(), index);
  return given;
}

/** Rules that judge a condition over several inputs: one missing is missing, one that does not apply makes the whole not apply. */
function byCondition(when: Condition, { facts }: LeafContext, score: () => RuleResult): RuleOutcome {
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
    branch: met ? "met" : "unmet",
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
): RuleOutcome {
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

function judgeClause({ input, when }: ClausePlan, facts: Facts): Verdict {
  if (when !== undefined) {
    const values = inputsOf(when).map((read) => facts.values[read]);
    if (values.some((value) => value === undefined)) return "missing";
    if (values.some((value) => value?.kind === "not-applicable")) return "not-applicable";
    return holds(when, facts) ? "met" : "unmet";
  }
  const value = input === undefined ? undefined : facts.values[input];
  if (value === undefined) return "missing";
  if (value.kind === "not-applicable") return "not-applicable";
  return value.kind === "yes-no" && value.yes ? "met" : "unmet";
}
