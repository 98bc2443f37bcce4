import type { Day } from "../base/date.ts";
import { guarded } from "../base/harmless.ts";
import { nameInputs, readHeadings, roleOf } from "../evidence/headings.ts";
import type { Standing } from "../evidence/standing.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { atCell, type Finding, isError } from "../findings/finding.ts";
import { csvText } from "../report/csv-fields.ts";
import type { Plan } from "../rubric/plan.ts";
import { type ColumnRole, standingRoles } from "../rubric/schema.ts";
import { checkDays, mergeTitles, titleRoles, type WrittenRow } from "./merge-titles.ts";
import type { Table, TableRow } from "./table.ts";

export interface MergeInput {
  readonly plan: Plan;
  readonly asOf: Day;
  /** The register as the year before has left it, and the year. */
  readonly carried: Table;
  readonly year: number;
  /** Where each unit stands after that year, by code or name; undefined where that is not known. */
  readonly standings: ReadonlyMap<string, Standing> | undefined;
  /** What this year's file says. */
  readonly own: Table;
}

/** Where a cell of a merged register stands: in the file of the year, or in what was carried over. */
interface Origin {
  readonly file: string;
  readonly line: number;
  readonly field: number;
}

export interface MergedRegister {
  /** The register as one file, under the name of the file of the year. */
  readonly text: string;
  /** What is wrong with the file of the year by itself, or held against what was carried over. */
  readonly findings: readonly Finding[];
  /** The codes or names that units have now, by those that they were carried over with, where they differ. */
  readonly renamed: ReadonlyMap<string, string>;
  /** A finding about the text, put where its cell was written. */
  place(finding: Finding): Finding;
}

/** A column of the merged register, with the field in which it stands in each of the two. */
interface Column {
  readonly heading: string;
  readonly role: ColumnRole | undefined;
  readonly carried: number;
  readonly own: number;
}

/**
 * The register of a year: that of the year before with the rows of this year's file over it, by code. New
 * units join at the end. What a row says counts, also where it is blank; but titles, status and what
 * decisions have left stay as they were carried over unless the row says otherwise.
 */
export function mergeRegister(input: MergeInput): MergedRegister {
  const { plan, carried, own } = input;
  const findings: Finding[] = [];
  const { problems: faults } = readHeadings(plan, nameInputs(plan), own.headings, "register");
  for (const { field, problem } of faults) findings.push(atCell(own.name, 1, field, problem));
  const columns = columnsOf(plan, carried, own);
  const people = identify(columns);
  const rows: Row[] = carried.rows.map((row) => ({
    cells: columns.map(({ carried: field }) => row.cells[field] ?? ""),
    origins: columns.map(({ carried: field }) => ({
      file: carried.name,
      line: row.line,
      field: Math.max(field, 0),
    })),
  }));
  const places = people.placesOf(carried.rows);
  const seen = new Map<string, number>();
  const taken = new Map<number, number>();
  const renamed = new Map<string, string>();
  const keyNow = rowKeys(
    plan,
    columns.map(({ heading }) => heading),
  );
  const readable = !faults.some(({ problem }) => isError(problem));
  for (const row of readable ? own.rows : []) {
    const key = people.keyOf(row, "own");
    if (key === "") {
      findings.push(atCell(own.name, row.line, 0, problems.unitBlank()));
      continue;
    }
    const before = seen.get(key);
    if (before !== undefined) {
      findings.push(atCell(own.name, row.line, 0, problems.unitDuplicate(key, before)));
      continue;
    }
    seen.set(key, row.line);
    const place = places.find(row);
    const twin = place === undefined || place === "ambiguous" ? undefined : taken.get(place);
    if (twin !== undefined) {
      findings.push(atCell(own.name, row.line, 0, problems.unitDuplicate(key, twin)));
      continue;
    }
    if (place === "ambiguous") findings.push(atCell(own.name, row.line, 0, problems.unitAmbiguous(key)));
    else if (place === undefined) rows.push(joined(columns, row, own.name));
    else {
      taken.set(place, row.line);
      const { cells } = rows[place] ?? { cells: [] };
      const changed = merged(input, columns, people, place, row, findings);
      const [from, to] = [cells, changed.cells].map((now) => keyNow({ line: row.line, cells: now }));
      if (from !== undefined && to !== undefined && from !== to) renamed.set(from, to);
      rows[place] = changed;
    }
  }
  const headings = columns.map(
    ({ carried: from, own: field }): Origin =>
      field === -1
        ? { file: carried.name, line: 1, field: Math.max(from, 0) }
        : { file: own.name, line: 1, field },
  );
  return { ...written(columns, headings, rows, own.name), findings, renamed };
}

