import { type Assessment, assess } from "../assess.ts";
import { once } from "../base/once.ts";
import { add, compare, divide, type Rational, rational, zero } from "../base/rational.ts";
import type { Value } from "../evidence/value.ts";
import { isError } from "../findings/finding.ts";
import type { LeafPlan, NodePlan, Plan } from "../rubric/plan.ts";
import { combine } from "../scoring/combine.ts";
import { computeInputs, inputsBehind } from "../scoring/compute.ts";
import type { Assumption } from "./assumption.ts";
import { assign, copyOf, type Draft, exempt } from "./draft.ts";
import type { KindOfUnit } from "./kinds-of-unit.ts";
import { isOfResult } from "./questions.ts";
import { includes, type Range } from "./range.ts";
import type { Attainable } from "./ranges.ts";
import {
  copyWorking,
  createRating,
  endOf,
  extremeUnit,
  fill,
  open,
  pointsOf,
  type Rating,
  ratedOf,
  readInto,
  take,
  unitName,
  type Working,
} from "./rating.ts";
import { evidenceOf, type Sample, type SampleUnit } from "./sample.ts";
import { settle } from "./settle.ts";
import { wholeUnits } from "./whole-units.ts";

/** Makes up units of one kind that do what is asked of them. What it finds is tried out; it may find nothing. */
export interface Solver {
  /** A unit that hands in the best (or worst) there is. */
  extreme(end: "best" | "worst"): Draft;
  /** Units of all sorts: the best, the worst, one that hands nothing in, and some that are mixed. */
  whole(): readonly Draft[];
  /** Drafts for which the assumptions may hold, the likeliest first. `exact` says what a node's assumed figures are before rounding. */
  drafts(assumptions: readonly Assumption[], exact: (range: Range) => Range): Iterable<Draft>;
  /** What an indicator of a draft comes to. */
  pointsOf(draft: Draft, leaf: LeafPlan): Rational | undefined;
  /** The draft as the only unit of a sample, or among others that are worse or better. */
  samples(draft: Draft, others: number): Iterable<Sample>;
  /** The assessment of a sample; undefined where its data have errors. */
  run(sample: Sample): Assessment | undefined;
}

const ignore = (): void => undefined;

export function createSolver(plan: Plan, kind: KindOfUnit, ranges: Attainable): Solver {
  const rating = createRating(plan, kind, ranges);
  return {
    extreme: (end) => extreme(rating, end),
    whole: once(() => wholeUnits(rating)),
    drafts: (assumptions, exact) => draftsFor(rating, assumptions, exact),
    pointsOf: (draft, leaf) => pointsOf(rating, draft, leaf),
    samples: (draft, others) => samplesOf(rating, draft, others),
    run: (sample) => {
      const assessed = assess(plan, evidenceOf(plan, sample), sample.asOf);
      return assessed.ok && !assessed.findings.some(isError) ? assessed.value : undefined;
    },
  };
}

const extreme = (rating: Rating, end: "best" | "worst"): Draft => copyOf(extremeUnit(rating, end).draft);

// A generator made for each rubric would keep all of that rubric until the whole heap is gone through: the
// engine makes lasting objects for every one.

function* draftsFor(
  rating: Rating,
  assumptions: readonly Assumption[],
  exact: (range: Range) => Range,
): Generator<Draft> {
  const { plan, leaves, behind } = rating;
  const scores = assumptions
    .flatMap((assumption) =>
      (assumption.kind === "range" || assumption.kind === "not-applicable") &&
      assumption.subject.by === "score" &&
      isOfResult(plan, assumption.subject)
        ? [{ assumption, node: assumption.subject.node }]
        : [],
    )
    .sort((a, b) => b.node - a.node); // groups stand before what is in them, so that the deepest come first
  const runs = runsFor(rating, assumptions, exact);
  // First the ends as they are; only where neither will do is anything moved.
  const starts = (["best", "worst"] as const).flatMap((end) => [{ end, move: false }]);
  const tries = [...starts, ...starts.map(({ end }) => ({ end, move: true }))];
  for (const { end, move } of tries) {
    let working: Working | undefined = copyWorking(extremeUnit(rating, end));
    const fixed = new Set<number>();
    if (!assumptions.every(isOfScore)) {
      for (const assumption of assumptions) settle(plan, working.draft, assumption, fixed);
      fill(rating, working.draft);
      working = open(rating, working.draft);
    }
    let free = leaves.filter((leaf) => !(behind[leaf.index] ?? []).some((input) => fixed.has(input)));
    for (const { assumption, node: index } of scores) {
      const node = plan.nodes[index];
      if (working === undefined || node === undefined) break;
      if (assumption.kind === "not-applicable") {
        for (const leaf of free.filter((leaf) => isBelow(plan, leaf, node)))
          for (const input of behind[leaf.index] ?? []) exempt(plan, working.draft, input);
        working = open(rating, working.draft);
      } else if (assumption.kind === "range") {
        const goal: Goal = { rating, node, range: exact(assumption.range) };
        if (sideOf(goal, working) !== 0) working = move ? aim(goal, working, free) : undefined;
      }
      if (index !== 0) free = free.filter((leaf) => !isBelow(plan, leaf, node));
    }
    if (working !== undefined) yield runs === undefined ? working.draft : { ...working.draft, runs };
  }
}

