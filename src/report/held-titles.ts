import { type Day, formatDay } from "../base/date.ts";
import { type HeldTitle, lastsInto } from "../evidence/standing.ts";
import type { Plan } from "../rubric/plan.ts";

/** What parts titles, and their dates, in one cell. */
export const titleSeparator = "、";

export const titlesText = (plan: Plan, titles: readonly HeldTitle[]): string =>
  titles.map(({ title }) => plan.titles[title]?.name ?? "").join(titleSeparator);

/** The titles that are still held when the year is over. */
export const lastingTitles = (titles: readonly HeldTitle[], year: number | undefined): readonly HeldTitle[] =>
  titles.filter((title) => year === undefined || lastsInto(title, year + 1));

/** A day for each title, with the place of one that has none left blank. */
export const daysText = (
  titles: readonly HeldTitle[],
  dayIn: (title: HeldTitle) => Day | undefined,
): string => {
  const days = titles.map(dayIn);
  return days.every((day) => day === undefined) ? "" : days.map(dayText).join(titleSeparator);
};

export const dayText = (day: Day | undefined): string => (day === undefined ? "" : formatDay(day));