function columnsOf(plan: Plan, carried: Table, own: Table): readonly Column[] {
  const keyOf = (heading: string): string =>
    roleOf(plan, heading, "register") ?? `=${heading.trim().toLowerCase()}`;
  const fieldsOf = (headings: readonly string[]) =>
    new Map(headings.flatMap((heading, field) => (heading === "" ? [] : [[keyOf(heading), field] as const])));
  const theirs = fieldsOf(carried.headings);
  const ours = fieldsOf(own.headings);
  // A unit may be called by either word.
  for (const [from, to] of [
    ["unit", "name"],
    ["name", "unit"],
  ] as const) {
    const field = ours.get(from);
    if (field === undefined || theirs.has(from) || !theirs.has(to) || ours.has(to)) continue;
    ours.delete(from);
    ours.set(to, field);
  }
  const column = (key: string, heading: string): Column => ({
    heading,
    role: key.startsWith("=") ? undefined : (key as ColumnRole), // what `keyOf` made of a role
    carried: theirs.get(key) ?? -1,
    own: ours.get(key) ?? -1,
  });
  return [
    ...[...theirs].map(([key, field]) => column(key, carried.headings[field] ?? "")),
    ...[...ours].flatMap(([key, field]) => (theirs.has(key) ? [] : [column(key, own.headings[field] ?? "")])),
  ];
}

type Side = "carried" | "own";

interface People {
  cellOf(row: TableRow, side: Side, role: ColumnRole): string;
  nameOf(row: TableRow, side: Side): string;
  keyOf(row: TableRow, side: Side): string;
  placesOf(rows: readonly TableRow[]): {
    find(row: TableRow): number | "ambiguous" | undefined;
  };
}

/** Who the rows are about: by code, where they have one, otherwise by name. */
function identify(columns: readonly Column[]): People {
  const byRole = new Map(columns.flatMap((column) => (column.role ? [[column.role, column] as const] : [])));
  const cellOf: People["cellOf"] = (row, side, role) => row.cells[byRole.get(role)?.[side] ?? -1] ?? "";
  const nameOf: People["nameOf"] = (row, side) => cellOf(row, side, "name") || cellOf(row, side, "unit");
  const keyOf: People["keyOf"] = (row, side) => cellOf(row, side, "code") || nameOf(row, side);
  return {
    cellOf,
    nameOf,
    keyOf,
    placesOf: (rows) => {
      const byKey = new Map(rows.map((row, place) => [keyOf(row, "carried"), place]));
      const byName = new Map<string, number | "ambiguous">();
      for (const [place, row] of rows.entries()) {
        const name = nameOf(row, "carried");
        byName.set(name, byName.has(name) ? "ambiguous" : place);
      }
      const coded = rows.some((row) => cellOf(row, "carried", "code") !== "");
      return {
        find: (row) => {
          const found = byKey.get(keyOf(row, "own"));
          if (found !== undefined) return found;
          // A unit that has another code now takes the place of the old one.
          const former = cellOf(row, "own", "former");
          if (former !== "" && byKey.has(former)) return byKey.get(former);
          return cellOf(row, "own", "code") === "" || !coded ? byName.get(nameOf(row, "own")) : undefined;
        },
      };
    },
  };
}

/** By what the unit of a row of a register is known: its code, where it has one, otherwise its name. */
export function rowKeys(plan: Plan, headings: readonly string[]): (row: TableRow) => string {
  const { keyOf } = identify(
    columnsOf(plan, { name: "", headings, rows: [] }, { name: "", headings: [], rows: [] }),
  );
  return (row) => keyOf(row, "carried");
}

