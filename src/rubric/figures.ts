import type { Figure, Rule } from "./plan.ts";

/** The figures of a rule that may depend on the kind of unit. */
export const figuresIn = (rule: Rule): readonly (Figure | undefined)[] => Object.values(figuresByKey(rule));

/** The same by the keys under which they stand. */
export function figuresByKey(rule: Rule): {
  readonly due?: Figure;
  readonly target?: Figure;
  readonly each?: Figure | undefined;
} {
  switch (rule.kind) {
    case "deduct-per-missing":
      return { due: rule.due, each: rule.each };
    case "deduct-per-point-short":
      return { target: rule.target, each: rule.each };
    case "proportional":
      return { target: rule.target };
    case "deduct-per-fault":
    case "each-time":
    case "events":
      return { each: rule.each };
    default:
      return {};
  }
}
