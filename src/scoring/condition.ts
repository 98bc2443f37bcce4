import { type Day, endOfYear, yearOf } from "../base/date.ts";
import {
  compare,
  divide,
  formatExact,
  isZero,
  multiply,
  type Rational,
  rational,
  round,
} from "../base/rational.ts";
import type { EventRecord } from "../evidence/events.ts";
import type { Unit } from "../evidence/evidence.ts";
import type { YearRecord } from "../evidence/history.ts";
import type { Standing } from "../evidence/standing.ts";
import type { Condition, CountPlan, EarlierTest, NumericOperator, Subject } from "../rubric/plan.ts";
import type { CountRounding, StandingWord } from "../rubric/schema.ts";
import type { Values } from "./compute.ts";
import { countOf } from "./kinds/events.ts";
import { unitIs } from "./profile.ts";
import { isAmong, type Relations } from "./relations.ts";
import { isWithin } from "./window.ts";

/** What is known of a unit while a condition is judged. */
export interface Facts {
  readonly unit: Unit;
  readonly values: Values;
  /** The score of an indicator, group or the total, as lines see it; undefined where it does not apply. */
  score(node: number, phase?: number): Rational | undefined;
  /** The points that score is out of. */
  points(node: number): Rational | undefined;
  relations(subject: Subject): Relations;
  readonly events: readonly EventRecord[];
  readonly asOf: Day | undefined;
  readonly vetoes: readonly boolean[];
  readonly unmetGates: readonly boolean[];
  /** What the unit holds and is before the decision. */
  readonly standing: Standing;
  /** Titles of the units that were merged, split or renamed into it. */
  readonly inherited: readonly number[];
  /** Its earlier results, the latest first. */
  readonly history: readonly YearRecord[];
  /** Years from one assessment to the next. */
  readonly every: number;
  /** What several years come to, as lines see it; undefined where a year is missing. */
  result(index: number): Rational | undefined;
  /** Told of each input that a condition needed and nobody handed in. */
  missing(input: number): void;
}

export function compareBy(operator: NumericOperator, figure: Rational, line: Rational): boolean {
  const order = compare(figure, line);
  switch (operator) {
    case "at-least":
      return order >= 0;
    case "above":
      return order > 0;
    case "at-most":
      return order <= 0;
    case "below":
      return order < 0;
    case "equals":
      return order === 0;
    default:
      return operator satisfies never;
  }
}

type EventCondition = Extract<Condition, { kind: "event" }>;

/** The events a condition speaks of: of its kinds and levels, within its window. */
export const eventsMeeting = (condition: EventCondition, { events, asOf }: Facts): readonly EventRecord[] =>
  events.filter(
    ({ kind, level, date }) =>
      condition.events.includes(kind) &&
      (condition.levels === undefined || condition.levels.includes(level)) &&
      isWithin(date, condition.within, asOf),
  );

/** So many places; a share is one of the `size` units there are. */
export function placesOf(count: CountPlan, size: number): number {
  return count.kind === "number" ? count.count : shareOf(rational(size), count.share, count.round);
}

/** A share of a number of units, as a number of units. */
export const shareOf = (size: Rational, share: Rational, mode: CountRounding): number =>
  Number(formatExact(round(multiply(size, share), 0, mode)));

/** The earlier assessments a condition looks at: those of so many years before this one. */
export function yearsAsked({ last }: EarlierCondition, facts: Facts): readonly YearRecord[] {
  const { asOf, every, history } = facts;
  if (asOf === undefined) return [];
  const years = Array.from({ length: last }, (_, ago) => yearOf(asOf) - (ago + 1) * every);
  return history.filter((record) => years.includes(record.year));
}

/** Those of them that are as the condition says. */
export const recordsMeeting = (condition: EarlierCondition, facts: Facts): readonly YearRecord[] =>
  yearsAsked(condition, facts).filter((record) => wasLike(condition.test, record));

type EarlierCondition = Extract<Condition, { kind: "earlier" }>;

function wasLike(test: EarlierTest, record: YearRecord): boolean {
  switch (test.by) {
    case "outcome":
      return test.outcomes.includes(record.outcome);
    case "total":
      return compareBy(test.operator, test.exact ? record.exact : record.total, test.value);
    case "rank": {
      const beyond = test.end === "best" ? record.rank - 1 : record.worse;
      return beyond < placesOf(test.count, record.size);
    }
    default:
      return test satisfies never;
  }
}

