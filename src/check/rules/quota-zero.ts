import { isZero } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { CheckRule } from "../rule.ts";

/** A quota that has no place in any case: nobody can have the outcome. */
export const quotaZero: CheckRule = {
  codes: ["quota-empty"],
  check({ plan, atKey }) {
    return plan.outcomes.flatMap(({ name, quota }): Finding[] => {
      if (quota === undefined) return [];
      const { size, origin } = quota;
      const figure = size.kind === "most" ? size.most : size.share;
      if (!figure.every(({ value }) => isZero(value))) return [];
      return [atKey([...origin, size.kind], problems.quotaZero(name))];
    });
  },
};
