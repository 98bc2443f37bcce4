import { add, compare, hundred, type Rational, subtract, zero } from "../base/rational.ts";
import type { Unit } from "../evidence/evidence.ts";
import { plainStanding } from "../evidence/standing.ts";
import { readCell, type Value } from "../evidence/value.ts";
import type { LeafPlan, Plan } from "../rubric/plan.ts";
import { computeInputs } from "../scoring/compute.ts";
import type { Facts } from "../scoring/condition.ts";
import { scoreLeaf } from "../scoring/score-leaf.ts";
import { assign, bring, copyOf, type Draft, newDraft, referenceDay } from "./draft.ts";
import type { KindOfUnit } from "./kinds-of-unit.ts";
import { otherInputs, rawInputs, readsWorkedOut, sharers } from "./leaf-inputs.ts";
import { type Option, optionsOf } from "./options.ts";
import type { Attainable } from "./ranges.ts";
import { eventsOf, rowsOf } from "./sample.ts";

/** An option of an indicator, and what it earns. */
export interface Rated {
  readonly option: Option;
  readonly points: Rational;
}

/** A draft with what each indicator of it comes to, by entry. */
export interface Working {
  readonly draft: Draft;
  readonly points: (Rational | undefined)[];
}
export const copyWorking = ({ draft, points }: Working): Working => ({
  draft: copyOf(draft),
  points: [...points],
});

type End = "best" | "worst";

/** The options of an indicator; as many as were asked for have been rated. */
interface Options {
  readonly list: readonly Option[];
  readonly rated: (Rated | undefined)[];
}

/**
 * What is known of what the indicators of one kind of unit can come to; it grows as it is asked. Lists go by
 * `leaf.index`. What works on it stands on its own: functions made for each rubric are compiled for each.
 */
export interface Rating {
  readonly plan: Plan;
  readonly kind: KindOfUnit;
  readonly ranges: Attainable;
  readonly asOf: number | undefined;
  /** What scoring sees of a unit to which nothing happened: its values are those in `scratch`. */
  readonly facts: Facts;
  /** The indicators that are for such a unit. */
  readonly leaves: readonly LeafPlan[];
  /** The inputs somebody hands in for an indicator. */
  readonly behind: readonly (readonly number[] | undefined)[];
  /** The indicators that read an input of another one, and those others. */
  readonly sharing: ReadonlyMap<LeafPlan, readonly LeafPlan[]>;
  /** Indicators with inputs that are worked out from others, or brought together from several values. */
  readonly computes: ReadonlySet<LeafPlan>;
  /** The inputs somebody would miss. */
  readonly needed: ReadonlySet<number>;
  readonly points: (Map<string, Rational | undefined> | undefined)[];
  readonly options: (Options | undefined)[];
  readonly rated: (readonly Rated[] | undefined)[];
  readonly extremes: Readonly<Record<"low" | "high", Map<LeafPlan, Rated | undefined>>>;
  readonly ends: Map<End, Working>;
  /** One list for all: a new one for each indicator would be made a thousand times over. */
  readonly scratch: (Value | undefined)[];
}

const ignore = (): undefined => undefined;
const noRelations = () => ({ figures: () => [zero, hundred] });
const noFigures = { points: undefined, due: zero, target: zero, each: zero };
export const unitName = "示例单位";

export function createRating(plan: Plan, kind: KindOfUnit, ranges: Attainable): Rating {
  const { profile } = kind;
  const leaves = plan.leaves.filter((leaf) => profile.reached[leaf.index] === true);
  const behind: (readonly number[])[] = [];
  const needed = new Set(otherInputs(plan));
  for (const leaf of leaves) {
    const inputs = rawInputs(plan, leaf);
    behind[leaf.index] = inputs;
    for (const input of inputs) needed.add(input);
  }
  const asOf = plan.events.needsAsOf ? referenceDay(plan) : undefined;
  const scratch: (Value | undefined)[] = new Array(plan.inputs.length);
  return {
    plan,
    kind,
    ranges,
    asOf,
    facts: factsOf({ ...kind.unit, key: unitName, name: unitName }, scratch, asOf),
    leaves,
    behind,
    sharing: sharers(leaves, behind),
    computes: new Set(leaves.filter((leaf) => readsWorkedOut(plan, leaf))),
    needed,
    points: [],
    options: [],
    rated: [],
    extremes: { low: new Map(), high: new Map() },
    ends: new Map(),
    scratch,
  };
}