/** What is handed in for the other runs of the rubric of which something is assumed. */
function runsFor(
  rating: Rating,
  assumptions: readonly Assumption[],
  exact: (range: Range) => Range,
): Draft["runs"] {
  const { plan } = rating;
  const byPhase = new Map<number, Assumption[]>();
  for (const assumption of assumptions) {
    if (assumption.kind !== "range" || assumption.subject.by !== "score") continue;
    const { phase, node } = assumption.subject;
    if (phase === undefined || isOfResult(plan, assumption.subject)) continue;
    const list = byPhase.get(phase) ?? [];
    byPhase.set(phase, list);
    list.push({ ...assumption, subject: { by: "score", node, phase: undefined } });
  }
  if (byPhase.size === 0) return undefined;
  return new Map(
    [...byPhase].flatMap(([phase, own]) => {
      const [draft] = draftsFor(rating, own, exact);
      return draft === undefined ? [] : [[phase, draft.texts] as const];
    }),
  );
}

function* samplesOf(rating: Rating, draft: Draft, others: number): Generator<Sample> {
  const { kind, asOf } = rating;
  const own = sampleUnit(kind, draft, unitName);
  const many = (end: "best" | "worst"): readonly SampleUnit[] =>
    Array.from({ length: others }, (_, index) =>
      sampleUnit(kind, extreme(rating, end), `${end === "best" ? "较好单位" : "较差单位"}${index + 1}`),
    );
  yield { units: [own], asOf };
  if (others === 0) return;
  yield { units: [own, ...many("best"), ...many("worst")], asOf };
  yield { units: [own, ...many("worst")], asOf };
  yield { units: [own, ...many("best")], asOf };
}

const sampleUnit = ({ columns }: KindOfUnit, { texts, events, runs }: Draft, name: string): SampleUnit => ({
  name,
  columns,
  texts,
  events,
  ...(runs === undefined ? {} : { runs }),
});

/** A node that is to come to lie in a range. */
interface Goal {
  readonly rating: Rating;
  readonly node: NodePlan;
  readonly range: Range;
}

/** Below the range -1, in it 0, above it 1; a node that does not apply is nowhere near. */
function sideOf({ rating, node, range }: Goal, { points }: Working): number {
  const { plan, kind } = rating;
  const { total, earned } = combine({ plan, profile: kind.profile, leaves: points, meanShare: () => zero });
  const figure = node.index === 0 ? total : earned[node.index];
  if (figure === undefined) return -1;
  if (includes(range, figure)) return 0;
  const { low, high } = range;
  if (low !== undefined && compare(figure, low) <= 0) return -1;
  return high !== undefined && compare(figure, high) >= 0 ? 1 : -1;
}

function moveToEnd(rating: Rating, working: Working, leaf: LeafPlan, end: "best" | "worst"): void {
  const rated = endOf(rating, leaf, end);
  if (rated !== undefined) take(rating, working, leaf, rated.option);
}

/** Moves the indicators below a node, all of them free to move, until it comes to lie in the range. */
function aim(goal: Goal, start: Working, free: readonly LeafPlan[]): Working | undefined {
  const { rating, node } = goal;
  const side = sideOf(goal, start);
  if (side === 0) return start;
  const moving = free.filter((leaf) => isBelow(rating.plan, leaf, node));
  if (side > 0) return lower(goal, start, moving);
  const up = copyWorking(start);
  for (const leaf of moving) moveToEnd(rating, up, leaf, "best");
  const reached = sideOf(goal, up);
  if (reached === 0) return up;
  if (reached > 0) return lower(goal, up, moving);
  if (!moving.some((leaf) => raise(goal, up, leaf))) return undefined;
  return sideOf(goal, up) === 0 ? up : lower(goal, up, moving);
}

