import { type Assessment, assess } from "../assess.ts";
import { add, compare, divide, hundred, type Rational, rational, subtract, zero } from "../base/rational.ts";
import type { Unit } from "../evidence/evidence.ts";
import { plainStanding } from "../evidence/standing.ts";
import { readCell, type Value } from "../evidence/value.ts";
import { isError } from "../findings/finding.ts";
import type { LeafPlan, NodePlan, Plan } from "../rubric/plan.ts";
import { combine } from "../scoring/combine.ts";
import { computeInputs, inputsBehind } from "../scoring/compute.ts";
import { scoreLeaf } from "../scoring/score-leaf.ts";
import {
  assign,
  bring,
  copyOf,
  type Draft,
  exempt,
  happen,
  newDraft,
  place,
  referenceDay,
  say,
} from "./draft.ts";
import type { KindOfUnit } from "./kinds-of-unit.ts";
import { otherInputs, rawInputs, readsWorkedOut, sharers } from "./leaf-inputs.ts";
import { type Option, optionsOf } from "./options.ts";
import type { Assumption } from "./paths.ts";
import { includes, type Range } from "./range.ts";
import { eventsOf, evidenceOf, rowsOf, type Sample, type SampleUnit } from "./sample.ts";

/** Makes up units of one kind that do what is asked of them. What it finds is tried out; it may find nothing. */
export interface Solver {
  /** A unit that hands in the best (or worst) there is. */
  extreme(end: "best" | "worst"): Draft;
  /** Drafts for which the assumptions may hold, the likeliest first. `exact` says what a node's assumed figures are before rounding. */
  drafts(assumptions: readonly Assumption[], exact: (range: Range) => Range): Iterable<Draft>;
  /** What an indicator of a draft comes to. */
  pointsOf(draft: Draft, leaf: LeafPlan): Rational | undefined;
  /** The draft as the only unit of a sample, or among others that are worse or better. */
  samples(draft: Draft, others: number): Iterable<Sample>;
  /** The assessment of a sample; undefined where its data have errors. */
  run(sample: Sample): Assessment | undefined;
}

interface Rated {
  readonly option: Option;
  readonly points: Rational;
}

const ignore = (): void => undefined;
const noFigures = { points: undefined, due: zero, target: zero, each: zero };
const unitName = "示例单位";

