import { compare, isZero, multiply, type Rational, rational } from "../base/rational.ts";
import { inputsOf } from "../rubric/compile-rule.ts";
import type { Condition, Plan, Subject } from "../rubric/plan.ts";
import { conditionsInside, decisiveConditions } from "../rubric/walk.ts";
import { unitIs } from "../scoring/profile.ts";
import { rangeOfInput } from "./condition-range.ts";
import { conditionKey, subjectKey } from "./keys.ts";
import type { KindOfUnit } from "./kinds-of-unit.ts";
import { beforeRounding, closed, isEmpty, meet, type Range, rangeOf } from "./range.ts";

/** What a path takes for granted of one subject. */
export type Assumption =
  | { readonly kind: "range"; readonly subject: Subject; readonly range: Range }
  | { readonly kind: "yes"; readonly input: number; readonly yes: boolean }
  | { readonly kind: "word"; readonly input: number; readonly word: string }
  | { readonly kind: "events"; readonly condition: EventCondition; readonly range: Range }
  | { readonly kind: "relative"; readonly condition: RelativeCondition; readonly among: boolean }
  /** What is on record of titles and earlier years. */
  | { readonly kind: "record"; readonly condition: RecordCondition; readonly holds: boolean }
  /** Whether a unit whom the rule fits has a place within its quota. */
  | { readonly kind: "quota"; readonly rule: number; readonly placed: boolean }
  /** Its cell says that it does not apply. */
  | { readonly kind: "not-applicable"; readonly subject: Subject };

type EventCondition = Extract<Condition, { kind: "event" }>;
export type RecordCondition = Extract<
  Condition,
  { kind: "title" | "predecessor" | "term-ends" | "status" | "standing" | "earlier" }
>;
type RelativeCondition = Extract<Condition, { kind: "relative" }>;

/** One way in which conditions can turn out: what has to be so, and what follows. */
export interface OnePath<T> {
  /** By what was asked. What is asked once has the same answers on every path: two of them are the same, or exclude each other. */
  readonly answers: ReadonlyMap<string, Assumption>;
  readonly result: T;
}

export interface Paths<T> {
  readonly list: readonly OnePath<T>[];
  /** Whether these are all; a rubric with very many conditions has too many. */
  readonly complete: boolean;
}

const mostPaths = 400;
/** Steps of the search, whether or not they lead anywhere. */
const mostSteps = 4000;

/** A condition turned over until something has to be assumed: a verdict (undefined: not to be told), or the question. */
type Verdict = boolean | undefined | { readonly ask: Question };

interface Question {
  readonly key: string;
  readonly answers: readonly Assumption[];
}

export interface Explorer {
  /** Every way in which the first of the conditions that holds can be this or that one; -1 where none does. */
  first(conditions: readonly (Condition | undefined)[], cut?: ReadonlySet<number>): Paths<number>;
}

