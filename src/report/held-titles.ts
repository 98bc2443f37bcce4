import { dayOf } from "../base/date.ts";
import type { HeldTitle } from "../evidence/standing.ts";
import type { Plan } from "../rubric/plan.ts";

/** What parts titles, and their dates, in one cell. */
export const titleSeparator = "、";

export const titlesText = (plan: Plan, titles: readonly HeldTitle[]): string =>
  titles.map(({ title }) => plan.titles[title]?.name ?? "").join(titleSeparator);

/** The titles that are still held when the year is over. */
export const lastingTitles = (titles: readonly HeldTitle[], year: number | undefined): readonly HeldTitle[] =>
  titles.filter(
    ({ expires }) => year === undefined || expires === undefined || expires > dayOf(year, 12, 31),
  );
