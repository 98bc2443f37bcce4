import type { Text } from "../base/language.ts";
import { groupBy } from "../base/order.ts";
import {
  add,
  compare,
  divide,
  formatExact,
  formatPercent,
  isZero,
  larger,
  multiply,
  one,
  type Rational,
  rational,
  smaller,
  subtract,
  zero,
} from "../base/rational.ts";
import type { Dimension, Reduction } from "../rubric/plan.ts";
import type { Reducer } from "../rubric/schema.ts";

/** One of several figures of a thing: who gave it, where and when. */
export interface Part {
  readonly assessor: string;
  readonly site: string;
  readonly period: string;
  readonly figure: Rational;
}

export interface Reduced {
  readonly figure: Rational;
  readonly working: () => Text;
  /** A trimmed mean of fewer than three figures, which is their plain mean; the one with the fewest. */
  readonly untrimmed: { readonly count: number; readonly of: Part } | undefined;
}

/** Several figures brought together: assessors first, then sites, then periods (domain M16, M17, M32). */
export function reduce(
  parts: readonly Part[],
  reductions: readonly Reduction[],
  exempt: ReadonlySet<string> = new Set(),
): Reduced | undefined {
  let current = parts;
  let untrimmed: Reduced["untrimmed"];
  for (const { over, by } of reductions) {
    const groups = groupBy(current, (part) => keyWithout(part, over));
    current = [...groups.values()].map((group): Part => {
      const figures = group.map(({ figure }) => figure);
      const figure = typeof by === "string" ? bring(by, figures) : weigh(group, by.weights, exempt);
      const [first] = group;
      const of = { assessor: "", site: "", period: "", ...first, [over]: "", figure };
      const count = group.length;
      if (by === "trimmed-mean" && count < Math.min(3, untrimmed?.count ?? 3)) untrimmed = { count, of };
      return of;
    });
  }
  const [only] = current;
  if (only === undefined) return undefined;
  if (current.length > 1) throw new Error("several figures are left after all were to be brought together");
  return { figure: only.figure, untrimmed, working: () => workingOf(parts, reductions) };
}

/** Who gave it, where and when, as far as that is told apart. */
export const labelOf = ({ assessor, site, period }: Omit<Part, "figure">): string =>
  [assessor, site, period].filter((word) => word !== "").join(" ");

const keyWithout = (part: Part, over: Dimension): string =>
  JSON.stringify((["assessor", "site", "period"] as const).map((key) => (key === over ? "" : part[key])));

const mean = (figures: readonly Rational[]): Rational =>
  divide(figures.reduce(add, zero), rational(Math.max(1, figures.length)));

function bring(by: Reducer, figures: readonly Rational[]): Rational {
  const sorted = [...figures].sort(compare);
  const [first = zero] = sorted;
  const middle = Math.floor(sorted.length / 2);
  switch (by) {
    case "mean":
      return mean(figures);
    case "sum":
      return figures.reduce(add, zero);
    case "least":
      return sorted.reduce(smaller, first);
    case "greatest":
      return sorted.reduce(larger, first);
    case "median":
      return sorted.length % 2 === 1 ? (sorted[middle] ?? zero) : mean(sorted.slice(middle - 1, middle + 1));
    case "trimmed-mean":
      // Of one or two there is no highest and lowest to leave out and still have somebody's word.
      return mean(sorted.length < 3 ? sorted : sorted.slice(1, -1));
    default:
      return by satisfies never;
  }
}

/** By weight of the period; the weights of those that do not apply are re-shared over the others. */
function weigh(
  group: readonly Part[],
  weights: ReadonlyMap<string, Rational>,
  exempt: ReadonlySet<string>,
): Rational {
  const weightOf = (period: string): Rational => weights.get(period) ?? zero;
  const weighted = group.reduce((sum, part) => add(sum, multiply(part.figure, weightOf(part.period))), zero);
  const left = [...exempt].reduce((sum, period) => subtract(sum, weightOf(period)), one);
  return isZero(left) ? zero : divide(weighted, left);
}

const words: Record<Reducer, Text> = {
  mean: { zh: "平均", en: "mean" },
  sum: { zh: "合计", en: "sum" },
  least: { zh: "最低", en: "least" },
  greatest: { zh: "最高", en: "greatest" },
  median: { zh: "中位数", en: "median" },
  "trimmed-mean": { zh: "去掉最高、最低后平均", en: "mean without the highest and the lowest" },
};
const names: Record<Dimension, Text> = {
  assessor: { zh: "各测评员", en: "assessors" },
  site: { zh: "各点位", en: "sites" },
  period: { zh: "各时期", en: "periods" },
};

function workingOf(parts: readonly Part[], reductions: readonly Reduction[]): Text {
  const how = reductions.map(({ over, by }): Text => {
    if (typeof by === "string")
      return { zh: `${names[over].zh}${words[by].zh}`, en: `${words[by].en} of the ${names[over].en}` };
    const weights = [...by.weights]
      .map(([period, weight]) => `${period} ${formatPercent(weight)}`)
      .join(", ");
    return { zh: `${names[over].zh}加权（${weights}）`, en: `${names[over].en} weighted (${weights})` };
  });
  const figures = parts.map((part) => {
    const label = labelOf(part);
    return label === "" ? formatExact(part.figure) : `${label} ${formatExact(part.figure)}`;
  });
  return {
    zh: `${how.map(({ zh }) => zh).join("，再")}：${figures.join("，")}`,
    en: `${how.map(({ en }) => en).join(", then ")}: ${figures.join(", ")}`,
  };
}