/** Looks at conditions for one kind of unit, with what nodes of the tree can come to. */
export function createExplorer(
  plan: Plan,
  { unit, profile }: KindOfUnit,
  ranges: readonly Range[],
  roundLines: boolean,
): Explorer {
  const linesOf = createLines(plan, profile.points);
  const lineRange = (node: number, range: Range): Range =>
    meet(exactRange(plan, range, roundLines), ranges[node] ?? range);

  const verdictOf = (condition: Condition, state: ReadonlyMap<string, Assumption>): Verdict => {
    switch (condition.kind) {
      case "all":
        return several(condition.conditions, false, state);
      case "any":
        return several(condition.conditions, true, state);
      case "not": {
        const inner = verdictOf(condition.condition, state);
        return typeof inner === "boolean" ? !inner : inner;
      }
      case "category":
      case "tag":
      case "column":
        return unitIs(condition, unit);
      case "veto":
        return several(
          condition.vetoes.flatMap((index) => plan.vetoes[index]?.when ?? []),
          true,
          state,
          false,
        );
      case "gate": {
        // A gate whose own input does not apply stands in nobody's way; any other that cannot be told is unmet.
        const gates = condition.gates.flatMap((index) => plan.gates[index]?.requires ?? []);
        const stand = gates.filter(
          (gate) => gate.kind !== "yes" || state.get(`yes ${gate.input}`)?.kind !== "not-applicable",
        );
        const unmet = stand.map((gate): Condition => ({ kind: "not", condition: gate }));
        return several(unmet, true, state, true);
      }
      case "yes":
        return asked(
          `yes ${condition.input}`,
          state,
          () => yesOrNo(condition.input),
          (known) => (known.kind === "yes" ? known.yes : undefined),
        );
      case "word":
        return asked(
          `word ${condition.input}`,
          state,
          () => wordsOf(condition.input),
          (known) => (known.kind === "word" ? condition.words.includes(known.word) : undefined),
        );
      case "number":
        return numberVerdict(condition, state);
      case "event": {
        const key = eventKey(condition);
        return asked(
          key,
          state,
          () => countsOf(condition, linesOf.events.get(key) ?? []),
          (known) =>
            known.kind === "events"
              ? !isEmpty(meet(known.range, closed(rational(condition.atLeast), undefined)))
              : undefined,
        );
      }
      case "relative":
        return asked(
          `relative ${conditionKey(condition)}`,
          state,
          () => [true, false].map((among): Assumption => ({ kind: "relative", condition, among })),
          (known) => (known.kind === "relative" ? known.among : undefined),
        );
      case "title":
      case "predecessor":
      case "term-ends":
      case "status":
      case "standing":
      case "earlier":
        return asked(
          `record ${conditionKey(condition)}`,
          state,
          () => [true, false].map((holds): Assumption => ({ kind: "record", condition, holds })),
          (known) => (known.kind === "record" ? known.holds : undefined),
        );
      default:
        return condition satisfies never;
    }
  };

  /** As conditions are judged: one that decides does so whatever the others come to. `unknown` is what untold ones count as. */
  const several = (
    conditions: readonly Condition[],
    by: boolean,
    state: ReadonlyMap<string, Assumption>,
    unknown?: boolean,
  ): Verdict => {
    let ask: Verdict;
    let known = true;
    for (const condition of conditions) {
      const found = verdictOf(condition, state);
      const verdict = found === undefined && unknown !== undefined ? unknown : found;
      if (verdict === by) return by;
      if (verdict === undefined) known = false;
      else if (typeof verdict === "object") ask ??= verdict;
    }
    return ask ?? (known ? !by : undefined);
  };

  const asked = (
    key: string,
    state: ReadonlyMap<string, Assumption>,
    answers: () => readonly Assumption[],
    verdict: (known: Assumption) => boolean | undefined,
  ): Verdict => {
    const known = state.get(key);
    return known === undefined ? { ask: { key, answers: answers() } } : verdict(known);
  };

  /** Any cell may be blank or say 不适用; where only a veto or a gate asks for a yes, that comes to one of the answers. */
  const looked = inputsLookedAt(plan);
  const unless = (input: number, list: readonly Assumption[]): readonly Assumption[] =>
    looked.has(input) ? [...list, { kind: "not-applicable", subject: { by: "input", input } }] : list;
  const yesOrNo = (input: number): readonly Assumption[] =>
    unless(
      input,
      [true, false].map((yes) => ({ kind: "yes", input, yes })),
    );
  const wordsOf = (input: number): readonly Assumption[] => {
    const type = plan.inputs[input]?.type;
    return unless(
      input,
      type?.kind === "word" ? type.words.map((word) => ({ kind: "word", input, word })) : [],
    );
  };
  const countsOf = (condition: EventCondition, counts: readonly number[]): readonly Assumption[] => {
    const edges = [0, ...counts].sort((a, b) => a - b);
    return edges.map((from, index) => {
      const next = edges[index + 1];
      const range = closed(rational(from), next === undefined ? undefined : rational(next - 1));
      return { kind: "events", condition, range };
    });
  };

  const numberVerdict = (
    condition: Extract<Condition, { kind: "number" }>,
    state: ReadonlyMap<string, Assumption>,
  ): Verdict => {
    const line = linesOf.lineOf(condition);
    if (line === undefined) return undefined;
    const key = subjectKey(condition.subject);
    const known = state.get(key);
    if (known === undefined) {
      const { subject } = condition;
      const cells = linesOf.cells(key);
      if (subject.by === "input") {
        const { least, most } = rangeOfInput(plan, subject.input);
        const limits = closed(least, most);
        const answers = cells.map((cell) => meet(cell, limits)).filter((cell) => !isEmpty(cell));
        return {
          ask: {
            key,
            answers: unless(
              subject.input,
              answers.map((range) => ({ kind: "range", subject, range })),
            ),
          },
        };
      }
      const answers = cells.map((cell): Assumption => ({ kind: "range", subject, range: cell }));
      if (subject.by === "result") return { ask: { key, answers } };
      const possible = answers.filter(
        (answer) => answer.kind === "range" && !isEmpty(lineRange(subject.node, answer.range)),
      );
      return {
        ask: {
          key,
          answers: subject.node === 0 ? possible : [...possible, { kind: "not-applicable", subject }],
        },
      };
    }
    if (known.kind !== "range") return undefined;
    return !isEmpty(meet(known.range, rangeOf(condition.operator, line)));
  };

  /** Whom a rule fits may still find no place within its quota. */
  const placed = (rule: number, state: ReadonlyMap<string, Assumption>): Verdict =>
    asked(
      `quota ${rule}`,
      state,
      () => [true, false].map((held): Assumption => ({ kind: "quota", rule, placed: held })),
      (known) => (known.kind === "quota" ? known.placed : undefined),
    );

  return {
    first: (conditions, cut) => {
      const list: OnePath<number>[] = [];
      let steps = 0;
      const visit = (from: number, state: ReadonlyMap<string, Assumption>): void => {
        steps += 1;
        if (list.length >= mostPaths || steps > mostSteps) return;
        for (let index = from; index < conditions.length; index += 1) {
          const condition = conditions[index];
          const fits = condition === undefined ? true : verdictOf(condition, state);
          const verdict = fits === true && cut?.has(index) === true ? placed(index, state) : fits;
          if (verdict === true) {
            list.push({ answers: state, result: index });
            return;
          }
          if (typeof verdict === "object") {
            for (const answer of verdict.ask.answers)
              visit(index, new Map([...state, [verdict.ask.key, answer]]));
            return;
          }
        }
        list.push({ answers: state, result: -1 });
      };
      visit(0, new Map());
      return { list, complete: list.length < mostPaths && steps <= mostSteps };
    },
  };
}

