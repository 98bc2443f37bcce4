import type { Text } from "../base/language.ts";
import {
  absolute,
  add,
  compare,
  formatDecimal,
  formatExact,
  isZero,
  multiply,
  type Rational,
  rational,
  round,
  subtract,
} from "../base/rational.ts";
import type { Condition, NumericOperator, OutcomePlan, Plan } from "../rubric/plan.ts";
import { conditionsInside, decisiveConditions } from "../rubric/walk.ts";
import { compareBy, type Facts, figureOf, holds, recordsMeeting, yearsAsked } from "../scoring/condition.ts";
import { describe } from "../scoring/describe.ts";
import { recordText } from "../scoring/describe-years.ts";
import { type Verdict, withBarriers } from "./judge.ts";
import type { Placing } from "./quota.ts";

/** A rule that was not taken, and the one thing that parts the unit from it. */
export interface NearRule {
  readonly clause: string;
  readonly outcome: string;
  readonly text: Text;
}

/** A figure this share of its scale away from a line is near it. */
const nearby = rational(1, 50);

/**
 * The rules that came near: those that fitted the unit but had no place left for it, those that would have
 * been taken had one figure alone been on the other side of a line that it is close to, and those that one
 * more year like the others would have brought about. What kind of unit it is never comes near to being another.
 */
export function nearRules(plan: Plan, verdict: Verdict): readonly NearRule[] {
  const { rule: taken, outcome, placings } = verdict;
  const facts: Facts = { ...verdict.facts, missing: () => undefined };
  const found = new Map<string, { readonly index: number; readonly near: NearRule }>();
  /** What parts the unit from a rule is told once for each figure. */
  const tell = (index: number, text: Text | undefined, figure = ""): void => {
    const rule = plan.outcomes[index];
    if (rule === undefined || text === undefined || index === taken || rule.name === outcome) return;
    const near = { clause: rule.clause, outcome: rule.name, text };
    found.set(`${index} ${figure}`, { index, near });
  };
  for (const [index, rule] of plan.outcomes.entries()) {
    const placing = placings.get(index);
    if (placing !== undefined) tell(index, cutText(rule, placing));
    else if (index < (taken ?? plan.outcomes.length)) tell(index, oneYearShort(plan, rule, facts));
  }
  // A line that is not met says more than one that is: it comes later, and stands.
  const lines = closeLines(plan, facts).toSorted((a, b) => Number(b.met) - Number(a.met));
  for (const { facts: other, text, figure } of lines)
    tell(ruleFor(plan, withBarriers(plan, other), verdict) ?? -1, text, figure);
  return [...found.values()].sort((a, b) => a.index - b.index).map(({ near }) => near);
}

/** The rule that would be taken if that were the case; undefined where only a ranking of all could tell. */
function ruleFor({ outcomes }: Plan, facts: Facts, { rule: taken, placings }: Verdict): number | undefined {
  for (const [index, { when, quota }] of outcomes.entries()) {
    if (when !== undefined && !holds(when, facts)) continue;
    if (quota === undefined || index === taken) return index;
    if (!placings.has(index)) return undefined;
  }
  return undefined;
}

/** A unit that was cut: from the bottom of the ranking only those close to the last place have come near. */
function cutText({ quota }: OutcomePlan, { place, size, eligible, verdict }: Placing): Text | undefined {
  if (verdict !== "cut") return undefined;
  const worst = quota?.from === "worst";
  if (worst && compare(rational(place - size), multiply(rational(eligible), nearby)) > 0 && place > size + 1)
    return undefined;
  return {
    zh: `符合，但 ${eligible} 个单位中列${worst ? "倒数" : ""}第 ${place}，名额${size === 0 ? "是 0 个" : `只有 ${size} 个`}`,
    en: `it fits, but the unit is in place ${place} of ${eligible}${worst ? " from the bottom" : ""}, and there ${size === 1 ? "is 1 place" : `are ${size} places`}`,
  };
}

/** Earlier years of which one more would have met the rule, where all else is met. */
function oneYearShort(plan: Plan, { when }: OutcomePlan, facts: Facts): Text | undefined {
  if (when === undefined) return undefined;
  const [only, ...others] = partsOf(when).filter((part) => !holds(part, facts));
  if (only?.kind !== "earlier" || others.length > 0 || only.times === 1) return undefined;
  if (recordsMeeting(only, facts).length !== only.times - 1) return undefined;
  const { zh, en } = describe(plan, only, facts);
  return { zh: `${zh}，还差一次`, en: `${en}: one short` };
}

const partsOf = (condition: Condition): readonly Condition[] =>
  condition.kind === "all" ? condition.conditions.flatMap(partsOf) : [condition];

/** What would be the case with one figure on the other side of a line that it is close to, and how far that is. */
interface CloseLine {
  readonly facts: Facts;
  readonly text: Text;
  /** Which figure it is, and whether it meets the line. */
  readonly figure: string;
  readonly met: boolean;
}

