import { flatMap } from "../base/flat-map.ts";
import { forLast } from "../base/once.ts";
import { groupBy } from "../base/order.ts";
import { compare, isZero, multiply, type Rational, rational } from "../base/rational.ts";
import { inputsOf } from "../rubric/compile-rule.ts";
import type { Condition, Figure, Plan, QuotaPlan, Subject } from "../rubric/plan.ts";
import { conditionsInside, decisiveConditions } from "../rubric/walk.ts";
import { figureFor } from "../scoring/profile.ts";
import type { Assumption, EventCondition } from "./assumption.ts";
import { rangeOfInput } from "./condition-range.ts";
import { conditionKey, subjectKey } from "./keys.ts";
import type { KindOfUnit } from "./kinds-of-unit.ts";
import { beforeRounding, closed, isEmpty, meet, type Range, rangeOf } from "./range.ts";
import type { Attainable } from "./ranges.ts";

/** A condition on data, scores or records; one that asks for several things, or for the kind of unit, has its own way. */
export type Asking = Exclude<
  Condition,
  { kind: "all" | "any" | "not" | "category" | "tag" | "column" | "veto" | "gate" }
>;
export const isAsking = (condition: Condition): condition is Asking => !notAsking.includes(condition.kind);
const notAsking: readonly Condition["kind"][] = [
  "all",
  "any",
  "not",
  "category",
  "tag",
  "column",
  "veto",
  "gate",
];
type NumberCondition = Extract<Condition, { kind: "number" }>;

/** What has to be known for a condition to be judged, with all that can be the case. */
export interface Question {
  readonly key: string;
  readonly answers: readonly Assumption[];
  /** What the condition comes to where that is the case; undefined where it cannot be told. */
  verdict(known: Assumption): boolean | undefined;
}

/** What conditions ask of one kind of unit, with what nodes of the tree can come to. Every question is made once. */
export interface Questions {
  /** Undefined where nothing can be known of it: a share of points without a limit. */
  of(condition: Asking): Question | undefined;
  /** Whom a rule fits may still find no place within its quota. */
  quota(rule: number): Question;
}