/** The exact figures of a node for which a line on it comes out as assumed. */
export function exactRange(plan: Plan, range: Range, roundLines: boolean): Range {
  return roundLines && plan.rounding.lines === "rounded"
    ? beforeRounding(range, plan.rounding.places, plan.rounding.mode)
    : range;
}

/** The inputs of all conditions but plain vetoes and gates. */
function inputsLookedAt(plan: Plan): ReadonlySet<number> {
  const plain = new Set([
    ...plan.vetoes.map(({ when }) => when),
    ...plan.gates.map(({ requires }) => requires),
  ]);
  const others = decisiveConditions(plan).filter(
    (condition) => condition.kind !== "yes" || !plain.has(condition),
  );
  return new Set(others.flatMap(inputsOf));
}

const eventKey = ({ events, levels, within }: EventCondition): string =>
  `event ${JSON.stringify([events, levels, within])}`;

interface Lines {
  /** The line of a condition on the scale of the figures it is compared with; undefined where there is none. */
  lineOf(condition: Extract<Condition, { kind: "number" }>): Rational | undefined;
  /** The pieces into which the lines of all conditions cut a subject's figures, from the highest down. */
  cells(key: string): readonly Range[];
  readonly events: ReadonlyMap<string, readonly number[]>;
}

function createLines(plan: Plan, points: readonly (Rational | undefined)[]): Lines {
  /** Where a figure passes from one piece to the next: at a line, which belongs to the piece above or below it. */
  const edges = new Map<string, { at: Rational; up: boolean }[]>();
  const events = new Map<string, number[]>();
  const lineOf: Lines["lineOf"] = ({ subject, share, value }) => {
    if (!share || subject.by !== "score") return value;
    const most = points[subject.node];
    return most === undefined || isZero(most) ? undefined : multiply(value, most);
  };
  const cut = (condition: Extract<Condition, { kind: "number" }>): void => {
    const at = lineOf(condition);
    if (at === undefined) return;
    const list = edges.get(subjectKey(condition.subject)) ?? [];
    edges.set(subjectKey(condition.subject), list);
    const add = (up: boolean): void => {
      if (!list.some((edge) => edge.up === up && compare(edge.at, at) === 0)) list.push({ at, up });
    };
    const { operator } = condition;
    if (operator === "at-least" || operator === "below" || operator === "equals") add(true);
    if (operator === "above" || operator === "at-most" || operator === "equals") add(false);
  };
  for (const condition of decisiveConditions(plan).flatMap(conditionsInside)) {
    if (condition.kind === "number") cut(condition);
    if (condition.kind === "event") {
      const key = eventKey(condition);
      const counts = events.get(key) ?? [];
      if (!counts.includes(condition.atLeast)) events.set(key, [...counts, condition.atLeast]);
    }
  }
  const cells = (key: string): readonly Range[] => {
    const sorted = (edges.get(key) ?? []).sort((a, b) => compare(a.at, b.at) || Number(b.up) - Number(a.up));
    const pieces: Range[] = [];
    let low: Pick<Range, "low" | "lowOpen"> = { low: undefined, lowOpen: false };
    for (const { at, up } of sorted) {
      pieces.push({ ...low, high: at, highOpen: up });
      low = { low: at, lowOpen: !up };
    }
    pieces.push({ ...low, high: undefined, highOpen: false });
    return pieces.filter((piece) => !isEmpty(piece)).reverse();
  };
  return { lineOf, cells, events };
}
