import { type Day, formatDay, yearOf } from "../../base/date.ts";
import { joinTexts, type Text } from "../../base/language.ts";
import { groupBy } from "../../base/order.ts";
import {
  add,
  compare,
  formatExact,
  multiply,
  one,
  type Rational,
  rational,
  smaller,
  zero,
} from "../../base/rational.ts";
import type { EventRecord } from "../../evidence/events.ts";
import type { EventsRule } from "../../rubric/plan.ts";
import type { Figures } from "../profile.ts";
import type { RuleResult } from "../result.ts";
import { isWithin, windowText } from "../window.ts";

interface Counted {
  readonly event: EventRecord;
  readonly points: Rational;
}

/**
 * Points for dated events (domain M25, M26), at most the indicator's. Each event counts by its level
 * or alike, times how often, times its factors. The same matter in the same year counts once, at its
 * highest, where the rule says so. A unit counts its own events only: a matter that two units report
 * counts for each.
 */
export function scoreEvents(
  rule: EventsRule,
  { points, each }: Figures,
  events: readonly EventRecord[],
  asOf: Day | undefined,
): RuleResult {
  const within = events.filter(
    (event) => rule.events.includes(event.kind) && isWithin(event.date, rule.within, asOf),
  );
  const valued = repeated(
    rule,
    within.map((event) => ({ event, points: worth(rule, event, each) })),
  );
  const counted = once(rule, valued);
  const total = counted.reduce((sum, one) => add(sum, one.points), zero);
  return {
    branches: () => branchesOf(rule, { events, within, valued, counted, total, points }),
    earned: points === undefined ? total : smaller(points, total),
    working: () => workingOf(rule, counted, within.length, asOf),
  };
}

interface Course {
  readonly events: readonly EventRecord[];
  readonly within: readonly EventRecord[];
  readonly valued: readonly Counted[];
  readonly counted: readonly Counted[];
  readonly total: Rational;
  readonly points: Rational | undefined;
}

/** What happened on the way: which levels and factors counted, what was left out or cut off. */
function branchesOf(
  rule: EventsRule,
  { events, within, valued, counted, total, points }: Course,
): readonly string[] {
  return [
    ...counted.map(({ event }) => `kind ${event.kind}`),
    ...counted.map(({ event }) => `level ${event.level}`),
    ...counted.flatMap(({ event }) => event.circumstances.map((word) => `factor ${word}`)),
    ...(within.length < events.filter(({ kind }) => rule.events.includes(kind)).length ? ["outside"] : []),
    ...(counted.length < valued.length ? ["once"] : []),
    ...repeatBranch(rule, within),
    ...(points !== undefined && compare(total, points) > 0 ? ["limit"] : []),
  ];
}

/** Whether any of the events was the n-th of its visit, matter or unit. */
function repeatBranch({ repeat }: EventsRule, events: readonly EventRecord[]): string[] {
  if (repeat === undefined) return [];
  const sizes = [...groupBy(events, (event) => keyOf(repeat.per, event)).values()].map(
    ({ length }) => length,
  );
  return sizes.some((size) => size >= repeat.from) ? ["repeat"] : [];
}

function worth(rule: EventsRule, event: EventRecord, each: Rational): Rational {
  const points = rule.levels === undefined ? each : (rule.levels.get(event.level) ?? zero);
  const factor = event.circumstances.reduce(
    (product, word) => multiply(product, rule.factors.get(word) ?? one),
    one,
  );
  return multiply(multiply(points, event.count), factor);
}

const keyOf = (per: "day" | "matter" | "unit", { date, matter }: EventRecord): string => {
  if (per === "unit") return "";
  return per === "day" ? String(date) : matter;
};

/** From the n-th of a visit, a matter or a unit on, every one counts for more (or less). */
function repeated({ repeat }: EventsRule, events: readonly Counted[]): readonly Counted[] {
  if (repeat === undefined) return events;
  const seen = new Map<string, number>();
  const inOrder = events
    .map((counted, index) => ({ counted, index }))
    .sort((a, b) => a.counted.event.date - b.counted.event.date || a.index - b.index);
  const changed = new Map<number, Counted>();
  for (const { counted, index } of inOrder) {
    const key = keyOf(repeat.per, counted.event);
    const place = (seen.get(key) ?? 0) + 1;
    seen.set(key, place);
    changed.set(
      index,
      place < repeat.from ? counted : { ...counted, points: multiply(counted.points, repeat.factor) },
    );
  }
  return events.map((counted, index) => changed.get(index) ?? counted);
}

/** The highest of each matter and year, or of all; the first of equals. An event without a matter stands for itself. */
function once({ oncePer }: EventsRule, events: readonly Counted[]): readonly Counted[] {
  if (oncePer === "event") return events;
  const groups = groupBy(
    events.map((counted, index) => ({ counted, index })),
    ({ counted: { event }, index }) => {
      if (oncePer === "unit") return "";
      return event.matter === "" ? `#${index}` : `${yearOf(event.date)} ${event.matter}`;
    },
  );
  return [...groups.values()].map((group) =>
    group
      .map(({ counted }) => counted)
      .reduce((best, next) => (compare(next.points, best.points) > 0 ? next : best)),
  );
}

function workingOf(
  rule: EventsRule,
  counted: readonly Counted[],
  found: number,
  asOf: Day | undefined,
): Text {
  const window = windowText(rule.within, asOf);
  if (counted.length === 0) return { zh: `没有计入的事项${window.zh}`, en: `no event counts${window.en}` };
  const parts = counted.map(({ event, points }): Text => {
    const words = [event.kind, event.level, event.matter, ...event.circumstances].filter(
      (word) => word !== "",
    );
    const text = `${formatDay(event.date)} ${words.join(" ")} ${formatExact(points)}`;
    return { zh: text, en: text };
  });
  const all = joinTexts(parts, "；", "; ");
  const left = found - counted.length;
  return {
    zh: `${all.zh}${left > 0 ? `；同一事由只计最高，另有 ${left} 项不计` : ""}${window.zh}`,
    en: `${all.en}${left > 0 ? `; of one matter the highest counts, ${left} not counted` : ""}${window.en}`,
  };
}

export const countOf = (events: readonly EventRecord[]): Rational =>
  events.reduce((sum, { count }) => add(sum, count), rational(0));