/** Points without a limit are not at an end where the options are: twice as often, and again, until it is enough. */
function raise(goal: Goal, working: Working, leaf: LeafPlan): boolean {
  const { rating } = goal;
  const { plan, kind } = rating;
  const input = leaf.variants[0]?.inputs[0];
  if (leaf.rule.kind !== "each-time" || kind.profile.points[leaf.index] !== undefined) return false;
  if (leaf.rule.times !== undefined || input === undefined) return false;
  for (let times = 32; times < 1_000_000; times *= 2) {
    take(rating, working, leaf, (draft) => assign(plan, draft, input, rational(times)));
    if (sideOf(goal, working) >= 0) return true;
  }
  return false;
}

/** From above the range down: the first indicators to their worst, until one more would pass it; that one in steps. */
function lower(goal: Goal, from: Working, moving: readonly LeafPlan[]): Working | undefined {
  const { rating } = goal;
  const down = (count: number): Working => {
    const working = copyWorking(from);
    for (const leaf of moving.slice(0, count)) moveToEnd(rating, working, leaf, "worst");
    return working;
  };
  let low = 0;
  let high = moving.length;
  if (sideOf(goal, down(high)) > 0) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sideOf(goal, down(middle)) > 0) low = middle;
    else high = middle;
  }
  const passed = down(high);
  if (sideOf(goal, passed) === 0) return passed;
  // What is past the range is made up for by the indicators that were taken down, each as far as it may.
  let working = passed;
  for (const leaf of moving.slice(0, high).reverse()) {
    const options = leaf.part === "deduction" ? [...ratedOf(rating, leaf)].reverse() : ratedOf(rating, leaf);
    for (const { option } of options) {
      const next = copyWorking(working);
      take(rating, next, leaf, option);
      const side = sideOf(goal, next);
      if (side === 0) return next;
      if (side > 0) {
        const between = bisect(goal, working, next, leaf);
        if (between !== undefined) return between;
        break;
      }
      working = next;
    }
  }
  return undefined;
}

/** Between two figures of an indicator with one number for an input, the one below the range and the one above. */
function bisect(goal: Goal, below: Working, above: Working, leaf: LeafPlan): Working | undefined {
  const { rating } = goal;
  const { plan } = rating;
  const input = leaf.variants[0]?.inputs[0];
  const plain = leaf.variants.length === 1 && input !== undefined ? plan.inputs[input] : undefined;
  if (input === undefined || plain === undefined || !("least" in plain.type)) return undefined;
  let [from, to] = [figureOf(plan, below.draft, input), figureOf(plan, above.draft, input)];
  for (let round = 0; round < 24 && from !== undefined && to !== undefined; round += 1) {
    const middle: Rational = divide(add(from, to), rational(2));
    const next = copyWorking(below);
    take(rating, next, leaf, (draft) => assign(plan, draft, input, middle));
    const side = sideOf(goal, next);
    if (side === 0) return next;
    const reached = figureOf(plan, next.draft, input);
    if (reached === undefined) return undefined;
    if (side < 0) {
      if (compare(reached, from) === 0) return undefined;
      from = reached;
    } else {
      if (compare(reached, to) === 0) return undefined;
      to = reached;
    }
  }
  return undefined;
}

function isBelow(plan: Plan, leaf: LeafPlan, node: NodePlan): boolean {
  for (let at: NodePlan | undefined = leaf; at !== undefined; at = plan.nodes[at.parent])
    if (at.index === node.index) return true;
  return false;
}

/** What an input of a draft comes to. */
function figureOf(plan: Plan, draft: Draft, index: number): Rational | undefined {
  const given: (Value | undefined)[] = new Array(plan.inputs.length);
  readInto(given, plan, draft, inputsBehind(plan, index));
  const value = computeInputs(plan, given, unitName, ignore)[index];
  return value?.kind === "number" ? value.number : undefined;
}

/** Whether an assumption asks nothing of the data themselves. */
const isOfScore = (assumption: Assumption): boolean =>
  "subject" in assumption && assumption.subject.by === "score";
