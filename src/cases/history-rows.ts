import {
  compare,
  formatDecimal,
  parseDecimal,
  parseFraction,
  type Rational,
  round,
} from "../base/rational.ts";
import { roleOf } from "../evidence/headings.ts";
import type { HistoryColumn } from "../evidence/history-columns.ts";
import type { Path } from "../rubric/document.ts";
import type { Plan } from "../rubric/plan.ts";
import type { CaseUnit, Past } from "./case.ts";

/** One cell of a history: what the case says, or what follows from it, at the place of its year. */
export interface PastCell {
  readonly text: string;
  readonly path: Path;
}
export type PastRow = (column: HistoryColumn) => PastCell;

/** A year of a unit with what tells who it is among the others of that year. */
interface Entry {
  readonly unit: CaseUnit;
  readonly past: Past;
  readonly cells: NonNullable<Past["cells"]>;
  readonly rubric: string;
  readonly group: string;
  /** What it was ranked by; undefined where it is no number. */
  readonly figure: Rational | undefined;
}

/**
 * The rows of the history that says of earlier years what the units of a case say. What they leave out
 * follows: this rubric, the group that the unit is in, the place among the units of the case, their
 * number, the titles that the unit holds now.
 */
export function historyRows(plan: Plan, units: readonly CaseUnit[]): readonly PastRow[] {
  const entries = units.flatMap((unit) =>
    unit.history.flatMap((past) => (past.cells === undefined ? [] : [entryOf(plan, unit, past, past.cells)])),
  );
  const rows = entries.map((entry): PastRow => {
    const among = entries.filter(
      ({ past, rubric, group }) =>
        past.year === entry.past.year && rubric === entry.rubric && group === entry.group,
    );
    const derived: Readonly<Partial<Record<HistoryColumn, string>>> = {
      year: entry.past.year,
      rubric: entry.rubric,
      unit: entry.unit.name,
      group: entry.group,
      total: roundedText(plan, entry.cells.get("exact")?.text),
      rank: String(1 + among.filter((other) => isBefore(plan, other, entry)).length),
      units: String(among.length),
      after: cellOf(plan, entry.unit, "title"),
    };
    return (column) => entry.cells.get(column) ?? { text: derived[column] ?? "", path: entry.past.path };
  });
  return [...rows, ...yearsWithout(units, entries)];
}

/** In years of which all units say that they were not assessed, there was no assessment: a row with the year alone. */
function yearsWithout(units: readonly CaseUnit[], entries: readonly Entry[]): PastRow[] {
  const years = new Map(units.flatMap(({ history }) => history.map((past) => [past.year, past] as const)));
  return [...years.values()]
    .filter(({ year }) => !entries.some(({ past }) => past.year === year))
    .map(
      ({ year, path }): PastRow =>
        (column) => ({ text: column === "year" ? year : "", path }),
    );
}

function entryOf(plan: Plan, unit: CaseUnit, past: Past, cells: NonNullable<Past["cells"]>): Entry {
  const exact = figureOf(cells.get("exact")?.text) ?? figureOf(cells.get("total")?.text);
  const { places, mode, ranks } = plan.rounding;
  return {
    unit,
    past,
    cells,
    rubric: cells.get("rubric")?.text ?? plan.rubric.id,
    group: cells.get("group")?.text ?? groupOf(plan, unit),
    figure: exact === undefined || ranks === "exact" ? exact : round(exact, places, mode),
  };
}

const figureOf = (text: string | undefined): Rational | undefined =>
  text === undefined ? undefined : (parseFraction(text) ?? parseDecimal(text));

function roundedText({ rounding: { places, mode } }: Plan, exact: string | undefined): string {
  const figure = figureOf(exact);
  return figure === undefined ? "" : formatDecimal(figure, places, mode);
}

function isBefore(plan: Plan, { figure }: Entry, { figure: own }: Entry): boolean {
  if (figure === undefined || own === undefined) return false;
  const order = compare(figure, own);
  return plan.ranking.better === "higher" ? order > 0 : order < 0;
}

/** The group that the case puts the unit in. */
const groupOf = (plan: Plan, unit: CaseUnit): string =>
  plan.ranking.groupBy
    .map((column) => cellOf(plan, unit, column))
    .filter((part) => part !== "")
    .join(" / ");

/** What the register of the case says of a unit, by the heading of a column or by what that is read as. */
function cellOf(plan: Plan, { columns }: CaseUnit, column: string): string {
  const roleIn = (heading: string) => roleOf(plan, heading, "register");
  const role = roleIn(column);
  const cell = columns.find(
    ({ heading }) => heading === column || (role !== undefined && roleIn(heading) === role),
  );
  return cell?.text ?? "";
}
