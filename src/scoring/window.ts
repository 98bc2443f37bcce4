import { type Day, formatDay, monthsBefore, yearOf } from "../base/date.ts";
import type { Text } from "../base/language.ts";
import type { WindowPlan } from "../rubric/plan.ts";

/** The first and last day that count. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The days of a window. `12 months` before 2021-12-31 begin on 2020-12-31: the day that is a whole
 * year back still counts, as the law reckons terms, and the one before it does not.
 */
export function daysOf(window: WindowPlan, asOf: Day | undefined): Days | undefined {
  if (window.kind === "days") return window;
  if (asOf === undefined) return undefined;
  if (window.kind === "year") return { from: yearOf(asOf) * 10_000 + 101, to: asOf };
  return { from: monthsBefore(asOf, window.months), to: asOf };
}

/** Whether a day counts: without a window every day up to the reference date does. */
export function isWithin(day: Day, window: WindowPlan | undefined, asOf: Day | undefined): boolean {
  const days = window && daysOf(window, asOf);
  if (days !== undefined) return day >= days.from && day <= days.to && (asOf === undefined || day <= asOf);
  return asOf === undefined || day <= asOf;
}

export function windowText(window: WindowPlan | undefined, asOf: Day | undefined): Text {
  const days = window && daysOf(window, asOf);
  if (days === undefined) return { zh: "", en: "" };
  return {
    zh: `（${formatDay(days.from)} 至 ${formatDay(days.to)}）`,
    en: ` (${formatDay(days.from)} to ${formatDay(days.to)})`,
  };
}