export function createSolver(plan: Plan, kind: KindOfUnit): Solver {
  const { profile } = kind;
  const asOf = plan.events.needsAsOf ? referenceDay(plan) : undefined;
  const unit: Unit = { ...kind.unit, key: unitName, name: unitName };
  const leaves = plan.leaves.filter((leaf) => profile.reached[leaf.index] === true);
  const behind = new Map(leaves.map((leaf) => [leaf, rawInputs(plan, leaf)]));
  const sharing = sharers(leaves, behind);
  /** Indicators with inputs that are worked out from others, or brought together from several values. */
  const computes = new Set(leaves.filter((leaf) => readsWorkedOut(plan, leaf)));
  const ends = new Map<string, Draft>();
  const rated = new Map<LeafPlan, readonly Rated[]>();
  const needed = new Set([...[...behind.values()].flat(), ...otherInputs(plan)]);

  const known = new Map<LeafPlan, Map<string, Rational | undefined>>();
  /** Remembered by the texts that the indicator reads; what events do is worked out anew. */
  const pointsOf = (draft: Draft, leaf: LeafPlan): Rational | undefined => {
    const inputs = behind.get(leaf) ?? [];
    if (draft.events.length > 0 || inputs.length === 0) return workOut(draft, leaf);
    const key = inputs.map((input) => draft.texts.get(input)?.join("\u0001") ?? "\u0002").join("\u0003");
    const points = known.get(leaf) ?? new Map<string, Rational | undefined>();
    known.set(leaf, points);
    if (!points.has(key)) points.set(key, workOut(draft, leaf));
    return points.get(key);
  };

  /** One list for all: a new one for each indicator would be made a thousand times over. */
  const scratch: (Value | undefined)[] = new Array(plan.inputs.length);
  const workOut = (draft: Draft, leaf: LeafPlan): Rational | undefined => {
    const inputs = behind.get(leaf) ?? [];
    readInto(scratch, plan, draft, inputs);
    const points = scoreWith(
      draft,
      leaf,
      computes.has(leaf) ? computeInputs(plan, scratch, unitName, ignore) : scratch,
    );
    for (const input of inputs) scratch[input] = undefined;
    return points;
  };
  const scoreWith = (
    draft: Draft,
    leaf: LeafPlan,
    all: readonly (Value | undefined)[],
  ): Rational | undefined => {
    const facts = {
      unit,
      values: all,
      score: () => undefined,
      points: () => undefined,
      relations: () => ({ figures: () => [zero, hundred] }),
      events: eventsOf(draft),
      asOf,
      vetoes: [],
      unmetGates: [],
      standing: plainStanding,
      inherited: [],
      history: [],
      every: 1,
      result: () => undefined,
      missing: ignore,
    };
    const figures = profile.figures[leaf.index] ?? noFigures;
    return scoreLeaf(leaf, { plan, facts, figures, report: ignore }).earned;
  };

  /** The options of an indicator with what they earn, from the fewest points to the most. */
  const ratedOf = (leaf: LeafPlan): readonly Rated[] => {
    let known = rated.get(leaf);
    if (known === undefined) {
      const found: Rated[] = [];
      for (const option of optionsOf(plan, leaf, profile)) {
        const draft = newDraft();
        option(draft);
        const points = pointsOf(draft, leaf);
        if (points !== undefined && !found.some((other) => compare(other.points, points) === 0))
          found.push({ option, points });
      }
      known = found.sort((a, b) => compare(a.points, b.points));
      rated.set(leaf, known);
    }
    return known;
  };

  /** Deductions are best where they take nothing. */
  const endOf = (leaf: LeafPlan, end: "best" | "worst"): Rated | undefined =>
    ratedOf(leaf).at((leaf.part === "deduction") === (end === "best") ? 0 : -1);

  const extreme: Solver["extreme"] = (end) => {
    const made = ends.get(end) ?? makeExtreme(end);
    ends.set(end, made);
    return copyOf(made);
  };
  const makeExtreme = (end: "best" | "worst"): Draft => {
    const draft = newDraft();
    for (const leaf of leaves) endOf(leaf, end)?.option(draft);
    const best = end === "best";
    for (const [leaf, others] of sharing) compromise(draft, leaf, others, best);
    for (const { when } of plan.vetoes) bring(plan, draft, when, !best);
    for (const { requires } of plan.gates) bring(plan, draft, requires, best);
    fill(plan, draft, needed);
    return draft;
  };

  /** What indicators share was last written for one of them: it is written anew for another where all of them gain by that. */
  const compromise = (draft: Draft, leaf: LeafPlan, others: readonly LeafPlan[], best: boolean): void => {
    const together = (of: Draft): Rational =>
      [leaf, ...others].reduce((sum, one) => {
        const points = pointsOf(of, one) ?? zero;
        return one.part === "deduction" ? subtract(sum, points) : add(sum, points);
      }, zero);
    const own = endOf(leaf, best ? "best" : "worst");
    const now = pointsOf(draft, leaf);
    if (own === undefined || (now !== undefined && compare(now, own.points) === 0)) return;
    const trial = copyOf(draft);
    own.option(trial);
    const order = compare(together(trial), together(draft));
    if (best ? order <= 0 : order >= 0) return;
    for (const [input, texts] of trial.texts) draft.texts.set(input, texts);
  };

  const scoreOf = (node: NodePlan, points: readonly (Rational | undefined)[]): Rational | undefined => {
    const { total, earned } = combine({ plan, profile, leaves: points, meanShare: () => zero });
    return node.index === 0 ? total : earned[node.index];
  };

  /** A draft with what each indicator of it comes to. */
  const open = (draft: Draft): Working => {
    const points: (Rational | undefined)[] = new Array(plan.entries.length);
    for (const leaf of leaves) points[leaf.entry] = pointsOf(draft, leaf);
    return { draft, points };
  };
  const take = (working: Working, leaf: LeafPlan, { option }: Rated): void => {
    option(working.draft);
    working.points[leaf.entry] = pointsOf(working.draft, leaf);
    for (const touched of sharing.get(leaf) ?? [])
      working.points[touched.entry] = pointsOf(working.draft, touched);
  };

  const moveToEnd = (working: Working, leaf: LeafPlan, end: "best" | "worst"): void => {
    const rating = endOf(leaf, end);
    if (rating !== undefined) take(working, leaf, rating);
  };

  /** Moves the indicators below a node, all of them free to move, until it comes to lie in the range. */
  const aim = (
    start: Working,
    node: NodePlan,
    range: Range,
    free: readonly LeafPlan[],
  ): Working | undefined => {
    const within = (working: Working): number => sideOf(range, scoreOf(node, working.points));
    if (within(start) === 0) return start;
    const moving = free.filter((leaf) => isBelow(plan, leaf, node));
    if (within(start) < 0) {
      const up = copyWorking(start);
      for (const leaf of moving) moveToEnd(up, leaf, "best");
      if (within(up) === 0) return up;
      return within(up) < 0 ? undefined : lower(up, moving, within);
    }
    return lower(start, moving, within);
  };

  /** From above the range down: the first indicators to their worst, until one more would pass it; that one in steps. */
  const lower = (
    from: Working,
    moving: readonly LeafPlan[],
    within: (working: Working) => number,
  ): Working | undefined => {
    const down = (count: number): Working => {
      const working = copyWorking(from);
      for (const leaf of moving.slice(0, count)) moveToEnd(working, leaf, "worst");
      return working;
    };
    let low = 0;
    let high = moving.length;
    if (within(down(high)) > 0) return undefined;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (within(down(middle)) > 0) low = middle;
      else high = middle;
    }
    const passed = down(high);
    if (within(passed) === 0) return passed;
    // What is past the range is made up for by the indicators that were taken down, each as far as it may.
    let working = passed;
    for (const leaf of moving.slice(0, high).reverse()) {
      const options = leaf.part === "deduction" ? [...ratedOf(leaf)].reverse() : ratedOf(leaf);
      for (const rating of options) {
        const next = copyWorking(working);
        take(next, leaf, rating);
        const side = within(next);
        if (side === 0) return next;
        if (side > 0) {
          const between = bisect(working, next, leaf, within);
          if (between !== undefined) return between;
          break;
        }
        working = next;
      }
    }
    return undefined;
  };

  /** Between two figures of an indicator with one number for an input, the one below the range and the one above. */
  const bisect = (
    below: Working,
    above: Working,
    leaf: LeafPlan,
    within: (working: Working) => number,
  ): Working | undefined => {
    const input = leaf.variants[0]?.inputs[0];
    const plain = leaf.variants.length === 1 && input !== undefined ? plan.inputs[input] : undefined;
    if (input === undefined || plain === undefined || !("least" in plain.type)) return undefined;
    let [from, to] = [figureOf(plan, below.draft, input), figureOf(plan, above.draft, input)];
    for (let round = 0; round < 24 && from !== undefined && to !== undefined; round += 1) {
      const middle: Rational = divide(add(from, to), rational(2));
      const next = copyWorking(below);
      take(next, leaf, { option: (draft) => assign(plan, draft, input, middle), points: zero });
      const side = within(next);
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
  };

  const drafts: Solver["drafts"] = function* (assumptions, exact) {
    const scores = assumptions
      .flatMap((assumption) =>
        (assumption.kind === "range" || assumption.kind === "not-applicable") &&
        assumption.subject.by === "score"
          ? [{ assumption, node: assumption.subject.node }]
          : [],
      )
      .sort((a, b) => b.node - a.node); // groups stand before what is in them, so that the deepest come first
    // First the ends as they are; only where neither will do is anything moved.
    const starts = (["best", "worst"] as const).flatMap((end) => [{ end, move: false }]);
    const tries = [...starts, ...starts.map(({ end }) => ({ end, move: true }))];
    for (const { end, move } of tries) {
      const draft = extreme(end);
      const fixed = new Set<number>();
      for (const assumption of assumptions) settle(plan, draft, assumption, fixed);
      fill(plan, draft, needed);
      let working: Working | undefined = open(draft);
      let free = leaves.filter((leaf) => !(behind.get(leaf) ?? []).some((input) => fixed.has(input)));
      for (const { assumption, node: index } of scores) {
        const node = plan.nodes[index];
        if (working === undefined || node === undefined) break;
        const here: readonly LeafPlan[] = free.filter((leaf) => isBelow(plan, leaf, node));
        if (assumption.kind === "not-applicable") {
          for (const leaf of here)
            for (const input of behind.get(leaf) ?? []) exempt(plan, working.draft, input);
          working = open(working.draft);
        } else if (assumption.kind === "range") {
          const range = exact(assumption.range);
          const lies: boolean = sideOf(range, scoreOf(node, working.points)) === 0;
          if (!lies) working = move ? aim(working, node, range, free) : undefined;
        }
        if (index !== 0) free = free.filter((leaf) => !here.includes(leaf));
      }
      if (working !== undefined) yield working.draft;
    }
  };

  const sampleUnit = (draft: Draft, name: string): SampleUnit => ({
    name,
    columns: kind.columns,
    texts: draft.texts,
    events: draft.events,
  });

  const samples: Solver["samples"] = function* (draft, others) {
    const own = sampleUnit(draft, unitName);
    const many = (end: "best" | "worst"): readonly SampleUnit[] =>
      Array.from({ length: others }, (_, index) =>
        sampleUnit(extreme(end), `${end === "best" ? "较好单位" : "较差单位"}${index + 1}`),
      );
    yield { units: [own], asOf };
    if (others === 0) return;
    yield { units: [own, ...many("best"), ...many("worst")], asOf };
    yield { units: [own, ...many("worst")], asOf };
    yield { units: [own, ...many("best")], asOf };
  };

  const run: Solver["run"] = (sample) => {
    const assessed = assess(plan, evidenceOf(plan, sample), sample.asOf);
    return assessed.ok && !assessed.findings.some(isError) ? assessed.value : undefined;
  };
  return { extreme, drafts, pointsOf, samples, run };
}

