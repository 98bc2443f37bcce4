import { groupBy } from "../base/order.ts";
import { inputsOf } from "../rubric/compile-rule.ts";
import type { LeafPlan, Plan } from "../rubric/plan.ts";
import { conditionsOfRule, decisiveConditions } from "../rubric/walk.ts";
import { inputsBehind } from "../scoring/compute.ts";

/** The inputs that the rule of an indicator reads, by all its methods and conditions. */
const inputsRead = (leaf: LeafPlan): readonly number[] => [
  ...leaf.variants.flatMap(({ inputs }) => inputs),
  ...conditionsOfRule(leaf.rule).flatMap(inputsOf),
];

/** The inputs somebody hands in for an indicator. */
export function rawInputs(plan: Plan, leaf: LeafPlan): readonly number[] {
  const raw = inputsRead(leaf).flatMap((input) => inputsBehind(plan, input));
  const verdicts = raw.flatMap((input) => plan.inputs[input]?.sheets?.verdict?.input ?? []);
  return [...new Set([...raw, ...verdicts])];
}

/** Whether an indicator reads an input that is worked out from others, or brought together from several values. */
export const readsWorkedOut = (plan: Plan, leaf: LeafPlan): boolean =>
  inputsRead(leaf).some((index) => {
    const input = plan.inputs[index];
    return input === undefined || input.source.from === "inputs" || input.many !== undefined;
  });

/** The inputs that conditions and ties read, besides those of indicators. */
export function otherInputs(plan: Plan): ReadonlySet<number> {
  const ties = plan.ranking.ties.flatMap((tie) => (tie.by === "input" ? [tie.input] : []));
  const read = [...decisiveConditions(plan).flatMap(inputsOf), ...ties];
  return new Set(read.flatMap((input) => inputsBehind(plan, input)));
}

/** Indicators that read an input of another one. */
export function sharers(
  leaves: readonly LeafPlan[],
  behind: ReadonlyMap<LeafPlan, readonly number[]>,
): ReadonlyMap<LeafPlan, readonly LeafPlan[]> {
  const readers = groupBy(
    leaves.flatMap((leaf) => (behind.get(leaf) ?? []).map((input) => ({ leaf, input }))),
    ({ input }) => String(input),
  );
  const found = new Map<LeafPlan, Set<LeafPlan>>();
  for (const together of readers.values()) {
    if (together.length < 2) continue;
    for (const { leaf } of together) {
      const others = found.get(leaf) ?? new Set();
      found.set(leaf, others);
      for (const other of together) if (other.leaf !== leaf) others.add(other.leaf);
    }
  }
  return new Map([...found].map(([leaf, others]) => [leaf, [...others]]));
}
