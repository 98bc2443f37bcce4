import { isZero } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { CheckRule } from "../rule.ts";

/** A period or a method that is asked for and weighs nothing. */
export const weightZero: CheckRule = {
  codes: ["weight-zero"],
  check({ plan, atKey }) {
    const several = [...plan.inputs, ...plan.leaves].flatMap(({ reductions, origin }) =>
      reductions.flatMap(({ by }): Finding[] =>
        typeof by === "string"
          ? []
          : [...by.weights].flatMap(([period, weight]) =>
              isZero(weight) ? [atKey([...origin, "periods", period], problems.weightZero(period))] : [],
            ),
      ),
    );
    const methods = plan.leaves.flatMap(({ variants, origin }) =>
      variants.flatMap(({ method, weight }) =>
        method !== undefined && weight !== undefined && isZero(weight)
          ? [atKey([...origin, "methods", method], problems.weightZero(method))]
          : [],
      ),
    );
    return [...several, ...methods];
  },
};
