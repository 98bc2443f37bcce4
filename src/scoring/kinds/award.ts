import { same, type Text } from "../../base/language.ts";
import { formatExact, formatPercent, multiply, type Rational, smaller } from "../../base/rational.ts";
import type { Award } from "../../rubric/plan.ts";

/** The points of an award, at most those of the indicator. */
export const awarded = (award: Award, points: Rational): Rational =>
  award.share ? multiply(points, award.value) : smaller(award.value, points);

/** `A（100%）`, `66%`, `3`: the award as the rubric has it. */
export const awardText = ({ step, share, value }: Award): Text => {
  const worth = share ? formatPercent(value) : formatExact(value);
  return step === undefined ? same(worth) : { zh: `${step}（${worth}）`, en: `${step} (${worth})` };
};