/** What a unit is left with from earlier decisions, on the reference date. */
export function standsAs(word: StandingWord, { standing, asOf }: Facts): boolean {
  const { bannedUntil, suspendedUntil, rectifyBy } = standing;
  if (asOf === undefined) return false;
  switch (word) {
    case "banned":
      return bannedUntil !== undefined && asOf <= bannedUntil;
    case "suspended":
      return suspendedUntil !== undefined && asOf <= suspendedUntil;
    case "rectifying":
      return rectifyBy !== undefined && asOf <= rectifyBy;
    case "overdue":
      return rectifyBy !== undefined && asOf > rectifyBy;
    default:
      return word satisfies never;
  }
}

/** The figure a condition speaks of. A missing one is told of; one that does not apply has none. */
export function figureOf(facts: Facts, subject: Subject): Rational | undefined {
  if (subject.by === "score") return facts.score(subject.node, subject.phase);
  if (subject.by === "result") return facts.result(subject.result);
  const value = facts.values[subject.input];
  if (value === undefined) facts.missing(subject.input);
  return value?.kind === "number" ? value.number : undefined;
}

/** Whether the condition holds. What is missing or does not apply meets no condition, nor its opposite. */
export const holds = (condition: Condition, facts: Facts): boolean => judge(condition, facts) === true;

/** True, false, or undefined where what it takes to tell is missing or does not apply. */
function judge(condition: Condition, facts: Facts): boolean | undefined {
  switch (condition.kind) {
    case "all":
      return decided(condition.conditions, facts, false);
    case "any":
      return decided(condition.conditions, facts, true);
    case "not": {
      const inner = judge(condition.condition, facts);
      return inner === undefined ? undefined : !inner;
    }
    case "category":
    case "tag":
    case "column":
      return unitIs(condition, facts.unit);
    case "number":
      return judgeNumber(condition, facts);
    case "word": {
      const value = facts.values[condition.input];
      if (value === undefined) facts.missing(condition.input);
      return value?.kind === "word" ? condition.words.includes(value.word) : undefined;
    }
    case "yes": {
      const value = facts.values[condition.input];
      if (value?.kind === "yes-no") return value.yes;
      if (value !== undefined) return undefined;
      if (condition.missing !== "finding") return condition.missing === "yes";
      facts.missing(condition.input);
      return undefined;
    }
    case "relative": {
      const figure = figureOf(facts, condition.subject);
      if (figure === undefined) return undefined;
      const figures = facts.relations(condition.subject).figures(facts.unit.index, condition.over);
      const places = placesOf(condition.count, figures.length);
      return isAmong(figures, figure, condition.end, places, condition.better);
    }
    case "event":
      return compare(countOf(eventsMeeting(condition, facts)), rational(condition.atLeast)) >= 0;
    case "title":
      return facts.standing.titles.some(({ title }) => condition.titles.includes(title));
    case "predecessor":
      return facts.inherited.some((title) => condition.titles.includes(title));
    case "term-ends": {
      const { asOf } = facts;
      return facts.standing.titles.some(
        ({ title, expires }) =>
          condition.titles.includes(title) &&
          expires !== undefined &&
          asOf !== undefined &&
          expires <= endOfYear(asOf),
      );
    }
    case "status":
      return condition.statuses.includes(facts.standing.status);
    case "standing":
      return condition.standings.some((word) => standsAs(word, facts));
    case "earlier":
      return recordsMeeting(condition, facts).length >= condition.times;
    case "veto":
      return condition.vetoes.some((index) => facts.vetoes[index] === true);
    case "gate":
      return condition.gates.some((index) => facts.unmetGates[index] === true);
    default:
      return condition satisfies never;
  }
}

/** `all` is decided by one that does not hold, `any` by one that does; otherwise one that is unknown leaves it so. */
function decided(conditions: readonly Condition[], facts: Facts, by: boolean): boolean | undefined {
  let known = true;
  for (const condition of conditions) {
    const verdict = judge(condition, facts);
    if (verdict === by) return by;
    if (verdict === undefined) known = false;
  }
  return known ? !by : undefined;
}

function judgeNumber(condition: Extract<Condition, { kind: "number" }>, facts: Facts): boolean | undefined {
  const figure = figureOf(facts, condition.subject);
  if (figure === undefined) return undefined;
  if (!condition.share || condition.subject.by !== "score") {
    return compareBy(condition.operator, figure, condition.value);
  }
  const points = facts.points(condition.subject.node);
  if (points === undefined || isZero(points)) return undefined;
  return compareBy(condition.operator, divide(figure, points), condition.value);
}
