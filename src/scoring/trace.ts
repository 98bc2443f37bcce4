import { same, type Text } from "../base/language.ts";
import { add, formatExact, isNegative, multiply, one, type Rational, zero } from "../base/rational.ts";
import { type Evidence, findCell } from "../evidence/evidence.ts";
import type { Path } from "../rubric/document.ts";
import type { EntryPlan, LeafPlan, NodePlan, Plan } from "../rubric/plan.ts";
import { maximumOf } from "./combine.ts";
import { inputsBehind } from "./compute.ts";
import { formatFigure } from "./kinds/bands.ts";
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
  /** Worked out from other inputs, and so in no file. */
  readonly computed: boolean;
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
      max: maximumOfGroup(unit, node, children),
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

/** What a group could add at most: its cap, its points, or what is inside. */
function maximumOfGroup(
  unit: UnitScore,
  node: NodePlan,
  children: readonly TraceNode[],
): Rational | undefined {
  const cap = unit.profile.caps[node.index];
  if (cap !== undefined) return multiply(cap, unit.scales[node.index] ?? one);
  const gains = children.filter(({ max }) => max === undefined || !isNegative(max));
  return gains.some(({ max }) => max === undefined)
    ? undefined
    : gains.reduce((total, { max }) => add(total, max ?? zero), zero);
}

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
  const reached = unit.profile.reached[leaf.index] === true;
  const open = leaf.part !== "base";
  const working =
    again.state === "not-applicable" && reached && !open
      ? withoutPoints[leaf.notApplicable]
      : again.working();
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
    cells: reached ? cellsOf(plan, evidence, unit, leaf) : [],
    clauses: again.clauses ?? [],
    children: [],
  };
}

/** The cells an indicator was scored from; what was computed from cells comes after them. */
function cellsOf(plan: Plan, evidence: Evidence, unit: UnitScore, leaf: LeafPlan): TraceCell[] {
  const direct = leaf.variants.flatMap((variant) => variant.inputs);
  const behind = direct.flatMap((input) => inputsBehind(plan, input));
  return [...new Set([...behind, ...direct])].map((input) => cellOf(plan, evidence, unit, input));
}

/** One input of a unit as a cell. */
export function cellOf(plan: Plan, evidence: Evidence, unit: UnitScore, input: number): TraceCell {
  const planned = plan.inputs[input];
  const value = unit.values[input];
  const place = findCell(evidence, unit.unit.index, input);
  const computed = planned?.source.from === "inputs";
  const figure = computed && value?.kind === "number" ? value.number : undefined;
  return {
    input: planned?.name ?? "",
    text: figure === undefined ? (value?.text ?? "") : formatFigure(figure, planned?.type.kind === "percent"),
    computed,
    file: place?.file,
    line: place?.cell.line,
    heading: place?.heading,
  };
}

const withoutPoints: Record<LeafPlan["notApplicable"], Text> = {
  renormalise: {
    zh: "不适用，由同组其余各项分担",
    en: "not applicable: the others of the group make up for it",
  },
  full: { zh: "不适用，按规定计满分", en: "not applicable, which the rubric counts in full" },
  zero: { zh: "不适用，按规定计 0 分", en: "not applicable, which the rubric counts as 0" },
  mean: { zh: "不适用，取其他单位的平均", en: "not applicable: the mean of the other units" },
};

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
