import type { Day } from "../base/date.ts";
import { yearOf } from "../base/date.ts";
import { add, divide, isZero, multiply, type Rational, zero } from "../base/rational.ts";
import type { YearRecord } from "../evidence/history.ts";
import type { Plan, YearsResultPlan } from "../rubric/plan.ts";

/** One term of a result over years: the year, its share, and the exact total, where there is one. */
export interface YearTerm {
  readonly year: number;
  readonly weight: Rational;
  readonly total: Rational | undefined;
}

/** What a result over years is made of (domain M32), from the earliest year to this one. */
export function termsOf(
  plan: Plan,
  { weights }: YearsResultPlan,
  total: Rational,
  history: readonly YearRecord[],
  asOf: Day | undefined,
): readonly YearTerm[] {
  const now = asOf === undefined ? 0 : yearOf(asOf);
  return [...weights].map(([ago, weight]) => {
    const year = now - ago * plan.years.every;
    const record = history.find((one) => one.year === year);
    return { year, weight, total: ago === 0 ? total : record?.exact };
  });
}

/** The exact result; undefined where a year is missing that must not be. */
export function resultOver(terms: readonly YearTerm[], { missing }: YearsResultPlan): Rational | undefined {
  let sum = zero;
  let weights = zero;
  for (const { weight, total } of terms) {
    if (total === undefined) {
      if (missing === "finding") return undefined;
      continue;
    }
    sum = add(sum, multiply(weight, total));
    weights = add(weights, weight);
  }
  return isZero(weights) ? undefined : divide(sum, weights);
}