const closeLines = (plan: Plan, facts: Facts): readonly CloseLine[] =>
  decisiveConditions(plan)
    .flatMap(conditionsInside)
    .flatMap((condition) => {
      if (condition.kind === "number") return closeFigure(plan, condition, facts);
      return condition.kind === "earlier" ? closeYears(plan, condition, facts) : [];
    });

type NumberCondition = Extract<Condition, { kind: "number" }>;
type EarlierCondition = Extract<Condition, { kind: "earlier" }>;

function closeFigure(plan: Plan, condition: NumberCondition, facts: Facts): readonly CloseLine[] {
  const { subject, operator } = condition;
  const figure = figureOf(facts, subject);
  const line = lineOf(condition, facts);
  if (figure === undefined || line === undefined) return [];
  const scale = (subject.by === "score" ? facts.points(subject.node) : undefined) ?? absolute(line);
  const other = otherSide(plan, operator, figure, line, scale);
  if (other === undefined) return [];
  const percent = subject.by === "input" && plan.inputs[subject.input]?.percent === true;
  const text = distance(plan, describe(plan, condition, facts), operator, figure, line, percent);
  const met = compareBy(operator, figure, line);
  return [{ facts: withFigure(facts, subject, other), text, figure: JSON.stringify(subject), met }];
}

/** The line on the scale of its figure; undefined where a share of no points is asked for. */
function lineOf({ subject, share, value }: NumberCondition, facts: Facts): Rational | undefined {
  if (!share || subject.by !== "score") return value;
  const points = facts.points(subject.node);
  return points && multiply(points, value);
}

function withFigure(facts: Facts, subject: NumberCondition["subject"], figure: Rational): Facts {
  switch (subject.by) {
    case "score": {
      const { node, phase } = subject;
      const score: Facts["score"] = (other, run) =>
        other === node && run === phase ? figure : facts.score(other, run);
      return { ...facts, score };
    }
    case "result":
      return {
        ...facts,
        result: (index) => (index === subject.result ? figure : facts.result(index)),
      };
    case "input":
      return {
        ...facts,
        values: facts.values.with(subject.input, { kind: "number", number: figure, text: "" }),
      };
    default:
      return subject satisfies never;
  }
}

/** Totals of earlier years that are close to a line. */
function closeYears(plan: Plan, condition: EarlierCondition, facts: Facts): readonly CloseLine[] {
  const { test } = condition;
  if (test.by !== "total") return [];
  const { operator, value } = test;
  const scale = facts.points(plan.root.index) ?? absolute(value);
  return yearsAsked(condition, facts).flatMap((record) => {
    const figure = test.exact ? record.exact : record.total;
    const other = otherSide(plan, operator, figure, value, scale);
    if (other === undefined) return [];
    const history = facts.history.map((one) =>
      one === record ? { ...one, total: other, exact: other } : one,
    );
    const text = distance(plan, recordText(plan, test, record), operator, figure, value, false);
    const met = compareBy(operator, figure, value);
    return [{ facts: { ...facts, history }, text, figure: `year ${record.year}`, met }];
  });
}

/** The nearest figure for which a line is met as it is not now; undefined where that is far away. */
function otherSide(
  { rounding }: Plan,
  operator: NumericOperator,
  figure: Rational,
  line: Rational,
  scale: Rational,
): Rational | undefined {
  const gap = absolute(subtract(figure, line));
  if (isZero(scale) || compare(gap, multiply(scale, nearby)) > 0) return undefined;
  const step = rational(1, 10 ** rounding.places);
  const met = compareBy(operator, figure, line);
  switch (operator) {
    case "at-least":
      return met ? subtract(line, step) : line;
    case "below":
      return met ? line : subtract(line, step);
    case "at-most":
      return met ? add(line, step) : line;
    case "above":
      return met ? line : add(line, step);
    case "equals":
      return met ? undefined : line;
    default:
      return operator satisfies never;
  }
}

function distance(
  { rounding }: Plan,
  { zh, en }: Text,
  operator: NumericOperator,
  figure: Rational,
  line: Rational,
  percent: boolean,
): Text {
  const gap = absolute(subtract(figure, line));
  const wanted = percent ? multiply(gap, rational(100)) : gap;
  const rounded = round(wanted, rounding.places, "half-up");
  // A gap that there is must not be shown as none.
  const text =
    isZero(rounded) && !isZero(gap)
      ? formatExact(wanted)
      : formatDecimal(rounded, rounding.places, "half-up");
  const shown = percent ? `${text}%` : text;
  return compareBy(operator, figure, line)
    ? { zh: `${zh}：差 ${shown}，否则适用`, en: `${en}: ${shown} away, or else it would apply` }
    : { zh: `${zh}：差 ${shown}`, en: `${en}: ${shown} away` };
}