interface Working {
  readonly draft: Draft;
  readonly points: (Rational | undefined)[];
}
const copyWorking = ({ draft, points }: Working): Working => ({ draft: copyOf(draft), points: [...points] });

/** Below the range -1, in it 0, above it 1; a node that does not apply is nowhere near. */
function sideOf(range: Range, figure: Rational | undefined): number {
  if (figure === undefined) return -1;
  if (includes(range, figure)) return 0;
  const { low, high } = range;
  if (low !== undefined && compare(figure, low) <= 0) return -1;
  return high !== undefined && compare(figure, high) >= 0 ? 1 : -1;
}

function isBelow(plan: Plan, leaf: LeafPlan, node: NodePlan): boolean {
  for (let at: NodePlan | undefined = leaf; at !== undefined; at = plan.nodes[at.parent])
    if (at.index === node.index) return true;
  return false;
}

/** The values of some inputs of a draft, as the evidence would have them. */
function readInto(
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

/** What an input of a draft comes to. */
function figureOf(plan: Plan, draft: Draft, index: number): Rational | undefined {
  const given: (Value | undefined)[] = new Array(plan.inputs.length);
  readInto(given, plan, draft, inputsBehind(plan, index));
  const value = computeInputs(plan, given, unitName, ignore)[index];
  return value?.kind === "number" ? value.number : undefined;
}

/** What an assumption asks of the data themselves; `fixed` takes down which inputs must not move any more. */
function settle(plan: Plan, draft: Draft, assumption: Assumption, fixed: Set<number>): void {
  const hold = (input: number): void => {
    for (const raw of inputsBehind(plan, input)) fixed.add(raw);
  };
  switch (assumption.kind) {
    case "range":
      if (assumption.subject.by !== "input") return;
      place(plan, draft, assumption.subject.input, assumption.range);
      hold(assumption.subject.input);
      return;
    case "yes":
      say(plan, draft, assumption.input, assumption.yes ? "是" : "否");
      hold(assumption.input);
      return;
    case "word":
      say(plan, draft, assumption.input, assumption.word);
      hold(assumption.input);
      return;
    case "events":
      happen(plan, draft, assumption.condition, Number(assumption.range.low?.numerator ?? 0));
      return;
    case "not-applicable":
      if (assumption.subject.by !== "input") return;
      exempt(plan, draft, assumption.subject.input);
      hold(assumption.subject.input);
      return;
    default:
      return;
  }
}

/** Inputs that nothing has spoken of yet, but that somebody would miss. */
function fill(plan: Plan, draft: Draft, needed: ReadonlySet<number>): void {
  for (const input of plan.inputs) {
    if (input.source.from === "inputs" || draft.texts.has(input.index) || !needed.has(input.index)) continue;
    const { type } = input;
    if (type.kind === "yes-no") draft.texts.set(input.index, ["否"]);
    else if (type.kind === "word") draft.texts.set(input.index, [type.words[0] ?? ""]);
    else if (type.kind !== "date") assign(plan, draft, input.index, type.least ?? zero);
  }
}
