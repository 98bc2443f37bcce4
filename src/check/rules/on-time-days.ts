import { compare, formatPercent, one } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { CheckRule } from "../rule.ts";

/** Due days that make no difference: a late one earns all, or the last day comes before anything can be late. */
export const onTimeDays: CheckRule = {
  codes: ["late-full", "not-after-early"],
  check({ plan, at }) {
    return plan.leaves.flatMap(({ rule, origin }) => {
      if (rule.kind !== "on-time" || rule.notAfter === undefined) return [];
      if (rule.notAfter <= rule.due) return [at([...origin, "not-after"], problems.notAfterEarly())];
      const isFull = compare(rule.late, one) === 0;
      return isFull ? [at([...origin, "late"], problems.lateFull(formatPercent(rule.late)))] : [];
    });
  },
};
