import { compare, formatDecimal, formatExact } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Condition } from "../../rubric/plan.ts";
import { subjectName } from "../../scoring/describe.ts";
import { type KindContext, resultOfUnit } from "../outcome-proof.ts";
import { hasNoPlace } from "../questions.ts";
import { figureTurned } from "../rounded-figure.ts";
import type { CheckContext, CheckRule } from "../rule.ts";
import { constantOf } from "./condition-constant.ts";

/** Every outcome can be reached, by exact figures and not by rounding alone, and every unit gets one. */
export const outcomes: CheckRule = {
  codes: ["outcome-unreachable", "outcome-gap", "outcome-only-rounded"],
  check(context) {
    if (context.plan.outcomes.length === 0) return [];
    return [...unreachable(context), ...gap(context), ...onlyRounded(context)];
  },
};

function unreachable(context: CheckContext): readonly Finding[] {
  const { plan, proof, at } = context;
  const { unreachable, stopsAll } = proof.outcomes();
  const findings: Finding[] = [];
  for (const [index, { name, origin, when, quota }] of plan.outcomes.entries()) {
    // A last rule for all others may be there for safety: nothing is wrong where it is not needed. A quota without
    // a place is told as such.
    if (when === undefined || (quota !== undefined && hasNoPlace(quota))) continue;
    const place = [...origin, "when"];
    if (unreachable(index)) {
      const [low, high] = totals(proof.kinds());
      findings.push(at(place, problems.outcomeUnreachable(name, low, high)));
      continue;
    }
    const after = plan.outcomes.slice(index + 1);
    if (after.length === 0 || !stopsAll(index) || isToldElsewhere(context, when)) continue;
    const names = [...new Set(after.map((outcome) => outcome.name))];
    return [...findings, at(place, problems.outcomeStopsAll(name, names))];
  }
  return findings;
}

/** A condition that holds whatever the figures are is told as such; so is a veto that is always there, a gate that nobody meets. */
function isToldElsewhere({ plan, proof }: CheckContext, when: Condition): boolean {
  const never = (condition: Condition | undefined, side: "holds" | "fails"): boolean =>
    condition !== undefined && proof.condition(condition)[side].status === "unreachable";
  switch (when.kind) {
    case "veto":
      return when.vetoes.some((index) => never(plan.vetoes[index]?.when, "fails"));
    case "gate":
      return when.gates.some((index) => never(plan.gates[index]?.requires, "holds"));
    default:
      return constantOf(plan, when) === "always";
  }
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
      const score = assessment && resultOfUnit(assessment)?.score;
      // The lines of the rule itself, or of one before it, which holds no more.
      const before = plan.outcomes.slice(0, rule).reverse();
      const lines = [outcome, ...before].flatMap(({ when }) => when ?? []);
      const turned = score && figureTurned(plan, score, lines);
      if (turned === undefined) return [];
      const { subject, exact, rounded } = turned;
      const problem = problems.outcomeOnlyRounded(
        outcome.name,
        subjectName(plan, subject),
        formatExact(exact),
        formatExact(rounded),
      );
      return [{ ...at([...outcome.origin, "when"], problem), witness: proof.witness(reach.sample) }];
    });
}