const factsOf = (unit: Unit, values: Facts["values"], asOf: number | undefined): Facts => ({
  unit,
  values,
  score: ignore,
  points: ignore,
  relations: noRelations,
  events: [],
  asOf,
  vetoes: [],
  unmetGates: [],
  standing: plainStanding,
  inherited: [],
  history: [],
  every: 1,
  result: ignore,
  missing: ignore,
});

/** What an indicator of a draft comes to: remembered by the texts that it reads; what events do is worked out anew. */
export function pointsOf(rating: Rating, draft: Draft, leaf: LeafPlan): Rational | undefined {
  const inputs = rating.behind[leaf.index] ?? [];
  if (draft.events.length > 0 || inputs.length === 0) return workOut(rating, draft, leaf);
  let key = "";
  for (const input of inputs) key += textsKey(draft.texts.get(input));
  let points = rating.points[leaf.index];
  if (points === undefined) {
    points = new Map();
    rating.points[leaf.index] = points;
  }
  const before = points.get(key);
  if (before !== undefined || points.has(key)) return before;
  const found = workOut(rating, draft, leaf);
  points.set(key, found);
  return found;
}

/** Tells texts of an input from any others. */
const textsKey = (texts: readonly string[] | undefined): string =>
  texts === undefined ? "\u0002\u0003" : `${texts.join("\u0001")}\u0003`;

function workOut(rating: Rating, draft: Draft, leaf: LeafPlan): Rational | undefined {
  const { plan, kind, scratch } = rating;
  const inputs = rating.behind[leaf.index] ?? [];
  readInto(scratch, plan, draft, inputs);
  const computes = rating.computes.has(leaf);
  const facts =
    computes || draft.events.length > 0
      ? {
          ...rating.facts,
          values: computes ? computeInputs(plan, scratch, unitName, ignore) : scratch,
          events: eventsOf(draft),
        }
      : rating.facts;
  const figures = kind.profile.figures[leaf.index] ?? noFigures;
  const { earned } = scoreLeaf(leaf, { plan, facts, figures, report: ignore });
  for (const input of inputs) scratch[input] = undefined;
  return earned;
}

/** The values of some inputs of a draft, as the evidence would have them. */
export function readInto(
  values: (Value | undefined)[],
  plan: Plan,
  { texts }: Draft,
  inputs: readonly number[],
): void {
  for (const index of inputs) {
    const input = plan.inputs[index];
    const said = texts.get(index);
    if (input === undefined || said === undefined) continue;
    if (input.many === undefined) {
      values[index] = readCell(input, said[0] ?? "").value;
      continue;
    }
    const observations = rowsOf(plan, input, said).map(({ text, ...from }) => ({
      ...from,
      value: readCell(input, text).value,
      place: 0,
    }));
    values[index] = { kind: "many", observations, text: "" };
  }
}

function optionsFor(rating: Rating, leaf: LeafPlan): Options {
  let options = rating.options[leaf.index];
  if (options === undefined) {
    options = { list: optionsOf(rating.plan, leaf, rating.kind.profile), rated: [] };
    rating.options[leaf.index] = options;
  }
  return options;
}

/** An option, all before which were rated already; undefined where it cannot be told what it earns. */
function rate(rating: Rating, leaf: LeafPlan, { list, rated }: Options, index: number): Rated | undefined {
  const option = list[index];
  if (index < rated.length || option === undefined) return rated[index];
  const draft = newDraft();
  option(draft);
  const points = pointsOf(rating, draft, leaf);
  const found = points && { option, points };
  rated.push(found);
  return found;
}

/** One option for all that an indicator can earn by them, from the fewest points to the most. */
export function ratedOf(rating: Rating, leaf: LeafPlan): readonly Rated[] {
  const known = rating.rated[leaf.index];
  if (known !== undefined) return known;
  const options = optionsFor(rating, leaf);
  const found: Rated[] = [];
  for (const index of options.list.keys()) {
    const one = rate(rating, leaf, options, index);
    if (one !== undefined && !found.some((other) => compare(other.points, one.points) === 0)) found.push(one);
  }
  found.sort((a, b) => compare(a.points, b.points));
  rating.rated[leaf.index] = found;
  return found;
}

