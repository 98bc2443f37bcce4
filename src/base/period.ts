import { type Day, dayAfter, dayBefore, dayOf, formatDay, parseDays } from "./date.ts";
import type { Text } from "./language.ts";

/** Days in a row, both ends among them; an end that is left out is open. */
export interface Period {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** All days. */
export const always: Period = {};

export const isWithinPeriod = (day: Day, { from, to }: Period): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

/** The days of both; undefined where there is none. */
export function intersection(one: Period, other: Period): Period | undefined {
  const from = later(one.from, other.from);
  const to = earlier(one.to, other.to);
  return from !== undefined && to !== undefined && from > to ? undefined : { from, to };
}

const later = (one: Day | undefined, other: Day | undefined): Day | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
const earlier = (one: Day | undefined, other: Day | undefined): Day | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);

/** The days of `whole`, parted wherever one of the periods begins or has ended, in order. */
export function parted(whole: Period, periods: readonly Period[]): Period[] {
  const starts = periods
    .flatMap(({ from, to }) => [from, to === undefined ? undefined : dayAfter(to)])
    .filter((day) => day !== undefined)
    // 9999-12-31 is how some write that there is no end.
    .filter((day) => isWithinPeriod(day, whole) && day !== whole.from && day <= 99991231);
  const ordered = [...new Set(starts)].sort((one, other) => one - other);
  return [whole.from, ...ordered].map((from, index) => {
    const next = ordered[index];
    return { from, to: next === undefined ? whole.to : dayBefore(next) };
  });
}

/** Periods in order, those joined that follow each other without a day between. */
export function joined(periods: readonly Period[]): Period[] {
  const result: Period[] = [];
  for (const period of periods) {
    const last = result.at(-1);
    if (last?.to !== undefined && period.from !== undefined && dayAfter(last.to) === period.from)
      result[result.length - 1] = { from: last.from, to: period.to };
    else result.push(period);
  }
  return result;
}

/** Some day of a period. */
export const dayIn = ({ from, to }: Period): Day => to ?? from ?? dayOf(2000, 1, 1);

/** The first or last day meant by a day, a month or a year (`1981`, `1981年`); undefined where it is none. */
export function parseEnd(text: string, end: keyof Period): Day | undefined {
  const [, year] = /^(\d{4})\s*年?$/.exec(text.trim()) ?? [];
  const range =
    year === undefined
      ? parseDays(text)
      : { first: dayOf(Number(year), 1, 1), last: dayOf(Number(year), 12, 31) };
  const day = end === "from" ? range?.first : range?.last;
  return day === undefined || day < 10000 ? undefined : day; // there is no year 0000
}

/** `1981-01-01 至 1991-12-31`, or with one end. */
export function periodText({ from, to }: Period): Text {
  const [first, last] = [from, to].map((day) => (day === undefined ? undefined : formatDay(day)));
  if (first !== undefined && last !== undefined)
    return first === last
      ? { zh: first, en: first }
      : { zh: `${first} 至 ${last}`, en: `${first} to ${last}` };
  if (first !== undefined) return { zh: `${first} 起`, en: `from ${first}` };
  return last === undefined ? { zh: "任何日期", en: "any day" } : { zh: `${last} 止`, en: `until ${last}` };
}

/** The same in brackets, to stand behind what it is about; nothing where there is none. */
export function inBrackets(period: Period | undefined): Text {
  if (period === undefined) return { zh: "", en: "" };
  const { zh, en } = periodText(period);
  return { zh: `（${zh}）`, en: ` (${en})` };
}
