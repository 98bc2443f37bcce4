import type { Assessment, Result } from "../assess.ts";
import { historyColumnNames } from "../evidence/history-columns.ts";
import type { Source } from "../evidence/rows.ts";
import type { Standing } from "../evidence/standing.ts";
import type { Finding } from "../findings/finding.ts";
import { lastingTitles } from "../report/held-titles.ts";
import type { Plan } from "../rubric/plan.ts";
import type { Status } from "../rubric/schema.ts";
import { rowKeys } from "./merge-register.ts";
import { readTable, type Table } from "./table.ts";

/** What one year hands on to the next. */
export interface Carried {
  readonly year: number;
  readonly register: Source | undefined;
  readonly history: readonly Source[];
  /** Where each unit stands, by its code or name; undefined where that is not known. */
  readonly standings: ReadonlyMap<string, Standing> | undefined;
  /** The rubric by which titles are numbered there. */
  readonly plan: Plan | undefined;
  /** Units that were in this year for the last time, and all that are no more. */
  readonly gone: ReadonlySet<string>;
  readonly departed: ReadonlySet<string>;
}

export const nothingCarried: Carried = {
  year: 0,
  register: undefined,
  history: [],
  standings: undefined,
  plan: undefined,
  gone: new Set(),
  departed: new Set(),
};

/** The register without units that are no more. */
export function withoutGone(plan: Plan, table: Table, gone: ReadonlySet<string>): Table {
  if (gone.size === 0) return table;
  const keyOf = rowKeys(plan, table.headings);
  return { ...table, rows: table.rows.filter((row) => !gone.has(keyOf(row))) };
}

const goneFor: readonly Status[] = ["merged", "split", "closed"];

/** A renamed unit that another row has taken over from is no more, either. */
export const isGone = ({ after: { status, into } }: Result): boolean =>
  goneFor.includes(status) || (status === "renamed" && into !== "");

/** Where the units stand after a year, by code or name. */
export const standingsOf = ({ results }: Assessment, year: number): ReadonlyMap<string, Standing> =>
  new Map(
    results.map(({ score, after }) => [
      score.unit.key,
      { ...after, titles: lastingTitles(after.titles, year) },
    ]),
  );

/** The same with titles as the rubric of another year numbers them. */
export function standingsIn(plan: Plan, { standings, plan: before }: Carried): Carried["standings"] {
  if (standings === undefined || before === undefined || before === plan) return standings;
  const places = before.titles.map(({ name }) => plan.titles.findIndex((title) => title.name === name));
  return new Map(
    [...standings].map(([unit, standing]) => [
      unit,
      {
        ...standing,
        titles: standing.titles
          .map((one) => ({ ...one, title: places[one.title] ?? -1 }))
          .filter(({ title }) => title !== -1),
      },
    ]),
  );
}

/** Units that are no more, with those that have come back left out. */
export const departedAfter = ({ results }: Assessment, before: ReadonlySet<string>): ReadonlySet<string> => {
  const departed = new Set(before);
  for (const result of results) {
    if (isGone(result)) departed.add(result.score.unit.key);
    else departed.delete(result.score.unit.key);
  }
  return departed;
};

/**
 * Nobody misses a unit from the register that was said to be no more; and which years are missing is told of
 * the folder, not of the history that is made of it.
 */
export async function withoutDeparted(
  findings: readonly Finding[],
  { departed, history }: Carried,
): Promise<readonly Finding[]> {
  const others = findings.filter(({ code }) => code !== "history-gap");
  if (departed.size === 0) return others;
  const unitField = historyColumnNames.indexOf("unit");
  const kept: Finding[] = [];
  for (const finding of others) {
    const source = finding.code === "unit-left" && history.find(({ name }) => name === finding.file);
    const rows = source ? (await readTable(source)).table.rows : [];
    const unit = rows.find(({ line }) => line === finding.cell?.line)?.cells[unitField];
    if (unit === undefined || !departed.has(unit)) kept.push(finding);
  }
  return kept;
}