/** The first option with the fewest (or the most) points: none after it is tried where there can be no fewer (no more). */
function extremeOption(rating: Rating, leaf: LeafPlan, end: "low" | "high"): Rated | undefined {
  const extremes = rating.extremes[end];
  if (extremes.has(leaf)) return extremes.get(leaf);
  const limit = rating.ranges.leafOrMissing(leaf)[end];
  const sign = end === "high" ? 1 : -1;
  const options = optionsFor(rating, leaf);
  let found: Rated | undefined;
  for (let index = 0; index < options.list.length; index += 1) {
    const one = rate(rating, leaf, options, index);
    if (one === undefined) continue;
    if (found === undefined || sign * compare(one.points, found.points) > 0) found = one;
    if (compare(found.points, limit) === 0) break;
  }
  extremes.set(leaf, found);
  return found;
}

/** The option with the best (or worst) there is. Deductions are best where they take nothing. */
export const endOf = (rating: Rating, leaf: LeafPlan, end: End): Rated | undefined =>
  extremeOption(rating, leaf, (leaf.part === "deduction") === (end === "best") ? "low" : "high");

/** The unit that hands in the best (or worst) there is; whoever changes it copies it first. */
export function extremeUnit(rating: Rating, end: End): Working {
  const made = rating.ends.get(end) ?? open(rating, makeExtreme(rating, end));
  rating.ends.set(end, made);
  return made;
}

function makeExtreme(rating: Rating, end: End): Draft {
  const { plan, leaves, sharing } = rating;
  const draft = newDraft();
  for (const leaf of leaves) endOf(rating, leaf, end)?.option(draft);
  const best = end === "best";
  for (const [leaf, others] of sharing) compromise(rating, draft, leaf, others, best);
  for (const { when } of plan.vetoes) bring(plan, draft, when, !best);
  for (const { requires } of plan.gates) bring(plan, draft, requires, best);
  fill(rating, draft);
  return draft;
}

/** What indicators share was last written for one of them: it is written anew for another where all of them gain by that. */
function compromise(
  rating: Rating,
  draft: Draft,
  leaf: LeafPlan,
  others: readonly LeafPlan[],
  best: boolean,
): void {
  const own = endOf(rating, leaf, best ? "best" : "worst");
  const now = pointsOf(rating, draft, leaf);
  if (own === undefined || (now !== undefined && compare(now, own.points) === 0)) return;
  const trial = copyOf(draft);
  own.option(trial);
  const all = [leaf, ...others];
  const order = compare(together(rating, trial, all), together(rating, draft, all));
  if (best ? order <= 0 : order >= 0) return;
  for (const [input, texts] of trial.texts) draft.texts.set(input, texts);
}

function together(rating: Rating, draft: Draft, leaves: readonly LeafPlan[]): Rational {
  let sum = zero;
  for (const leaf of leaves) {
    const points = pointsOf(rating, draft, leaf) ?? zero;
    sum = leaf.part === "deduction" ? subtract(sum, points) : add(sum, points);
  }
  return sum;
}

/** A draft with what each indicator of it comes to. */
export function open(rating: Rating, draft: Draft): Working {
  const points: (Rational | undefined)[] = new Array(rating.plan.entries.length);
  for (const leaf of rating.leaves) points[leaf.entry] = pointsOf(rating, draft, leaf);
  return { draft, points };
}

/** Takes an option in a draft, with what comes of it for indicators that read the same. */
export function take(rating: Rating, working: Working, leaf: LeafPlan, option: Option): void {
  const { draft, points } = working;
  option(draft);
  points[leaf.entry] = pointsOf(rating, draft, leaf);
  for (const touched of rating.sharing.get(leaf) ?? [])
    points[touched.entry] = pointsOf(rating, draft, touched);
}

/** Inputs that nothing has spoken of yet, but that somebody would miss. */
export function fill({ plan, needed }: Rating, draft: Draft): void {
  for (const input of plan.inputs) {
    if (input.source.from === "inputs" || draft.texts.has(input.index) || !needed.has(input.index)) continue;
    const { type } = input;
    if (type.kind === "yes-no") draft.texts.set(input.index, ["否"]);
    else if (type.kind === "word") draft.texts.set(input.index, [type.words[0] ?? ""]);
    else if (type.kind !== "date") assign(plan, draft, input.index, type.least ?? zero);
  }
}