interface Row {
  readonly cells: string[];
  readonly origins: Origin[];
}

/** A unit that was not there before. */
const joined = (columns: readonly Column[], row: TableRow, file: string): Row => ({
  cells: columns.map(({ own, role }) => {
    const text = row.cells[own] ?? "";
    // Every row names its unit in each column that serves for it.
    if (text !== "" || role !== "unit") return text;
    return columns
      .map(({ own: field, role: other }) => (other === "name" ? (row.cells[field] ?? "") : ""))
      .join("");
  }),
  origins: columns.map(({ own }) => ({ file, line: row.line, field: Math.max(own, 0) })),
});

const statusRoles: readonly ColumnRole[] = ["status", "status-date", "into"];
const identityRoles: readonly ColumnRole[] = ["unit", "code", "name"];

/** A unit that was there before, with what the row of this year says. */
function merged(
  input: MergeInput,
  columns: readonly Column[],
  people: People,
  place: number,
  row: TableRow,
  findings: Finding[],
): Row {
  const { plan, carried, own } = input;
  const before = carried.rows[place];
  const key = before === undefined ? "" : people.keyOf(before, "carried");
  const standing = input.standings?.get(key);
  const cell = (role: ColumnRole): string => people.cellOf(row, "own", role);
  const says = (roles: readonly ColumnRole[]): boolean => roles.some((role) => cell(role) !== "");
  const titled = plan.titles.length > 0;
  let held: ReadonlyMap<ColumnRole, string> | undefined;
  if (titled && standing !== undefined) {
    const at = (role: ColumnRole, problem: Problem): Finding =>
      atCell(own.name, row.line, Math.max(columns.find((one) => one.role === role)?.own ?? 0, 0), problem);
    const name = people.nameOf(row, "own") || (before && people.nameOf(before, "carried")) || key;
    const told: WrittenRow = { unit: name, code: key, cell, at };
    if (says(titleRoles)) held = mergeTitles(input, standing, told, findings);
    checkDays(input, standing, told, findings);
  }
  // Who says what has become of a unit says all of it.
  const movesOn = says(["status"]);
  const stays = ({ role, own: field }: Column): boolean => {
    if (role !== undefined && movesOn && statusRoles.includes(role)) return false;
    if (field === -1) return true;
    const blankSaysNothing =
      role !== undefined &&
      (identityRoles.includes(role) || (titled && standingRoles.some((one) => one === role)));
    return blankSaysNothing && (row.cells[field] ?? "") === "";
  };
  return {
    cells: columns.map((column) => {
      const { role, carried: from, own: field } = column;
      const decided = role === undefined ? undefined : held?.get(role);
      return decided ?? (stays(column) ? before?.cells[from] : row.cells[field]) ?? "";
    }),
    origins: columns.map((column) => {
      const { carried: from, own: field } = column;
      return stays(column)
        ? { file: carried.name, line: before?.line ?? 1, field: Math.max(from, 0) }
        : { file: own.name, line: row.line, field: Math.max(field, 0) };
    }),
  };
}

/** The merged register as a text, and the way back from its cells. */
function written(
  columns: readonly Column[],
  headingOrigins: readonly Origin[],
  rows: readonly Row[],
  name: string,
): Pick<MergedRegister, "text" | "place"> {
  const headings = columns.map(({ heading }) => guarded(heading));
  const texts = rows.map(({ cells }) => cells.map(guarded));
  const lines = new Map([[1, headingOrigins]]);
  let line = 1 + breaksIn(headings);
  for (const [index, { origins }] of rows.entries()) {
    line += 1;
    lines.set(line, origins);
    line += breaksIn(texts[index] ?? []);
  }
  const place = (finding: Finding): Finding => {
    if (finding.file !== name || finding.cell === undefined) return finding;
    const origin = lines.get(finding.cell.line)?.[finding.cell.field];
    if (origin === undefined) return finding;
    return { ...finding, file: origin.file, cell: { line: origin.line, field: origin.field } };
  };
  return { text: csvText([headings, ...texts]), place };
}

const breaksIn = (cells: readonly string[]): number => cells.join("").split("\n").length - 1;
