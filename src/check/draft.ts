import { type Day, formatDay } from "../base/date.ts";
import { always } from "../base/period.ts";
import {
  add,
  compare,
  divide,
  floor,
  formatDecimal,
  formatExact,
  formatPercent,
  hundred,
  isWhole,
  isZero,
  larger,
  multiply,
  one,
  type Rational,
  rational,
  round,
  smaller,
  subtract,
  zero,
} from "../base/rational.ts";
import { readCell } from "../evidence/value.ts";
import type { Condition, InputPlan, Operand, Plan, WindowPlan } from "../rubric/plan.ts";
import { allConditions } from "../rubric/walk.ts";
import { inputsBehind } from "../scoring/compute.ts";
import { daysOf } from "../scoring/window.ts";
import { anyFigure, type FigureRange, rangeOfInput } from "./condition-range.ts";
import { isEmpty, meet, type Range, rangeOf } from "./range.ts";
import type { SampleEvent, SampleUnit } from "./sample.ts";

/** A unit of a sample while it is being made up. */
export interface Draft {
  readonly texts: Map<number, readonly string[]>;
  readonly events: SampleEvent[];
  /** What it hands in for the other runs of the rubric; nothing where that is left out. */
  readonly runs?: SampleUnit["runs"];
}

export const newDraft = (): Draft => ({ texts: new Map(), events: [] });
export const copyOf = ({ texts, events }: Draft): Draft => ({ texts: new Map(texts), events: [...events] });

/** Digits behind the point that a made-up figure may have. */
const mostPlaces = 6;

/** The day that samples are counted from. */
export function referenceDay(plan: Plan): Day {
  const read = allConditions(plan).filter((condition) => condition.kind === "event");
  const windows = [...plan.events.rules, ...read].map((rule) => rule.within);
  const ends = windows.flatMap((window) => (window?.kind === "days" ? [window.to] : []));
  const { from, to } = plan.rubric.valid ?? always;
  return Math.max(Math.min(Math.max(20251231, ...ends), to ?? 99991231), from ?? 0);
}

type EventCondition = Extract<Condition, { kind: "event" }>;

/** A day within a window. */
export function dayWithin(plan: Plan, window: WindowPlan | undefined): Day {
  const asOf = referenceDay(plan);
  return window === undefined ? asOf : (daysOf(window, asOf)?.to ?? asOf);
}

/** The figure as a cell of this input would say it; the nearest that the cell can say. */
export function textOf({ type }: InputPlan, figure: Rational): string {
  if (type.kind === "percent") return formatPercent(round(figure, mostPlaces, "half-up"));
  if (type.kind === "count") return formatDecimal(figure, 0, "half-up");
  const plain = round(figure, mostPlaces, "half-up");
  return formatExact(plain);
}

/** Makes an input come to a figure, as near as its cells can say it: of a computed one, those it is computed from. */
export function assign(plan: Plan, draft: Draft, index: number, figure: Rational): void {
  const input = plan.inputs[index];
  if (input === undefined) return;
  const { source } = input;
  if (source.from !== "inputs") {
    draft.texts.set(index, [
      input.sheets?.answers === undefined ? textOf(input, within(input, figure)) : answerNear(input, figure),
    ]);
    approve(plan, draft, input);
    return;
  }
  const operands = source.operands;
  const [first, second] = operands;
  const set = (operand: (typeof operands)[number] | undefined, value: Rational): void => {
    if (operand !== undefined && "input" in operand) assign(plan, draft, operand.input, value);
  };
  const fixed = (operand: (typeof operands)[number] | undefined): Rational | undefined =>
    operand !== undefined && "number" in operand ? operand.number : undefined;
  switch (source.calculation) {
    case "divide": {
      const parts = [first, second].map((operand) => limitsOf(plan, operand));
      const divisor = fixed(second) ?? divisorFor(figure, givenOf(plan, draft, second), parts);
      set(second, divisor);
      if (fixed(first) === undefined) set(first, multiply(figure, divisor));
      else if (!isZero(figure)) set(second, divide(fixed(first) ?? one, figure));
      return;
    }
    case "subtract": {
      const taken = fixed(second) ?? givenOf(plan, draft, second) ?? leastOf(plan, second);
      set(second, taken);
      set(first, add(figure, taken));
      return;
    }
    case "add": {
      const free = operands.filter((operand) => "input" in operand);
      const known = operands.reduce((sum, operand) => add(sum, fixed(operand) ?? zero), zero);
      const limits = free.map((operand) => limitsOf(plan, operand));
      const parts = partsOf(subtract(figure, known), limits);
      for (const [place, operand] of free.entries()) set(operand, parts[place] ?? zero);
      return;
    }
    case "multiply": {
      const known = operands.reduce((product, operand) => multiply(product, fixed(operand) ?? one), one);
      const free = operands.filter((operand) => "input" in operand);
      for (const operand of free.slice(1)) set(operand, one);
      if (!isZero(known)) set(free[0], divide(figure, known));
      return;
    }
    default:
      for (const operand of operands) set(operand, figure);
  }
}

