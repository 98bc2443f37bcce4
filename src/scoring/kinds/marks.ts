import { same } from "../../base/language.ts";
import { divide, formatExact, isZero, multiply, type Rational, zero } from "../../base/rational.ts";
import type { Figures } from "../profile.ts";
import { type Given, numberIn, type RuleResult } from "../result.ts";

/** Marks given directly (domain M1), on the indicator's points or out of another maximum. */
export function scoreMarks(
  outOf: Rational | undefined,
  { points = zero }: Figures,
  given: Given,
): RuleResult {
  const marks = numberIn(given);
  if (outOf === undefined) return { earned: marks, working: () => same(formatExact(marks)) };
  return {
    earned: isZero(outOf) ? zero : divide(multiply(marks, points), outOf),
    working: () => same(`${formatExact(marks)} ÷ ${formatExact(outOf)} × ${formatExact(points)}`),
  };
}
