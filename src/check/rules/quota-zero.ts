import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import { hasNoPlace } from "../questions.ts";
import type { CheckRule } from "../rule.ts";

/** A quota that has no place in any case: nobody can have the outcome. */
export const quotaZero: CheckRule = {
  codes: ["quota-empty"],
  check({ plan, atKey }) {
    return plan.outcomes.flatMap(({ name, quota }): Finding[] => {
      if (quota === undefined || !hasNoPlace(quota)) return [];
      return [atKey([...quota.origin, quota.size.kind], problems.quotaZero(name))];
    });
  },
};
