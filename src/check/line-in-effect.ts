import { add, compare, equals, type Rational, rational, round, subtract } from "../base/rational.ts";
import type { NumericOperator } from "../rubric/plan.ts";

/** What a line between two figures that rounding can give comes to; undefined where it lies on such a figure. */
export type LineInEffect =
  | { readonly kind: "line"; readonly line: Rational }
  /** No rounded figure is equal to it. */
  | { readonly kind: "never" }
  | undefined;

/**
 * The line on the grid of rounded figures that is met by the very same of them, with the same operator: from below
 * a figure reaches the next one up, and from above the next one down, whichever way figures are rounded.
 */
export function lineInEffect(operator: NumericOperator, line: Rational, places: number): LineInEffect {
  const inner = round(line, places, "down"); // towards zero
  if (equals(inner, line)) return undefined;
  const step = rational(1, 10 ** places);
  const below = compare(inner, line) < 0 ? inner : subtract(inner, step);
  switch (operator) {
    case "at-least":
    case "below":
      return { kind: "line", line: add(below, step) };
    case "above":
    case "at-most":
      return { kind: "line", line: below };
    case "equals":
      return { kind: "never" };
    default:
      return operator satisfies never;
  }
}
