import { same } from "../../base/language.ts";
import {
  ceiling,
  compare,
  floor,
  formatExact,
  hundred,
  isNegative,
  isWhole,
  larger,
  multiply,
  type Rational,
  smaller,
  subtract,
  zero,
} from "../../base/rational.ts";
import type { Rule } from "../../rubric/plan.ts";
import type { Figures } from "../profile.ts";
import { type Given, numberIn, type RuleResult } from "../result.ts";
import { formatFigure } from "./bands.ts";

/** Points less `each` for every `times`, never below zero (扣完为止). */
function deducted(points: Rational, each: Rational, times: Rational): RuleResult {
  const left = subtract(points, multiply(each, times));
  return {
    branch: isNegative(left) ? "used-up" : "",
    earned: larger(zero, left),
    working: () => same(`max(0, ${formatExact(points)} − ${formatExact(each)} × ${formatExact(times)})`),
  };
}

/** Less so much for each one short of the number due (domain M11). */
export function scoreDeductPerMissing({ points = zero, due, each }: Figures, given: Given): RuleResult {
  return deducted(points, each, larger(zero, subtract(due, numberIn(given))));
}

/** Less so much for each fault found (domain M11). */
export function scoreDeductPerFault({ points = zero, each }: Figures, given: Given): RuleResult {
  return deducted(points, each, numberIn(given));
}

type PointShort = Extract<Rule, { kind: "deduct-per-point-short" }>;

/** Less so much for each percentage point short of the target; the rubric says what part points do (domain M12). */
export function scoreDeductPerPointShort(
  rule: PointShort,
  { points = zero, target, each }: Figures,
  given: Given,
): RuleResult {
  const figure = numberIn(given);
  const short = larger(zero, multiply(hundred, subtract(target, figure)));
  const counted = wholePoints(short, rule.partPoints);
  const result = deducted(points, each, counted);
  return {
    ...(isWhole(short) ? {} : { branches: () => ["part-points"] }),
    branch: result.branch ?? "",
    earned: result.earned,
    working: () => {
      const { zh, en } = result.working();
      const shown = formatFigure(figure, true);
      const by = formatFigure(short, false);
      const counts = formatFigure(counted, false);
      return {
        zh: `${shown}，差 ${by} 个百分点，计 ${counts} 个：${zh}`,
        en: `${shown}, ${by} points short, counted as ${counts}: ${en}`,
      };
    },
  };
}

function wholePoints(short: Rational, partPoints: PointShort["partPoints"]): Rational {
  switch (partPoints) {
    case "ignore":
      return floor(short);
    case "proportional":
      return short;
    case "full":
      return ceiling(short);
    default:
      return partPoints satisfies never;
  }
}

type EachTime = Extract<Rule, { kind: "each-time" }>;

/** So much for each time, up to a number of times and up to the points where they have a limit (domain M27, M28). */
export function scoreEachTime({ times }: EachTime, { points, each }: Figures, given: Given): RuleResult {
  const counted =
    times === undefined
      ? numberIn(given)
      : smaller(numberIn(given), { numerator: times, denominator: 1, big: undefined });
  const earned = multiply(each, counted);
  const all = numberIn(given);
  return {
    branch:
      compare(counted, all) < 0
        ? "times"
        : points !== undefined && compare(points, earned) < 0
          ? "limit"
          : "",
    earned: points === undefined ? earned : smaller(points, earned),
    working: () =>
      same(
        `${formatExact(each)} × ${formatExact(counted)}${points === undefined ? "" : ` ≤ ${formatExact(points)}`}`,
      ),
  };
}

/** The points, if it happened (domain M28). */
export function scoreOnce({ points = zero }: Figures, given: Given): RuleResult {
  const happened = given.kind === "yes-no" && given.yes;
  return {
    earned: happened ? points : zero,
    working: () => (happened ? { zh: "有", en: "yes" } : { zh: "无", en: "no" }),
  };
}