export function createQuestions(
  plan: Plan,
  { unit, profile }: KindOfUnit,
  ranges: Pick<Attainable, "reaches">,
  roundLines: boolean,
): Questions {
  const lines = createLines(plan, profile.points);
  const answers = new Map<string, readonly Assumption[]>();
  const known = new Map<Asking, Question | undefined>();
  const quotas = new Map<number, Question>();
  /** Any cell may be blank or say 不适用; where only a veto or a gate asks for a yes, that comes to one of the answers. */
  const looked = inputsLookedAt(plan);
  const unless = (input: number, list: readonly Assumption[]): readonly Assumption[] =>
    looked.has(input) ? [...list, { kind: "not-applicable", subject: { by: "input", input } }] : list;

  const figuresOf = ({ subject }: NumberCondition, key: string): readonly Assumption[] => {
    const cells = lines.cells(key);
    const within = (list: readonly Range[]) =>
      list.map((range): Assumption => ({ kind: "range", subject, range }));
    if (subject.by === "result") return within(cells);
    if (subject.by === "input") {
      const { least, most } = rangeOfInput(plan, subject.input);
      const limits = closed(least, most);
      return unless(
        subject.input,
        within(cells.map((cell) => meet(cell, limits)).filter((cell) => !isEmpty(cell))),
      );
    }
    const possible = within(
      cells.filter((cell) => ranges.reaches(subject.node, exactRange(plan, cell, roundLines))),
    );
    // There is always a total, but not of a run in which a unit takes no part.
    return subject.node === 0 && isOfResult(plan, subject)
      ? possible
      : [...possible, { kind: "not-applicable", subject }];
  };

  const hasPlaces = (rule: number): boolean => {
    const quota = plan.outcomes[rule]?.quota;
    const places = quota && figureFor(placesOf(quota), unit);
    return places === undefined || !isZero(places);
  };

  const question = (
    key: string,
    make: () => readonly Assumption[],
    verdict: Question["verdict"],
  ): Question => {
    const list = answers.get(key) ?? make();
    answers.set(key, list);
    return { key, answers: list, verdict: remembered(verdict) };
  };

  const make = (condition: Asking): Question | undefined => {
    switch (condition.kind) {
      case "yes": {
        const { input } = condition;
        return question(
          `yes ${input}`,
          () =>
            unless(
              input,
              [true, false].map((yes) => ({ kind: "yes", input, yes })),
            ),
          (answer) => (answer.kind === "yes" ? answer.yes : undefined),
        );
      }
      case "word": {
        const { input, words } = condition;
        const type = plan.inputs[input]?.type;
        const all = type?.kind === "word" ? type.words : [];
        return question(
          `word ${input}`,
          () =>
            unless(
              input,
              all.map((word) => ({ kind: "word", input, word })),
            ),
          (answer) => (answer.kind === "word" ? words.includes(answer.word) : undefined),
        );
      }
      case "number": {
        const line = lines.lineOf(condition);
        if (line === undefined) return undefined;
        const fitting = rangeOf(condition.operator, line);
        const key = subjectKey(condition.subject);
        return question(
          key,
          () => figuresOf(condition, key),
          (answer) => (answer.kind === "range" ? !isEmpty(meet(answer.range, fitting)) : undefined),
        );
      }
      case "event": {
        const enough = closed(rational(condition.atLeast), undefined);
        const key = eventKey(condition);
        return question(
          key,
          () => countsOf(condition, lines.events.get(key) ?? []),
          (answer) => (answer.kind === "events" ? !isEmpty(meet(answer.range, enough)) : undefined),
        );
      }
      case "relative":
        return question(
          `relative ${conditionKey(condition)}`,
          () => [true, false].map((among) => ({ kind: "relative", condition, among })),
          (answer) => (answer.kind === "relative" ? answer.among : undefined),
        );
      case "title":
      case "predecessor":
      case "term-ends":
      case "status":
      case "standing":
      case "earlier":
        return question(
          `record ${conditionKey(condition)}`,
          () => [true, false].map((holds) => ({ kind: "record", condition, holds })),
          (answer) => (answer.kind === "record" ? answer.holds : undefined),
        );
      default:
        return condition satisfies never;
    }
  };

  return {
    of: (condition) => {
      const before = known.get(condition);
      if (before !== undefined || known.has(condition)) return before;
      const made = make(condition);
      known.set(condition, made);
      return made;
    },
    quota: (rule) => {
      const made =
        quotas.get(rule) ??
        question(
          `quota ${rule}`,
          () =>
            (hasPlaces(rule) ? [true, false] : [false]).map((placed) => ({ kind: "quota", rule, placed })),
          (answer) => (answer.kind === "quota" ? answer.placed : undefined),
        );
      quotas.set(rule, made);
      return made;
    },
  };
}

/** Answers are asked for again and again on the way from one path to the next. */
function remembered(verdict: Question["verdict"]): Question["verdict"] {
  const known = new Map<Assumption, boolean | undefined>();
  return (answer) => {
    const before = known.get(answer);
    if (before !== undefined || known.has(answer)) return before;
    const found = verdict(answer);
    known.set(answer, found);
    return found;
  };
}

function countsOf(condition: EventCondition, counts: readonly number[]): readonly Assumption[] {
  const edges = [0, ...counts].sort((a, b) => a - b);
  return edges.map((from, index) => {
    const next = edges[index + 1];
    const range = closed(rational(from), next === undefined ? undefined : rational(next - 1));
    return { kind: "events", condition, range };
  });
}

