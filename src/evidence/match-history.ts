import { closest } from "../base/closest.ts";
import { groupBy } from "../base/order.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { atCell, type Finding } from "../findings/finding.ts";
import { isDamagedCode } from "./damaged-code.ts";
import type { HistoryColumn } from "./history-columns.ts";
import type { HistoryRow } from "./read-history.ts";
import type { Roster, RosterEntry } from "./roster.ts";

/** A near name is looked for this often: in a wrong history every row is of another unit. */
const mostLooked = 100;

export interface MatchedHistory {
  /** By unit, the latest first. */
  readonly units: readonly (readonly HistoryRow[])[];
  /** All rows but those that are there twice. */
  readonly rows: readonly HistoryRow[];
}

/** The rows of each unit. `former` are units by the codes that they had. */
export function matchHistory(
  rows: readonly HistoryRow[],
  roster: Roster,
  former: ReadonlyMap<string, RosterEntry>,
  findings: Finding[],
): MatchedHistory {
  const matched: HistoryRow[][] = roster.entries.map(() => []);
  const left: HistoryRow[] = [];
  const seen = new Map<string, HistoryRow>();
  /** Rows that are nobody's, but were ranked with the others of their group. */
  const ranked: HistoryRow[] = [];
  const ownYears = new Set(
    rows.flatMap((row) => {
      const unit = ownUnit(row, roster);
      return unit === undefined ? [] : [keyOf(row, unit)];
    }),
  );
  const damaged = new Set<string>();
  const mismatchOf = mismatches(rows, roster);
  for (const row of rows) {
    const unit = unitOf(row, roster, former);
    if (unit === undefined && isDamagedCode(row.unit)) {
      // A column of codes is damaged as a whole, and told of once.
      if (!damaged.has(row.file.name))
        findings.push(atRow(row, nameColumn(row), problems.codeDamaged(row.unit)));
      damaged.add(row.file.name);
      continue;
    }
    const mismatch = unit && mismatchOf(row, unit);
    if (mismatch !== undefined) findings.push(atRow(row, "name", mismatch));
    const key = keyOf(row, unit);
    // In the year in which a unit was given another code, it may have a row under each: the old one says it is no more.
    if (row.gone && ownYears.has(key) && ownUnit(row, roster) === undefined) {
      ranked.push(row);
      continue;
    }
    const before = seen.get(key);
    if (before !== undefined) {
      if (before.unit !== row.unit) ranked.push(row);
      const problem = problems.historyTwice(row.name, row.year, before.file.name, before.line);
      findings.push(atRow(row, nameColumn(row), problem));
      continue;
    }
    seen.set(key, row);
    if (unit === undefined) left.push(row);
    else matched[unit.index]?.push(row);
  }
  findings.push(...unitsLeft(left, rows, roster));
  return {
    units: matched.map((own) => own.sort((a, b) => b.year - a.year)),
    rows: [...seen.values(), ...ranked],
  };
}

const keyOf = (row: HistoryRow, unit: RosterEntry | undefined): string =>
  `${row.year} ${unit === undefined ? `? ${row.unit}` : unit.index}`;

/**
 * Rows with the code of one unit and the name of another. Names change, and a name that one unit gave up may be
 * that of another today; but then nobody else had it, or the present name of the unit, in the year of the row.
 */
function mismatches(
  rows: readonly HistoryRow[],
  roster: Roster,
): (row: HistoryRow, unit: RosterEntry) => Problem | undefined {
  let named: ReadonlyMap<string, readonly HistoryRow[]> | undefined;
  return (row, unit) => {
    const other = row.unit === unit.key ? roster.other(unit, row.name) : undefined;
    if (other === undefined) return undefined;
    named ??= groupBy(rows, ({ year, name }) => `${year} ${name}`);
    const sameYear = [row.name, unit.name].flatMap((name) => named?.get(`${row.year} ${name}`) ?? []);
    return sameYear.some((one) => one.unit !== row.unit)
      ? problems.unitMismatch(row.unit, unit.name, other.name, other.code)
      : undefined;
  };
}

