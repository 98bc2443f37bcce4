import type { Assessment } from "../assess.ts";
import type { Source } from "../evidence/rows.ts";
import { lastsInto, type Standing } from "../evidence/standing.ts";
import { lastingTitles } from "../report/held-titles.ts";
import type { Plan } from "../rubric/plan.ts";

/** What one year hands on to the next. */
export interface Carried {
  readonly year: number;
  readonly register: Source | undefined;
  readonly history: readonly Source[];
  /** Where each unit stands, by its code or name; undefined where that is not known. */
  readonly standings: ReadonlyMap<string, Standing> | undefined;
  /** The rubric by which titles are numbered there. */
  readonly plan: Plan | undefined;
}

export const nothingCarried: Carried = {
  year: 0,
  register: undefined,
  history: [],
  standings: undefined,
  plan: undefined,
};

/** Where the units stand after a year, by code or name. */
export const standingsOf = ({ results }: Assessment, year: number): ReadonlyMap<string, Standing> =>
  new Map(
    results.map(({ score, after }) => [
      score.unit.key,
      { ...after, titles: lastingTitles(after.titles, year) },
    ]),
  );

/** The same in a later year: with titles as its rubric numbers them, but for those that have run out before it. */
export function standingsIn(
  plan: Plan,
  { standings, plan: before }: Carried,
  year: number,
): Carried["standings"] {
  if (standings === undefined || before === undefined) return standings;
  const places = before.titles.map(({ name }) => plan.titles.findIndex((title) => title.name === name));
  return new Map(
    [...standings].map(([unit, standing]) => [
      unit,
      {
        ...standing,
        titles: standing.titles
          .map((one) => ({ ...one, title: places[one.title] ?? -1 }))
          .filter((one) => one.title !== -1 && lastsInto(one, year)),
      },
    ]),
  );
}
