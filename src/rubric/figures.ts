import type { Figure, Rule } from "./plan.ts";

/** The figures of a rule that may depend on the kind of unit. */
export function figuresIn(rule: Rule): readonly (Figure | undefined)[] {
  switch (rule.kind) {
    case "deduct-per-missing":
      return [rule.due, rule.each];
    case "deduct-per-point-short":
      return [rule.target, rule.each];
    case "proportional":
      return [rule.target];
    case "deduct-per-fault":
    case "each-time":
    case "events":
      return [rule.each];
    default:
      return [];
  }
}