/**
 * A divisor for which the figure's dividend is a whole number, both within their limits; first the one that stands
 * there already. Where there is none, the greatest for which the dividend, rounded, keeps to its limit.
 */
function divisorFor(
  figure: Rational,
  given: Rational | undefined,
  [dividends = anyFigure, divisors = anyFigure]: readonly FigureRange[],
): Rational {
  const [thousand, million] = [rational(1000), rational(1_000_000)];
  const candidates = [
    ...(given === undefined || isZero(given) ? [] : [given]),
    thousand,
    million,
    ...(figure.big === undefined ? [rational(figure.denominator)] : []),
  ];
  const exact = candidates.find((candidate) => {
    const dividend = multiply(figure, candidate);
    return isWhole(dividend) && isWithin(dividends, dividend) && isWithin(divisors, candidate);
  });
  if (exact !== undefined) return exact;
  const most = smaller(million, divisors.most ?? million);
  if (dividends.most === undefined || compare(figure, zero) <= 0) return most;
  return smaller(most, larger(one, floor(divide(dividends.most, figure))));
}

/** Figures that add up to a sum: equal shares, the first takes what is left over; what is past a limit goes to the others. */
function partsOf(sum: Rational, limits: readonly FigureRange[]): readonly Rational[] {
  const share = divide(sum, rational(Math.max(limits.length, 1)));
  // Whole numbers cannot all have the same share.
  const others = isWhole(sum) ? round(share, 0, "down") : share;
  const rest = subtract(sum, multiply(others, rational(limits.length - 1)));
  const parts = limits.map((range, index) => clamped(range, index === 0 ? rest : others));
  let left = subtract(sum, parts.reduce(add, zero));
  return parts.map((part, index) => {
    const changed = clamped(limits[index] ?? anyFigure, add(part, left));
    left = subtract(left, subtract(changed, part));
    return changed;
  });
}

const limitsOf = (plan: Plan, operand: Operand | undefined): FigureRange =>
  operand !== undefined && "input" in operand ? rangeOfInput(plan, operand.input) : anyFigure;

const isWithin = (range: FigureRange, figure: Rational): boolean =>
  compare(clamped(range, figure), figure) === 0;

const clamped = ({ least, most }: FigureRange, figure: Rational): Rational => {
  const raised = least === undefined ? figure : larger(least, figure);
  return most === undefined ? raised : smaller(most, raised);
};

/** What a draft already says of an input that is handed in. */
function givenOf(plan: Plan, draft: Draft, operand: Operand | undefined): Rational | undefined {
  if (operand === undefined || !("input" in operand)) return undefined;
  const input = plan.inputs[operand.input];
  const [text] = draft.texts.get(operand.input) ?? [];
  if (input === undefined || text === undefined) return undefined;
  const { value } = readCell(input, text);
  return value?.kind === "number" ? value.number : undefined;
}

const leastOf = (plan: Plan, operand: Operand | undefined): Rational => {
  const index = operand !== undefined && "input" in operand ? operand.input : undefined;
  const type = index === undefined ? undefined : plan.inputs[index]?.type;
  return type !== undefined && "least" in type ? (type.least ?? zero) : zero;
};

function within(input: InputPlan, figure: Rational): Rational {
  if (!("least" in input.type)) return figure;
  const { least, most } = input.type;
  if (least !== undefined && compare(figure, least) < 0) return least;
  return most !== undefined && compare(figure, most) > 0 ? most : figure;
}

/** The answer of a sheet that is worth the figure, or most nearly. */
function answerNear(input: InputPlan, figure: Rational): string {
  const answers = [...(input.sheets?.answers ?? [])];
  const far = (value: Rational): Rational => {
    const distance = subtract(value, figure);
    return compare(distance, zero) < 0 ? subtract(zero, distance) : distance;
  };
  return answers.reduce(
    (best, next) => (compare(far(next[1]), far(best[1])) < 0 ? next : best),
    answers[0] ?? ["", zero],
  )[0];
}

/** Sheets with a question of approval say that they approve. */
function approve(plan: Plan, draft: Draft, { sheets }: InputPlan): void {
  const verdict = sheets?.verdict;
  const type = verdict && plan.inputs[verdict.input]?.type;
  if (verdict === undefined || type?.kind !== "word") return;
  const word = type.words.find((candidate) => !verdict.disapproves.includes(candidate));
  if (word !== undefined) draft.texts.set(verdict.input, [word]);
}

export function say(plan: Plan, draft: Draft, index: number, text: string): void {
  for (const input of inputsBehind(plan, index)) {
    draft.texts.set(input, [text]);
    return;
  }
}

const notApplicable = "不适用";
export const exempt = (plan: Plan, draft: Draft, index: number): void =>
  say(plan, draft, index, notApplicable);

