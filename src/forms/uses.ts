import { inputsOf } from "../rubric/compile-rule.ts";
import type { Condition, Dimension, InputPlan, LeafPlan, NodePlan, Plan } from "../rubric/plan.ts";

/** Where the rubric reads an input: that says who fills it in, for which units, and how often. */
export interface InputUse {
  readonly input: InputPlan;
  /** The first indicator of the paper that reads it; undefined for gates, vetoes and the like. */
  readonly leaf: LeafPlan | undefined;
  readonly method: string | undefined;
  /** Whether a gate or a veto reads it, and no indicator does. */
  readonly decides: boolean;
  /** The units it is for; undefined for all of them. */
  readonly whom: Condition | undefined;
  /** Over what a unit has several values of it. */
  readonly dimensions: readonly Dimension[];
  /** The values of a dimension that the rubric knows: named periods, or so many without a name. */
  readonly known: readonly Known[];
}

export interface Known {
  readonly over: Dimension;
  readonly names: readonly string[];
}

/** Everything that is handed in, in the order of the paper: indicators, gates, vetoes, the rest. */
export function usesOf(plan: Plan): InputUse[] {
  const uses = new Map<number, InputUse>();
  const use = (index: number, reader: Pick<InputUse, "leaf" | "method" | "decides" | "whom">): void => {
    for (const input of handedIn(plan, index)) {
      const before = uses.get(input.index);
      const method = input.method ?? reader.method;
      uses.set(
        input.index,
        before === undefined
          ? { ...reader, input, method, ...severalOf(input, reader.leaf) }
          : { ...before, whom: either(before.whom, reader.whom) },
      );
    }
  };
  for (const leaf of plan.leaves) {
    const whom = whomOf(plan, leaf);
    for (const { method, inputs } of leaf.variants)
      for (const index of inputs) use(index, { leaf, method, decides: false, whom });
  }
  const other = { leaf: undefined, method: undefined, whom: undefined };
  for (const { requires } of plan.gates)
    for (const index of inputsOf(requires)) use(index, { ...other, decides: true });
  for (const { when } of plan.vetoes)
    for (const index of inputsOf(when)) use(index, { ...other, decides: true });
  for (const { index, source } of plan.inputs)
    if (source.from === "submissions" && !uses.has(index)) use(index, { ...other, decides: false });
  return [...uses.values()];
}

/** The indicator and the groups around it, from the outermost; without the total. */
export function wayTo(plan: Plan, node: NodePlan): NodePlan[] {
  const parent = plan.nodes[node.parent];
  return parent === undefined || parent === plan.root ? [node] : [...wayTo(plan, parent), node];
}

/** The units an indicator applies to: what it says itself, and what the groups around it say. */
function whomOf(plan: Plan, leaf: LeafPlan): Condition | undefined {
  const conditions = wayTo(plan, leaf).flatMap(({ appliesTo }) => appliesTo ?? []);
  return conditions.length > 1 ? { kind: "all", conditions } : conditions[0];
}

const either = (one: Condition | undefined, other: Condition | undefined): Condition | undefined =>
  one === undefined || other === undefined || one === other
    ? one && other
    : { kind: "any", conditions: [one, other] };

/** The inputs behind a slot that somebody writes down; the verdict of a sheet beside its answer. */
function handedIn(plan: Plan, index: number): InputPlan[] {
  const input = plan.inputs[index];
  if (input === undefined || input.source.from === "register") return [];
  if (input.source.from === "inputs")
    return input.source.operands.flatMap((operand) =>
      "input" in operand ? handedIn(plan, operand.input) : [],
    );
  const verdict = input.sheets?.verdict;
  return verdict === undefined ? [input] : [input, ...handedIn(plan, verdict.input)];
}

const order: readonly Dimension[] = ["assessor", "site", "period"];

function severalOf(input: InputPlan, leaf: LeafPlan | undefined): Pick<InputUse, "dimensions" | "known"> {
  if (input.many !== "dimensions") return { dimensions: [], known: [] };
  const reductions = [...input.reductions, ...(leaf?.reductions ?? [])];
  const counted = leaf?.rule.kind === "k-of-n" && leaf.rule.per !== undefined ? leaf.rule : undefined;
  const over = [
    ...reductions.map((reduction) => reduction.over),
    ...(counted?.per === undefined ? [] : [counted.per]),
  ];
  const known = reductions.flatMap(({ over: dimension, by }): Known[] => {
    if (typeof by !== "string") return [{ over: dimension, names: [...by.weights.keys()] }];
    // Without the highest and the lowest, somebody's word must be left.
    return by === "trimmed-mean" ? [{ over: dimension, names: ["", "", ""] }] : [];
  });
  if (counted?.per !== undefined && counted.of !== undefined)
    known.push({ over: counted.per, names: Array.from({ length: counted.of }, () => "") });
  return { dimensions: order.filter((dimension) => over.includes(dimension)), known };
}
