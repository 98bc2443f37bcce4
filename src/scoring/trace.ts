import { same, type Text } from "../base/language.ts";
import { add, formatExact, type Rational, zero } from "../base/rational.ts";
import { type Evidence, findCell } from "../evidence/evidence.ts";
import type { Path } from "../rubric/document.ts";
import type { EntryPlan, LeafPlan, NodePlan, Plan } from "../rubric/plan.ts";
import { maximumOf } from "./combine.ts";
import type { ClauseResult, State } from "./result.ts";
import type { Scores, UnitScore } from "./score.ts";

/** One step of how a total came about. The values of the children add up exactly to the node's. */
export interface TraceNode {
  readonly id: string;
  readonly no: string | undefined;
  readonly label: Text;
  /** What it adds to the total. */
  readonly value: Rational;
  readonly max: Rational | undefined;
  readonly state: State;
  readonly formula: Text;
  /** Where the rule stands in the rubric. */
  readonly origin: Path;
  readonly cells: readonly TraceCell[];
  readonly clauses: readonly ClauseResult[];
  readonly children: readonly TraceNode[];
}

/** A cell that was read, as it stood there. */
export interface TraceCell {
  readonly input: string;
  readonly text: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly heading: string | undefined;
}

/** How a unit's total came about, from the cells up. */
export function trace(plan: Plan, evidence: Evidence, scores: Scores, unit: UnitScore): TraceNode {
  const adjustmentsOf = (node: NodePlan): TraceNode[] =>
    plan.entries.flatMap((entry, index) =>
      entry.kind !== "leaf" && entry.node === node.index ? [adjustmentNode(plan, unit, entry, index)] : [],
    );
  const visit = (node: NodePlan): TraceNode => {
    if (node.kind === "leaf") return leafNode(plan, evidence, scores, unit, node);
    const children = [...node.children.map(visit), ...adjustmentsOf(node)];
    const value = children.reduce((total, child) => add(total, child.value), zero);
    const own = node.index === 0 ? unit.total : unit.earned[node.index];
    return {
      id: node.id,
      no: node.no,
      label: node.index === 0 ? { zh: "总分", en: "total" } : same(node.name),
      value,
      max: sumOfMaxima(children),
      state: own === undefined ? "not-applicable" : "scored",
      formula: own === undefined ? { zh: "不适用", en: "not applicable" } : groupFormula(own, value),
      origin: node.origin,
      cells: [],
      clauses: [],
      children,
    };
  };
  return visit(plan.root);
}

const sumOfMaxima = (children: readonly TraceNode[]): Rational | undefined =>
  children.some(({ max }) => max === undefined)
    ? undefined
    : children.reduce((total, { max }) => add(total, max ?? zero), zero);

/** A group's own points, where the total counts them on another scale. */
const groupFormula = (own: Rational, value: Rational): Text =>
  formatExact(own) === formatExact(value)
    ? same("")
    : { zh: `本组得 ${formatExact(own)}`, en: `${formatExact(own)} on the group's own scale` };

function leafNode(
  plan: Plan,
  evidence: Evidence,
  scores: Scores,
  unit: UnitScore,
  leaf: LeafPlan,
): TraceNode {
  const again = scores.rescore(unit.unit.index, leaf);
  const value = unit.contributions[leaf.entry] ?? zero;
  const working = again.working();
  const own = again.earned;
  const scaled = own === undefined || formatExact(own) === formatExact(value) ? undefined : formatExact(own);
  return {
    id: leaf.id,
    no: leaf.no,
    label: same(leaf.name),
    value,
    max: maximumOf(plan, unit.profile, unit, leaf.entry),
    state: unit.states[leaf.entry] ?? "scored",
    formula:
      scaled === undefined
        ? working
        : {
            zh: `${working.zh} = ${scaled}，折算计入总分`,
            en: `${working.en} = ${scaled}, then scaled into the total`,
          },
    origin: leaf.origin,
    cells: cellsOf(plan, evidence, unit, leaf),
    clauses: again.clauses ?? [],
    children: [],
  };
}

function cellsOf(plan: Plan, evidence: Evidence, unit: UnitScore, leaf: LeafPlan): TraceCell[] {
  const inputs = leaf.variants.flatMap((variant) => variant.inputs.flatMap((input) => behind(plan, input)));
  return [...new Set(inputs)].map((input) => {
    const value = unit.values[input];
    const place = findCell(evidence, unit.unit.index, input);
    return {
      input: plan.inputs[input]?.name ?? "",
      text: value?.text ?? "",
      file: place?.file,
      line: place?.cell.line,
      heading: place?.heading,
    };
  });
}

/** The cells behind an input: those a computed one was computed from. */
function behind(plan: Plan, index: number): number[] {
  const source = plan.inputs[index]?.source;
  if (source?.from !== "inputs") return [index];
  return source.operands.flatMap((operand) => ("input" in operand ? behind(plan, operand.input) : []));
}

function adjustmentNode(
  plan: Plan,
  unit: UnitScore,
  entry: Exclude<EntryPlan, { kind: "leaf" }>,
  index: number,
): TraceNode {
  const cap = unit.profile.caps[entry.node];
  const formula: Record<typeof entry.kind, Text> = {
    cap:
      cap === undefined
        ? same("")
        : { zh: `最高计 ${formatExact(cap)} 分`, en: `${formatExact(cap)} at most` },
    rounding: { zh: `保留 ${plan.rounding.places} 位小数`, en: `rounded to ${plan.rounding.places} places` },
    floor: {
      zh: `总分不低于 ${plan.total.floor === undefined ? "—" : formatExact(plan.total.floor)}，不高于 ${plan.total.cap === undefined ? "—" : formatExact(plan.total.cap)}`,
      en: `at least ${plan.total.floor === undefined ? "—" : formatExact(plan.total.floor)}, at most ${plan.total.cap === undefined ? "—" : formatExact(plan.total.cap)}`,
    },
  };
  return {
    id: entry.id,
    no: undefined,
    label: entry.name,
    value: unit.contributions[index] ?? zero,
    max: zero,
    state: "scored",
    formula: formula[entry.kind],
    origin: plan.nodes[entry.node]?.origin ?? [],
    cells: [],
    clauses: [],
    children: [],
  };
}