/** A figure in a range: an end that belongs to it, or just inside. */
export function figureIn({ low, high, lowOpen, highOpen }: Range, step: Rational): Rational {
  if (low !== undefined && !lowOpen) return low;
  if (low !== undefined) {
    const next = add(low, step);
    if (high === undefined || compare(next, high) < 0 || (!highOpen && compare(next, high) === 0))
      return next;
    return divide(add(low, high), rational(2));
  }
  if (high === undefined) return zero;
  return highOpen ? subtract(high, step) : high;
}

export const stepOf = ({ type }: InputPlan): Rational =>
  type.kind === "count" ? one : type.kind === "percent" ? rational(1, 1000) : rational(1, 10);

/** Makes a condition on inputs and events hold, or not hold; gives up silently where it cannot: samples are tried out. */
export function bring(plan: Plan, draft: Draft, condition: Condition, wanted: boolean): void {
  switch (condition.kind) {
    case "all":
    case "any": {
      const every = (condition.kind === "all") === wanted;
      const ranges = every ? joined(condition.conditions) : undefined;
      for (const inner of condition.conditions) {
        if (inner.kind === "number" && inner.subject.by === "input" && ranges !== undefined && wanted)
          continue;
        bring(plan, draft, inner, wanted);
        if (!every) break;
      }
      for (const [input, range] of ranges ?? []) if (wanted) place(plan, draft, input, range);
      return;
    }
    case "not":
      bring(plan, draft, condition.condition, !wanted);
      return;
    case "number": {
      if (condition.subject.by !== "input") return;
      const range = rangeOf(condition.operator, condition.value);
      const target = wanted ? range : outside(range);
      place(plan, draft, condition.subject.input, target);
      return;
    }
    case "word": {
      const type = plan.inputs[condition.input]?.type;
      const words = type?.kind === "word" ? type.words : [];
      const word = words.find((candidate) => condition.words.includes(candidate) === wanted);
      if (word !== undefined) say(plan, draft, condition.input, word);
      return;
    }
    case "yes":
      say(plan, draft, condition.input, wanted ? "是" : "否");
      return;
    case "event":
      happen(plan, draft, condition, wanted ? condition.atLeast : 0);
      return;
    case "relative": {
      if (condition.subject.by !== "input") return;
      // The worst of the highest-is-better lie low, and so do the best of the lowest-is-better.
      const low = ((condition.end === "worst") === (condition.better === "higher")) === wanted;
      assign(plan, draft, condition.subject.input, low ? zero : hundred);
      return;
    }
    default:
      return;
  }
}

/** The ranges that all conditions on one input leave it. */
function joined(conditions: readonly Condition[]): ReadonlyMap<number, Range> {
  const ranges = new Map<number, Range>();
  for (const condition of conditions) {
    if (condition.kind !== "number" || condition.subject.by !== "input") continue;
    const range = rangeOf(condition.operator, condition.value);
    const before = ranges.get(condition.subject.input);
    ranges.set(condition.subject.input, before === undefined ? range : meet(before, range));
  }
  return ranges;
}

const outside = ({ low, high, lowOpen, highOpen }: Range): Range =>
  low === undefined
    ? { low: high, lowOpen: !highOpen, high: undefined, highOpen: false }
    : { low: undefined, lowOpen: false, high: low, highOpen: !lowOpen };

/** Puts an input inside a range. */
export function place(plan: Plan, draft: Draft, index: number, range: Range): void {
  const input = plan.inputs[index];
  if (input === undefined) return;
  const limits: Range =
    "least" in input.type
      ? { low: input.type.least, high: input.type.most, lowOpen: false, highOpen: false }
      : { low: undefined, high: undefined, lowOpen: false, highOpen: false };
  const both = meet(range, limits);
  assign(plan, draft, index, figureIn(isEmpty(both) ? range : both, stepOf(input)));
}

/** So many events of the kinds and levels of a condition, within its window; others of them are taken out. */
export function happen(
  plan: Plan,
  draft: Draft,
  { events, levels, within: window }: EventCondition,
  times: number,
): void {
  const kept = draft.events.filter(
    ({ kind, level }) => !(events.includes(kind) && (levels === undefined || levels.includes(level))),
  );
  draft.events.splice(0, draft.events.length, ...kept);
  const [kind = ""] = events;
  const level = levels?.[0] ?? levelFor(plan, kind);
  for (let index = 0; index < times; index += 1)
    draft.events.push({ date: dayWithin(plan, window), kind, level });
}

/** A level that a rule with points for levels knows the kind by, or any that the rubric has. */
export function levelFor(plan: Plan, kind: string): string {
  const rule = plan.events.rules.find(({ events, levels }) => levels !== undefined && events.includes(kind));
  return [...(rule?.levels?.keys() ?? [])][0] ?? plan.events.levels?.[0] ?? "";
}

/** A day, as a cell says it. */
export const dayText = (day: Day): string => formatDay(day);
