import { compare, multiply, type Rational, round } from "../base/rational.ts";
import type { Condition, Plan, Subject } from "../rubric/plan.ts";
import { conditionsInside } from "../rubric/walk.ts";
import { compareBy } from "../scoring/condition.ts";
import type { UnitScore } from "../scoring/score.ts";
import { isOfResult } from "./questions.ts";

/** A figure that a line is on, before and after rounding. */
export interface RoundedFigure {
  readonly subject: Subject;
  readonly exact: Rational;
  readonly rounded: Rational;
}

/** The first figure of a unit that comes to lie on the other side of a line once it is rounded. */
export function figureTurned(
  plan: Plan,
  { total, earned, profile }: UnitScore,
  conditions: readonly Condition[],
): RoundedFigure | undefined {
  const { places, mode } = plan.rounding;
  for (const { subject, operator, value, share } of conditions.flatMap((one) => numbersIn(plan, one))) {
    if (subject.by !== "score" || !isOfResult(plan, subject)) continue;
    const exact = subject.node === 0 ? total : earned[subject.node];
    const points = profile.points[subject.node];
    if (exact === undefined || (share && points === undefined)) continue;
    const line = share && points !== undefined ? multiply(value, points) : value;
    const rounded = round(exact, places, mode);
    if (compare(exact, rounded) === 0) continue;
    if (compareBy(operator, exact, line) !== compareBy(operator, rounded, line))
      return { subject, exact, rounded };
  }
  return undefined;
}

type NumberCondition = Extract<Condition, { kind: "number" }>;

/** The comparisons with a line inside a condition, and in the vetoes and gates that it speaks of. */
const numbersIn = (plan: Plan, condition: Condition): readonly NumberCondition[] =>
  conditionsInside(condition).flatMap((inner): readonly NumberCondition[] => {
    if (inner.kind === "number") return [inner];
    if (inner.kind === "veto")
      return behind(
        plan,
        inner.vetoes.map((index) => plan.vetoes[index]?.when),
      );
    if (inner.kind === "gate")
      return behind(
        plan,
        inner.gates.map((index) => plan.gates[index]?.requires),
      );
    return [];
  });

const behind = (plan: Plan, conditions: readonly (Condition | undefined)[]): readonly NumberCondition[] =>
  conditions.flatMap((condition) => (condition === undefined ? [] : numbersIn(plan, condition)));