/** A finding about a cell of the history. */
export const atRow = (row: HistoryRow, column: HistoryColumn, problem: Problem): Finding =>
  atCell(row.file.name, row.line, row.file.fields.get(column) ?? 0, problem);

const nameColumn = (row: HistoryRow): HistoryColumn => (row.file.fields.has("unit") ? "unit" : "name");

/** The unit that is called as it was then; where there were no codes, the name is all there is to go by. */
function ownUnit(row: HistoryRow, roster: Roster): RosterEntry | undefined {
  const found = roster.find(row.unit);
  return found !== undefined && (found.key === row.unit || row.unit === row.name) ? found : undefined;
}

function unitOf(
  row: HistoryRow,
  roster: Roster,
  former: ReadonlyMap<string, RosterEntry>,
): RosterEntry | undefined {
  const found = ownUnit(row, roster);
  if (found !== undefined) return found;
  const earlier = former.get(row.unit);
  if (earlier !== undefined) return earlier;
  const namesake = roster.find(row.name);
  return namesake !== undefined && namesake.key === namesake.name ? namesake : undefined;
}

/** Units that are in the history only: told of where somebody might miss them. */
function unitsLeft(left: readonly HistoryRow[], rows: readonly HistoryRow[], roster: Roster): Finding[] {
  const latestYear = rows.reduce((latest, { year }) => Math.max(latest, year), 0);
  let looked = 0;
  return [...groupBy(left, ({ unit }) => unit).values()].flatMap((own): Finding[] => {
    const [latest] = [...own].sort((a, b) => b.year - a.year);
    if (latest === undefined || latest.gone) return [];
    const namesake = roster.find(latest.name);
    if (namesake !== undefined && namesake.name === latest.name)
      return [
        atRow(latest, nameColumn(latest), problems.codeChanged(latest.name, latest.unit, namesake.key)),
      ];
    if (latest.year < latestYear && latest.after.length === 0) return [];
    looked += 1;
    const near = looked <= mostLooked ? closest(latest.name, roster.names()) : undefined;
    return [
      atRow(
        latest,
        nameColumn(latest),
        problems.unitLeft(latest.name, latest.year, latest.after, roster.closed, near),
      ),
    ];
  });
}

/** The rows of each group of each year. */
const groupsIn = (rows: readonly HistoryRow[]): Iterable<readonly HistoryRow[]> =>
  groupBy(rows, ({ year, rubric, group }) => JSON.stringify([year, rubric, group])).values();

/** How many of its group came after each row. */
export function countWorse(rows: readonly HistoryRow[]): ReadonlyMap<HistoryRow, number> {
  const worse = new Map<HistoryRow, number>();
  for (const members of groupsIn(rows)) {
    const sorted = [...members].sort((a, b) => b.rank - a.rank);
    for (const [index, row] of sorted.entries()) {
      const before = sorted[index - 1];
      worse.set(row, before?.rank === row.rank ? (worse.get(before) ?? 0) : index);
    }
  }
  return worse;
}

/** Groups of which rows are missing, or too many. */
export const incompleteGroups = (rows: readonly HistoryRow[]): Finding[] =>
  [...groupsIn(rows)].flatMap((members) => {
    const odd = members.find(({ size }) => size !== members.length);
    if (odd === undefined) return [];
    return [atRow(odd, "units", problems.historyGroup(odd.year, odd.group, odd.size, members.length))];
  });

/** The years between the earliest and this one of which there is nothing, by how often there is an assessment. */
export function missingYears(present: ReadonlySet<number>, own: number, every: number): readonly number[] {
  const earliest = Math.min(...present);
  const missing: number[] = [];
  for (let year = own - every; year > earliest; year -= every) if (!present.has(year)) missing.push(year);
  return missing.reverse();
}