/** The exact figures of a node for which a line on it comes out as assumed. */
export function exactRange(plan: Plan, range: Range, roundLines: boolean): Range {
  return roundLines && plan.rounding.lines === "rounded"
    ? beforeRounding(range, plan.rounding.places, plan.rounding.mode)
    : range;
}

/** How many places a quota has, or which share. */
export const placesOf = ({ size }: QuotaPlan): Figure => (size.kind === "most" ? size.most : size.share);

/** Whether it is 0 for every kind of unit. */
export const hasNoPlace = (quota: QuotaPlan): boolean => placesOf(quota).every(({ value }) => isZero(value));

/** Whether it is a figure of the run that counts; another run of the rubric has figures of its own. */
export const isOfResult = (plan: Plan, subject: Subject): boolean =>
  subject.by === "score" && (subject.phase === undefined || subject.phase === plan.phases?.result);

/** The inputs of all conditions but plain vetoes and gates. */
function inputsLookedAt(plan: Plan): ReadonlySet<number> {
  const plain = new Set([
    ...plan.vetoes.map(({ when }) => when),
    ...plan.gates.map(({ requires }) => requires),
  ]);
  const others = decisiveConditions(plan).filter(
    (condition) => condition.kind !== "yes" || !plain.has(condition),
  );
  return new Set(flatMap(others, inputsOf));
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

/** What of the lines is the same for every kind of unit. */
interface LineSites {
  readonly numbers: ReadonlyMap<string, readonly NumberCondition[]>;
  readonly events: ReadonlyMap<string, readonly number[]>;
}

const lineSites = forLast((plan: Plan): LineSites => {
  const numbers: NumberCondition[] = [];
  const events = new Map<string, number[]>();
  for (const condition of flatMap(decisiveConditions(plan), conditionsInside)) {
    if (condition.kind === "number") numbers.push(condition);
    if (condition.kind === "event") {
      const key = eventKey(condition);
      const counts = events.get(key) ?? [];
      if (!counts.includes(condition.atLeast)) events.set(key, [...counts, condition.atLeast]);
    }
  }
  return { numbers: groupBy(numbers, ({ subject }) => subjectKey(subject)), events };
});

/** Where a figure passes from one piece to the next: at a line, which belongs to the piece above or below it. */
interface Edge {
  readonly at: Rational;
  readonly up: boolean;
}

function createLines(plan: Plan, points: readonly (Rational | undefined)[]): Lines {
  const { numbers, events } = lineSites(plan);
  const lineOf: Lines["lineOf"] = ({ subject, share, value }) => {
    if (!share || subject.by !== "score") return value;
    const most = points[subject.node];
    return most === undefined || isZero(most) ? undefined : multiply(value, most);
  };
  const edgesOf = (condition: NumberCondition): readonly Edge[] => {
    const at = lineOf(condition);
    if (at === undefined) return [];
    const { operator } = condition;
    const up = operator === "at-least" || operator === "below" || operator === "equals";
    const down = operator === "above" || operator === "at-most" || operator === "equals";
    return [...(up ? [{ at, up: true }] : []), ...(down ? [{ at, up: false }] : [])];
  };
  const cells = (key: string): readonly Range[] => piecesOf(flatMap(numbers.get(key) ?? [], edgesOf));
  return { lineOf, cells, events };
}

function piecesOf(edges: readonly Edge[]): readonly Range[] {
  const sorted = [...edges].sort((a, b) => compare(a.at, b.at) || Number(b.up) - Number(a.up));
  const pieces: Range[] = [];
  let low: Pick<Range, "low" | "lowOpen"> = { low: undefined, lowOpen: false };
  for (const [index, { at, up }] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && before.up === up && compare(before.at, at) === 0) continue;
    pieces.push({ ...low, high: at, highOpen: up });
    low = { low: at, lowOpen: !up };
  }
  pieces.push({ ...low, high: undefined, highOpen: false });
  return pieces.filter((piece) => !isEmpty(piece)).reverse();
}
