import type { Text } from "../../base/language.ts";
import { formatExact } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { CheckRule } from "../rule.ts";
import { trailText } from "../trail-text.ts";

/** A decision that takes more from a unit than one that the same unit would have with a lower total. */
export const outcomeInverted: CheckRule = {
  codes: ["outcome-inverted"],
  check({ plan, proof, at }) {
    const inversions = proof.titles()?.trails().inversions ?? [];
    const textOf = (index: number): Text => {
      const rule = plan.outcomes[index];
      return rule === undefined
        ? { zh: "没有结果", en: "no outcome" }
        : { zh: `“${rule.name}”`, en: `"${rule.name}"` };
    };
    return inversions.flatMap(({ lower, higher, trail }) => {
      const rule = plan.outcomes[higher.rule];
      if (rule === undefined) return [];
      const finding = at(
        [...rule.origin, rule.when === undefined ? "name" : "when"],
        problems.outcomeInverted(
          [textOf(lower.rule), formatExact(lower.total)],
          [textOf(higher.rule), formatExact(higher.total)],
          trail.before.titles.flatMap(({ title }) => plan.titles[title]?.name ?? []),
          trail.steps.length === 0 ? undefined : trailText(plan, trail.steps),
        ),
      );
      return [{ ...finding, witness: proof.witness(trail.sample) }];
    });
  },
};
