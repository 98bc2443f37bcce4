import {
  add,
  compare,
  larger,
  type Rational,
  type RoundingMode,
  rational,
  round,
  smaller,
  subtract,
} from "../base/rational.ts";
import type { NumericOperator } from "../rubric/plan.ts";

/** Figures from `low` to `high`; an end that is undefined has no limit, an open end is not among them. */
export interface Range {
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

export const closed = (low: Rational | undefined, high: Rational | undefined): Range => ({
  low,
  high,
  lowOpen: false,
  highOpen: false,
});

export const everything = closed(undefined, undefined);

export function isEmpty({ low, high, lowOpen, highOpen }: Range): boolean {
  if (low === undefined || high === undefined) return false;
  const order = compare(low, high);
  return order > 0 || (order === 0 && (lowOpen || highOpen));
}

/** The least (or greatest) end of all; undefined where there are none, or one has no limit there. */
export function outermost(ranges: readonly Range[], end: "low" | "high"): Rational | undefined {
  const known = ranges.flatMap((range) => range[end] ?? []);
  return known.length < ranges.length || known.length === 0
    ? undefined
    : known.reduce(end === "high" ? larger : smaller);
}

/** What both ranges have. */
export function meet(a: Range, b: Range): Range {
  const low = later(a, b);
  const high = earlier(a, b);
  return { low: low.low, lowOpen: low.lowOpen, high: high.high, highOpen: high.highOpen };
}

function later(a: Range, b: Range): Range {
  if (a.low === undefined) return b;
  if (b.low === undefined) return a;
  const order = compare(a.low, b.low);
  return order > 0 || (order === 0 && a.lowOpen) ? a : b;
}

function earlier(a: Range, b: Range): Range {
  if (a.high === undefined) return b;
  if (b.high === undefined) return a;
  const order = compare(a.high, b.high);
  return order < 0 || (order === 0 && a.highOpen) ? a : b;
}

export function includes(range: Range, figure: Rational): boolean {
  const { low, high, lowOpen, highOpen } = range;
  if (low !== undefined) {
    const order = compare(figure, low);
    if (order < 0 || (order === 0 && lowOpen)) return false;
  }
  if (high === undefined) return true;
  const order = compare(figure, high);
  return order < 0 || (order === 0 && !highOpen);
}

/** The figures for which a comparison with `line` holds. */
export function rangeOf(operator: NumericOperator, line: Rational): Range {
  switch (operator) {
    case "at-least":
      return closed(line, undefined);
    case "above":
      return { low: line, high: undefined, lowOpen: true, highOpen: false };
    case "at-most":
      return closed(undefined, line);
    case "below":
      return { low: undefined, high: line, lowOpen: false, highOpen: true };
    case "equals":
      return closed(line, line);
    default:
      return operator satisfies never;
  }
}

/**
 * The figures that come to lie in `range` once they are rounded: what the exact figures of a line on
 * rounded ones are. Every mode of rounding keeps the order of figures, so that each end moves by itself.
 */
export function beforeRounding(range: Range, places: number, mode: RoundingMode): Range {
  const step = rational(1, 10 ** places);
  const below = { low: undefined, lowOpen: false, high: undefined, highOpen: false };
  let result: Range = below;
  if (range.low !== undefined) {
    const first = onGrid(range.low, places, range.lowOpen ? "above" : "at-least", step);
    result = { ...result, ...startOf(first, places, mode, step) };
  }
  if (range.high !== undefined) {
    // The first figure past the end, and everything before what rounds to it.
    const past = onGrid(range.high, places, range.highOpen ? "at-least" : "above", step);
    const { low, lowOpen } = startOf(past, places, mode, step);
    result = { ...result, high: low, highOpen: !lowOpen };
  }
  return result;
}

/** The least figure of the grid at or above (or above) a figure. */
function onGrid(figure: Rational, places: number, side: "at-least" | "above", step: Rational): Rational {
  const near = round(figure, places, "down");
  for (const candidate of [subtract(near, step), near, add(near, step)]) {
    const order = compare(candidate, figure);
    if (order > 0 || (order === 0 && side === "at-least")) return candidate;
  }
  throw new Error("a figure lies next to the grid");
}

/** Where the figures that round to `figure` or more begin. */
function startOf(
  figure: Rational,
  places: number,
  mode: RoundingMode,
  step: Rational,
): { low: Rational; lowOpen: boolean } {
  const half = rational(1, 2 * 10 ** places);
  const reaches = (from: Rational): boolean => compare(round(from, places, mode), figure) >= 0;
  // From the far end: all of the step below, half of it, or nothing of it rounds up to the figure.
  const within = subtract(figure, rational(3, 4 * 10 ** places));
  if (reaches(within)) {
    const from = subtract(figure, step);
    return { low: from, lowOpen: !reaches(from) };
  }
  const most = subtract(figure, rational(1, 4 * 10 ** places));
  if (!reaches(most)) return { low: figure, lowOpen: false };
  const middle = subtract(figure, half);
  return { low: middle, lowOpen: !reaches(middle) };
}
