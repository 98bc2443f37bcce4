import { formatDay } from "../../base/date.ts";
import { formatPercent, multiply, zero } from "../../base/rational.ts";
import type { Rule } from "../../rubric/plan.ts";
import type { Figures } from "../profile.ts";
import type { Given, RuleResult } from "../result.ts";

type OnTime = Extract<Rule, { kind: "on-time" }>;

/** Full points for what was done by its day, a share for what was late, nothing past the last day (domain M33). */
export function scoreOnTime(
  { due, late, notAfter }: OnTime,
  { points = zero }: Figures,
  given: Given,
): RuleResult {
  if (given.kind !== "date") throw new Error(`a ${given.kind} stands where the plan has a date`);
  // Done in a month is done by the end of it, as a month that is due is due by its end.
  const tooLate = notAfter !== undefined && given.last > notAfter;
  const onTime = given.last <= due;
  const earned = onTime ? points : tooLate ? zero : multiply(points, late);
  return {
    branch: onTime ? "on-time" : tooLate ? "too-late" : "late",
    earned,
    working: () => {
      const limit = formatDay(due);
      if (onTime)
        return { zh: `${given.text}，按时（${limit} 前）`, en: `${given.text}, on time (by ${limit})` };
      if (tooLate)
        return { zh: `${given.text}，超过最后期限，不得分`, en: `${given.text}, past the last day` };
      return {
        zh: `${given.text}，逾期（${limit} 前），计 ${formatPercent(late)}`,
        en: `${given.text}, late (due by ${limit}), counts ${formatPercent(late)}`,
      };
    },
  };
}
