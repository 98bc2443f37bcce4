import { flatMap } from "../base/flat-map.ts";
import { inputsOf } from "../rubric/compile-rule.ts";
import type { LeafPlan, Plan } from "../rubric/plan.ts";
import { conditionsOfRule, decisiveConditions } from "../rubric/walk.ts";
import { inputsBehind } from "../scoring/compute.ts";

/** The inputs that the rule of an indicator reads, by all its methods and conditions. */
function inputsRead({ variants, rule }: LeafPlan): readonly number[] {
  const [only, ...others] = variants;
  const conditions = conditionsOfRule(rule);
  if (only !== undefined && others.length === 0 && conditions.length === 0) return only.inputs;
  return [...flatMap(variants, ({ inputs }) => inputs), ...flatMap(conditions, inputsOf)];
}

/** The inputs somebody hands in for an indicator. */
export function rawInputs(plan: Plan, leaf: LeafPlan): readonly number[] {
  const raw = new Set<number>();
  for (const input of inputsRead(leaf)) for (const behind of inputsBehind(plan, input)) raw.add(behind);
  for (const input of [...raw]) {
    const verdict = plan.inputs[input]?.sheets?.verdict;
    if (verdict !== undefined) raw.add(verdict.input);
  }
  return [...raw];
}

/** Whether an indicator reads an input that is worked out from others, or brought together from several values. */
export const readsWorkedOut = (plan: Plan, leaf: LeafPlan): boolean =>
  inputsRead(leaf).some((index) => {
    const input = plan.inputs[index];
    return input === undefined || input.source.from === "inputs" || input.many !== undefined;
  });

/** The inputs that conditions and ties read, besides those of indicators. */
export function otherInputs(plan: Plan): ReadonlySet<number> {
  const ties = flatMap(plan.ranking.ties, (tie) => (tie.by === "input" ? [tie.input] : []));
  const read = [...flatMap(decisiveConditions(plan), inputsOf), ...ties];
  return new Set(flatMap(read, (input) => inputsBehind(plan, input)));
}

/** Indicators that read an input of another one. */
export function sharers(
  leaves: readonly LeafPlan[],
  behind: readonly (readonly number[] | undefined)[],
): ReadonlyMap<LeafPlan, readonly LeafPlan[]> {
  const readers = new Map<number, LeafPlan[]>();
  for (const leaf of leaves) {
    for (const input of behind[leaf.index] ?? []) {
      const before = readers.get(input);
      if (before === undefined) readers.set(input, [leaf]);
      else before.push(leaf);
    }
  }
  const found = new Map<LeafPlan, Set<LeafPlan>>();
  for (const together of readers.values()) {
    if (together.length < 2) continue;
    for (const leaf of together) {
      const others = found.get(leaf) ?? new Set();
      found.set(leaf, others);
      for (const other of together) if (other !== leaf) others.add(other);
    }
  }
  return new Map([...found].map(([leaf, others]) => [leaf, [...others]]));
}
