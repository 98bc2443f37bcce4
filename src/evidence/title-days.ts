import { type Day, monthsAfter, parseDay, withoutMidnight } from "../base/date.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { TitlePlan } from "../rubric/plan.ts";
import { splitPlaces } from "./named-list.ts";

/** The last day of a term that begins on `since`: three years from 2021-12-31 end on 2024-12-31. */
export const endOfTerm = (title: TitlePlan | undefined, since: Day | undefined): Day | undefined =>
  since === undefined || title?.term === undefined ? undefined : monthsAfter(since, title.term.months);

/** A day for each of the titles of a unit; one day alone is that of all. Undefined where they cannot be read. */
export function readTitleDays(
  text: string,
  count: number,
  unit: string,
  report: (problem: Problem) => void,
): readonly (Day | undefined)[] | undefined {
  const parts = splitPlaces(withoutMidnight(text), (part) => parseDay(part) !== undefined);
  if (parts.length > 1 ? parts.length !== count : parts.length > count) {
    report(problems.titleDates(unit, count, parts.length));
    return undefined;
  }
  const days = parts.map((part) => parseDay(part));
  const wrong = parts.filter((part, place) => part !== "" && days[place] === undefined);
  for (const part of wrong) report(problems.valueNotDay(part));
  if (wrong.length > 0) return undefined;
  return parts.length === 1 ? Array.from({ length: count }, () => days[0]) : days;
}
