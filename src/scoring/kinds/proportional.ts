import { same } from "../../base/language.ts";
import {
  add,
  compare,
  divide,
  equals,
  formatExact,
  isZero,
  multiply,
  one,
  type Rational,
  smaller,
  subtract,
  zero,
} from "../../base/rational.ts";
import type { Rule } from "../../rubric/plan.ts";
import type { Figures } from "../profile.ts";
import { type Given, numberIn, type RuleResult } from "../result.ts";
import { formatFigure } from "./bands.ts";

/** In proportion to a target, at most the points (domain M13). */
export function scoreProportional(
  { points = zero, target }: Figures,
  given: Given,
  percent: boolean,
): RuleResult {
  const done = numberIn(given);
  return {
    // Without a target for such a unit, which is told of as an error, there is nothing to divide by.
    earned: isZero(target) ? zero : multiply(points, smaller(one, divide(done, target))),
    branch: compare(done, target) > 0 ? "past-target" : "",
    working: () =>
      same(
        `${formatExact(points)} × min(1, ${formatFigure(done, percent)} ÷ ${formatFigure(target, percent)})`,
      ),
  };
}

type Curve = Extract<Rule, { kind: "curve" }>;

/** On straight lines between given points; level before the first and after the last (domain M14). */
export function scoreCurve(
  { curve }: Curve,
  { points = zero }: Figures,
  given: Given,
  percent: boolean,
): RuleResult {
  const figure = numberIn(given);
  const above = curve.findIndex(({ at }) => compare(figure, at) < 0);
  const from = above === -1 ? curve.at(-1) : curve[Math.max(above - 1, 0)];
  const to = above === -1 ? from : curve[above];
  if (from === undefined || to === undefined) throw new Error("a curve has at least two points");
  const earned = above <= 0 ? from.points : between(figure, from, to);
  return {
    branch: above === -1 ? curve.length : above,
    earned: smaller(points, earned),
    working: () =>
      same(
        `${formatFigure(figure, percent)}: (${formatFigure(from.at, percent)} → ${formatExact(from.points)}), (${formatFigure(to.at, percent)} → ${formatExact(to.points)})`,
      ),
  };
}

type CurvePoint = Curve["curve"][number];

const between = (figure: Rational, from: CurvePoint, to: CurvePoint): Rational =>
  add(
    from.points,
    multiply(subtract(to.points, from.points), divide(subtract(figure, from.at), subtract(to.at, from.at))),
  );

type MinMax = Extract<Rule, { kind: "min-max" }>;

/** The place between the lowest and the highest of the group (domain M31): 60 in 40..90 is 40%. */
export function scoreMinMax(
  rule: MinMax,
  { points = zero }: Figures,
  given: Given,
  figures: readonly Rational[],
): RuleResult {
  const figure = numberIn(given);
  const lowest = figures[0] ?? figure;
  const highest = figures.at(-1) ?? figure;
  const range = subtract(highest, lowest);
  const up = rule.better === "higher";
  const share = isZero(range)
    ? rule.ifEqual === "full"
      ? one
      : zero
    : divide(up ? subtract(figure, lowest) : subtract(highest, figure), range);
  const branch = isZero(range) ? "equal" : isZero(share) ? "worst" : equals(share, one) ? "best" : "between";
  const rank = up
    ? `(${formatExact(figure)} − ${formatExact(lowest)})`
    : `(${formatExact(highest)} − ${formatExact(figure)})`;
  return {
    branch,
    earned: multiply(points, share),
    working: () =>
      isZero(range)
        ? {
            zh: `组内各单位相同（${formatExact(figure)}）`,
            en: `all of the group are equal (${formatExact(figure)})`,
          }
        : same(`${formatExact(points)} × ${rank} ÷ (${formatExact(highest)} − ${formatExact(lowest)})`),
  };
}
