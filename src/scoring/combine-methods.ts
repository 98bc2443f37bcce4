import type { Text } from "../base/language.ts";
import {
  add,
  divide,
  formatExact,
  formatPercent,
  larger,
  multiply,
  rational,
  smaller,
  zero,
} from "../base/rational.ts";
import type { LeafPlan } from "../rubric/plan.ts";
import { type LeafScore, notApplicable } from "./leaf-score.ts";

/** Several methods on one clause (domain M21): one that does not apply leaves the word to the others. */
export function combineMethods(leaf: LeafPlan, scores: readonly LeafScore[]): LeafScore {
  const parts = scores.flatMap((score, index) =>
    score.earned === undefined ? [] : [{ earned: score.earned, score, variant: leaf.variants[index] }],
  );
  const [first, ...rest] = parts;
  if (first === undefined) return notApplicable;
  const working = (how: Text) => (): Text => {
    const say = (language: "zh" | "en") =>
      parts
        .map(
          ({ earned, variant }) =>
            `${variant?.method ?? ""} ${formatExact(earned)}${variant?.weight === undefined ? "" : ` × ${formatPercent(variant.weight)}`}`,
        )
        .join(language === "zh" ? "，" : ", ");
    return { zh: `${how.zh}（${say("zh")}）`, en: `${how.en} (${say("en")})` };
  };
  const state = parts.some(({ score }) => score.state === "missing") ? "missing" : "scored";
  const earned = parts.map((part) => part.earned);
  switch (leaf.combine) {
    case "least":
      return {
        state,
        earned: earned.reduce(smaller),
        working: working({ zh: "各方法取低", en: "the least of the methods" }),
      };
    case "greatest":
      return {
        state,
        earned: earned.reduce(larger),
        working: working({ zh: "各方法取高", en: "the greatest of the methods" }),
      };
    case "mean":
      return {
        state,
        earned: divide(earned.reduce(add), rational(earned.length)),
        working: working({ zh: "各方法平均", en: "the mean of the methods" }),
      };
    case "weights": {
      const weights = parts.map(({ variant }) => variant?.weight ?? zero);
      const total = weights.reduce(add);
      const weighted = earned.map((part, index) => multiply(part, weights[index] ?? zero)).reduce(add);
      return {
        state,
        earned: rest.length === 0 ? first.earned : divide(weighted, total),
        working: working({ zh: "各方法加权", en: "the methods by weight" }),
      };
    }
    default:
      return leaf.combine satisfies never;
  }
}
