import type { Text } from "../base/language.ts";
import {
  absolute,
  compare,
  formatDecimal,
  isZero,
  multiply,
  type Rational,
  rational,
  subtract,
} from "../base/rational.ts";
import type { Condition, OutcomePlan, Plan } from "../rubric/plan.ts";
import { conditionsInside } from "../rubric/walk.ts";
import { type Facts, figureOf, holds, recordsMeeting } from "../scoring/condition.ts";
import { describe } from "../scoring/describe.ts";
import type { Verdict } from "./judge.ts";

/** A rule that was not taken, and the one thing that it lacked. */
export interface NearRule {
  readonly clause: string;
  readonly outcome: string;
  readonly text: Text;
}

/** A figure this share of its scale away from a line is near it. */
const nearby = rational(1, 50);

/**
 * The rules that came near: those that fitted the unit but had no place left for it, those of which one
 * figure alone was not met, and that narrowly, and the one that would have been next, had the rule taken not
 * been met as narrowly. What kind of unit it is never comes near to being another.
 */
export function nearRules(
  plan: Plan,
  { rule: taken, outcome, placings, facts }: Verdict,
): readonly NearRule[] {
  const quiet: Facts = { ...facts, missing: () => undefined };
  const fits = ({ when }: OutcomePlan): boolean => when === undefined || holds(when, quiet);
  const own = taken === undefined ? undefined : plan.outcomes[taken]?.when;
  const next = plan.outcomes.findIndex((rule, index) => index > (taken ?? -1) && fits(rule));
  return plan.outcomes.flatMap((rule, index): readonly NearRule[] => {
    if (index === taken || rule.name === outcome) return [];
    const placing = placings.get(index);
    const text =
      placing !== undefined
        ? cutText(placing)
        : index === next && own !== undefined
          ? narrowly(plan, own, quiet)
          : lacking(plan, rule, quiet);
    return text === undefined ? [] : [{ clause: rule.clause, outcome: rule.name, text }];
  });
}

const cutText = ({ place, size, eligible }: { place: number; size: number; eligible: number }): Text => ({
  zh: `符合，但 ${eligible} 个单位中列第 ${place}，名额只有 ${size} 个`,
  en: `it fits, but the unit is in place ${place} of ${eligible}, and there ${size === 1 ? "is 1 place" : `are ${size} places`}`,
});

/** The one part that is not met, where it is a figure that comes near. */
function lacking(plan: Plan, { when }: OutcomePlan, facts: Facts): Text | undefined {
  if (when === undefined) return undefined;
  const parts = partsOf(when);
  const unmet = parts.filter((part) => !holds(part, facts));
  const [only, ...others] = unmet;
  if (only === undefined || others.length > 0) return undefined;
  return shortOf(plan, only, facts);
}

/** The figure by which the rule that was taken is met no more than narrowly. */
function narrowly(plan: Plan, own: Condition, facts: Facts): Text | undefined {
  const figures = conditionsInside(own).filter((part) => part.kind === "number" && holds(part, facts));
  const [close] = figures.flatMap((part) => shortOf(plan, part, facts) ?? []);
  return close && { zh: `${close.zh}，否则适用`, en: `${close.en}, or else it would apply` };
}

const partsOf = (condition: Condition): readonly Condition[] =>
  condition.kind === "all" ? condition.conditions.flatMap(partsOf) : [condition];

function shortOf(plan: Plan, part: Condition, facts: Facts): Text | undefined {
  if (part.kind === "any") {
    const near = part.conditions.map((inner) => shortOf(plan, inner, facts));
    return near.find((text) => text !== undefined);
  }
  if (part.kind === "earlier") {
    if (part.times === 1 || recordsMeeting(part, facts).length !== part.times - 1) return undefined;
    const { zh, en } = describe(plan, part, facts);
    return { zh: `${zh}，还差一次`, en: `${en}: one short` };
  }
  if (part.kind !== "number") return undefined;
  const figure = figureOf(facts, part.subject);
  const line = lineOf(part, facts);
  if (figure === undefined || line === undefined) return undefined;
  const gap = absolute(subtract(figure, line));
  const scale = scaleOf(part, facts, line);
  if (isZero(scale) || compare(gap, multiply(scale, nearby)) > 0) return undefined;
  const { zh, en } = describe(plan, part, facts);
  const percent = part.subject.by === "input" && plan.inputs[part.subject.input]?.percent === true;
  const shown = percent
    ? `${formatDecimal(multiply(gap, rational(100)), plan.rounding.places, "half-up")}%`
    : formatDecimal(gap, plan.rounding.places, "half-up");
  return { zh: `${zh}：差 ${shown}`, en: `${en}: ${shown} away` };
}

/** The line on the scale of its figure; undefined where a share of no points is asked for. */
function lineOf({ subject, share, value }: NumberCondition, facts: Facts): Rational | undefined {
  if (!share || subject.by !== "score") return value;
  const points = facts.points(subject.node);
  return points && multiply(points, value);
}

type NumberCondition = Extract<Condition, { kind: "number" }>;

const scaleOf = ({ subject }: NumberCondition, facts: Facts, line: Rational): Rational =>
  (subject.by === "score" ? facts.points(subject.node) : undefined) ?? absolute(line);
