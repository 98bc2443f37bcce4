import { flatMap } from "../../base/flat-map.ts";
import { isZero } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { CheckRule } from "../rule.ts";

/** A period or a method that is asked for and weighs nothing. */
export const weightZero: CheckRule = {
  codes: ["weight-zero"],
  check({ plan, atKey }) {
    const several = flatMap([...plan.inputs, ...plan.leaves], ({ reductions, origin }) =>
      flatMap(reductions, ({ by }): Finding[] =>
        typeof by === "string"
          ? []
          : flatMap([...by.weights], ([period, weight]) =>
              isZero(weight) ? [atKey([...origin, "periods", period], problems.weightZero(period))] : [],
            ),
      ),
    );
    const methods = flatMap(plan.leaves, ({ variants, origin }) =>
      flatMap(variants, ({ method, weight }) =>
        method !== undefined && weight !== undefined && isZero(weight)
          ? [atKey([...origin, "methods", method], problems.weightZero(method))]
          : [],
      ),
    );
    return [...several, ...methods];
  },
};
