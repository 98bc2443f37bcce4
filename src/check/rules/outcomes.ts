import { compare, formatDecimal, formatExact, round } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import { type KindContext, resultOfUnit } from "../outcome-proof.ts";
import type { CheckContext, CheckRule } from "../rule.ts";

/** Every outcome can be reached, by exact figures and not by rounding alone, and every unit gets one. */
export const outcomes: CheckRule = {
  codes: ["outcome-unreachable", "outcome-gap", "outcome-only-rounded"],
  check(context) {
    if (context.plan.outcomes.length === 0) return [];
    return [...unreachable(context), ...gap(context), ...onlyRounded(context)];
  },
};

function unreachable({ plan, proof, at }: CheckContext): readonly Finding[] {
  return plan.outcomes.flatMap(({ name, origin, when }, index) => {
    // A last rule for all others may be there for safety: nothing is wrong where it is not needed.
    if (when === undefined || !proof.outcomes().unreachable(index)) return [];
    const [low, high] = totals(proof.kinds());
    return [at([...origin, "when"], problems.outcomeUnreachable(name, low, high))];
  });
}

/** The least and the greatest total of any kind of unit. */
function totals(kinds: readonly KindContext[]) {
  const ranges = kinds.flatMap(({ attainable }) => attainable.widest()[0] ?? []);
  const ends = (end: "low" | "high", sign: number) =>
    ranges
      .map((range) => range[end])
      .reduce((a, b) => (a === undefined || b === undefined ? undefined : sign * compare(a, b) >= 0 ? a : b));
  return ranges.length === 0 ? [undefined, undefined] : [ends("low", -1), ends("high", 1)];
}

function gap({ plan, proof, atKey }: CheckContext): readonly Finding[] {
  const none = proof.outcomes().none();
  if (none.status !== "reachable") return [];
  const unit = proof
    .kinds()
    .find(({ kind }) => kind === none.kind)
    ?.solver()
    .run(none.sample);
  const total = unit && resultOfUnit(unit)?.score.total;
  const { places, mode } = plan.rounding;
  const shown = total === undefined ? "?" : formatDecimal(total, places, mode);
  const finding = atKey(["outcomes"], problems.outcomeGap(shown, none.kind.name));
  return [{ ...finding, witness: proof.witness(none.sample) }];
}

function onlyRounded({ plan, proof, at }: CheckContext): readonly Finding[] {
  return proof
    .outcomes()
    .onlyRounded()
    .flatMap(({ rule, reach }) => {
      const outcome = plan.outcomes[rule];
      if (outcome === undefined) return [];
      const assessment = proof
        .kinds()
        .find(({ kind }) => kind === reach.kind)
        ?.solver()
        .run(reach.sample);
      const total = assessment && resultOfUnit(assessment)?.score.total;
      if (total === undefined) return [];
      const shown = formatExact(round(total, plan.rounding.places, plan.rounding.mode));
      const problem = problems.outcomeOnlyRounded(outcome.name, formatExact(total), shown);
      return [{ ...at([...outcome.origin, "when"], problem), witness: proof.witness(reach.sample) }];
    });
}
