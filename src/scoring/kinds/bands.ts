import { formatExact, formatPercent, type Rational, zero } from "../../base/rational.ts";
import type { Rule } from "../../rubric/plan.ts";
import { compareBy } from "../condition.ts";
import type { Figures } from "../profile.ts";
import { type Given, numberIn, type RuleResult } from "../result.ts";
import { awarded, awardText } from "./award.ts";

type Bands = Extract<Rule, { kind: "bands" }>;

/** The first band whose edges the figure keeps to (domain M8, M9). */
export function scoreBands(
  rule: Bands,
  { points = zero }: Figures,
  given: Given,
  percent: boolean,
): RuleResult {
  const figure = numberIn(given);
  const branch = rule.bands.findIndex(({ tests }) =>
    tests.every(({ operator, value }) => compareBy(operator, figure, value)),
  );
  const award = rule.bands[branch]?.give ?? rule.otherwise;
  return {
    branch,
    earned: awarded(award, points),
    working: () => {
      const worth = awardText(award);
      const shown = formatFigure(figure, percent);
      return { zh: `${shown} → ${worth.zh}`, en: `${shown} → ${worth.en}` };
    },
  };
}

export const formatFigure = (figure: Rational, percent: boolean): string =>
  percent ? formatPercent(figure) : formatExact(figure);
