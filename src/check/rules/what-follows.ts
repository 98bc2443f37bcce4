import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { CheckRule } from "../rule.ts";

/** What follows from outcomes and terms, and does not come about: an effect for units that are referred, a term that ends in no year. */
export const whatFollows: CheckRule = {
  codes: ["quota-refer-effect", "term-between"],
  check({ plan, sites, at, atKey }) {
    const referred = plan.outcomes.flatMap(({ quota }): Finding[] => {
      if (quota?.tie.kind !== "refer") return [];
      const { outcome } = quota.tie;
      const rule = plan.outcomes.find(({ name, effect }) => name === outcome && effect !== undefined);
      return rule === undefined
        ? []
        : [at([...quota.origin, "refer"], problems.quotaReferEffect(outcome, rule.clause))];
    });
    const every = plan.years.every * 12;
    const between = sites.everyCondition.flatMap(({ condition, path }): Finding[] => {
      if (condition.kind !== "term-ends") return [];
      return condition.titles.flatMap((index): Finding[] => {
        const { name = "", term } = plan.titles[index] ?? {};
        // A term that ends in a year without an assessment is over before anybody looks at it.
        return term === undefined || term.months % every === 0 || term.months < 12
          ? []
          : [atKey([...path, "term-ends"], problems.termBetween(name, term.written, plan.years.every))];
      });
    });
    return [...referred, ...between];
  },
};
