import { flatMap } from "../../base/flat-map.ts";
import { problems } from "../../findings/catalog.ts";
import { isCrossed, rangeOfCalculation, rangeOfInput } from "../condition-range.ts";
import { rangeText } from "../condition-text.ts";
import type { CheckRule } from "../rule.ts";

/** Computed inputs whose own limits leave out all that can be computed: whatever is handed in would be refused. */
export const inputLimits: CheckRule = {
  codes: ["limits-crossed"],
  check({ plan, at }) {
    const hasNone = (input: number): boolean => isCrossed(rangeOfInput(plan, input));
    return flatMap(plan.inputs, ({ index, name, source, percent, origin }) => {
      if (source.from !== "inputs" || !hasNone(index)) return [];
      // What is computed from such an input is not told of besides.
      if (source.operands.some((operand) => "input" in operand && hasNone(operand.input))) return [];
      const computed = rangeText(rangeOfCalculation(plan, source), percent);
      return computed === undefined ? [] : [at(origin, problems.limitsApart(name, computed))];
    });
  },
};
