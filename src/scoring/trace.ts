import { formatDay } from "../base/date.ts";
import { joinTexts, same, type Text } from "../base/language.ts";
import {
  add,
  equals,
  formatExact,
  isNegative,
  multiply,
  negate,
  one,
  type Rational,
  smaller,
  zero,
} from "../base/rational.ts";
import { type Evidence, locatePlace, splitPlace } from "../evidence/evidence.ts";
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
      max: maximumOfGroup(plan, unit, node, children),
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
  plan: Plan,
  unit: UnitScore,
  node: NodePlan,
  children: readonly TraceNode[],
): Rational | undefined {
  const cap = unit.profile.caps[node.index];
  if (cap !== undefined) return multiply(cap, unit.scales[node.index] ?? one);
  const gains = children.filter(({ max }) => max === undefined || !isNegative(max));
  const limit = node.index === 0 ? plan.total.cap : undefined;
  if (gains.some(({ max }) => max === undefined)) return limit;
  const all = gains.reduce((total, { max }) => add(total, max ?? zero), zero);
  return limit === undefined ? all : smaller(limit, all);
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
  // A deduction counts with a minus sign, which is no change of scale.
  const counted = isNegative(value) ? negate(value) : value;
  const scaled = own === undefined || equals(own, counted) ? undefined : formatExact(own);
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

/** The cells an indicator was scored from; what was worked out from cells comes after them. */
function cellsOf(plan: Plan, evidence: Evidence, unit: UnitScore, leaf: LeafPlan): TraceCell[] {
  const direct = leaf.variants.flatMap((variant) => variant.inputs);
  const behind = direct.flatMap((input) => inputsBehind(plan, input));
  const cells = [...new Set([...behind, ...direct])].flatMap((input) =>
    cellsOfInput(plan, evidence, unit, input),
  );
  return leaf.rule.kind === "events" ? [...cells, ...eventCells(evidence, unit, leaf.rule.events)] : cells;
}

/** The cells of one input: one, as many as there are values, or for a long survey how many sheets there were. */
export function cellsOfInput(plan: Plan, evidence: Evidence, unit: UnitScore, input: number): TraceCell[] {
  const planned = plan.inputs[input];
  const name = planned?.name ?? "";
  const given = evidence.values[unit.unit.index]?.[input];
  const value = unit.values[input];
  const figure = value?.kind === "number" ? value.number : undefined;
  const worked = planned?.source.from === "inputs" || given?.kind === "many";
  const outcome: TraceCell[] =
    worked && figure !== undefined
      ? [
          {
            input: name,
            text: formatFigure(figure, planned?.percent === true),
            computed: true,
            file: undefined,
            line: undefined,
            heading: undefined,
          },
        ]
      : [];
  if (given?.kind !== "many") {
    return planned?.source.from === "inputs"
      ? outcome
      : [cellAt(evidence, name, given?.text ?? "", evidence.places[unit.unit.index]?.[input], input)];
  }
  if (planned?.sheets !== undefined || planned?.many === "sheets") {
    const text = `${given.observations.length}`;
    return [
      { ...cellAt(evidence, `${name}（问卷份数）`, text, given.observations[0]?.place, input) },
      ...outcome,
    ];
  }
  const cells = given.observations.map(({ value: seen, assessor, site, period, place }) => {
    const label = [name, assessor, site, period].filter((word) => word !== "").join(" ");
    return cellAt(evidence, label, seen?.text ?? "", place, input);
  });
  return [...cells, ...outcome];
}

function cellAt(
  evidence: Evidence,
  input: string,
  text: string,
  place: number | undefined,
  index: number,
): TraceCell {
  const found = place === undefined ? undefined : locatePlace(evidence, place, index);
  return { input, text, computed: false, file: found?.file, line: found?.cell.line, heading: found?.heading };
}

function eventCells(evidence: Evidence, unit: UnitScore, kinds: readonly string[]): TraceCell[] {
  const events = evidence.events[unit.unit.index] ?? [];
  return events
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ date, kind, level, matter, note, place }) => {
      const { file, line } = splitPlace(place);
      const text = [formatDay(date), level, matter, note].filter((word) => word !== "").join(" ");
      const source = evidence.files[file];
      const heading = source?.headings[source.form.roles.get("kind") ?? -1];
      return { input: kind, text, computed: false, file: source?.name, line, heading };
    });
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
    floor: limitsText(plan),
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

/** The lowest and highest the total can be, where the rubric says. */
function limitsText({ total: { floor, cap } }: Plan): Text {
  const low = floor && { zh: `不低于 ${formatExact(floor)}`, en: `at least ${formatExact(floor)}` };
  const high = cap && { zh: `不高于 ${formatExact(cap)}`, en: `at most ${formatExact(cap)}` };
  return joinTexts(
    [low, high].flatMap((text) => text ?? []),
    "，",
    ", ",
  );
}
