import { closest } from "../base/closest.ts";
import { type Day, yearOf } from "../base/date.ts";
import {
  compare,
  equals,
  isWhole,
  one,
  parseDecimal,
  parseFraction,
  type Rational,
  round,
  roundingModes,
  zero,
} from "../base/rational.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { type Finding, inFile } from "../findings/finding.ts";
import { outcomeNames } from "../rubric/outcome-names.ts";
import type { Plan } from "../rubric/plan.ts";
import { type EvidenceFile, placeOf } from "./evidence.ts";
import type { YearRecord } from "./history.ts";
import { type HistoryColumn, historyColumns, otherHeadings } from "./history-columns.ts";
import { createNamedReader, type NamedColumns, namedFile } from "./named-columns.ts";
import { splitNames } from "./named-list.ts";
import { allStatusWords, statusMeant, usualStatusWords } from "./register.ts";
import { readRows, type Source } from "./rows.ts";
import { readTitleDays } from "./title-days.ts";

/** A row of the history; how many of its group came after it is known only from the others. */
export interface HistoryRow extends Omit<YearRecord, "worse"> {
  /** Whether the unit was no more by the end of that year. */
  readonly gone: boolean;
  /** Whether the exact total is on record; otherwise `exact` is the published one. */
  readonly exactGiven: boolean;
  /** The days of the titles it held after, in their order; undefined where they could not be read. */
  readonly since: readonly (Day | undefined)[] | undefined;
  readonly expires: readonly (Day | undefined)[] | undefined;
  readonly file: HistoryFile;
  readonly line: number;
}

/** A file of the history, and the field in which each of its columns stands. */
export interface HistoryFile {
  readonly name: string;
  readonly fields: ReadonlyMap<HistoryColumn, number>;
}

export interface History {
  readonly rows: readonly HistoryRow[];
  /** The earlier years that there are rows of, and those of which a row says that there was no assessment. */
  readonly years: ReadonlySet<number>;
  readonly files: readonly EvidenceFile[];
  readonly findings: readonly Finding[];
  /** Whether every row could be read: otherwise what seems to be missing may stand there. */
  readonly complete: boolean;
}

/**
 * Files of a history that have been read, by the rubric that they were read for: where years are calculated
 * one after the other, each of them reads those before it. They tell only of years before any of these.
 */
export type HistoryMemory = Map<Source, { readonly plan: Plan; readonly part: HistoryPart }>;

/** What one file says. */
interface HistoryPart extends Pick<History, "rows" | "years" | "findings" | "complete"> {
  readonly file: EvidenceFile;
}

/** Reads what was found in earlier years: rows of this year or later are told of, and left out. */
export async function readHistory(
  plan: Plan,
  sources: readonly Source[],
  asOf: Day | undefined,
  firstFile: number,
  memory?: HistoryMemory,
): Promise<History> {
  const parts: HistoryPart[] = [];
  for (const source of sources) {
    const before = memory?.get(source);
    const part = before?.plan === plan ? before.part : await readPart(plan, source, asOf);
    memory?.set(source, { plan, part });
    parts.push(part);
  }
  return {
    rows: parts.flatMap((part, index) =>
      part.rows.map((row) => ({ ...row, place: placeOf(firstFile + index, row.line) })),
    ),
    years: new Set(parts.flatMap(({ years }) => [...years])),
    files: parts.map(({ file }) => file),
    findings: parts.flatMap(({ findings }) => findings),
    complete: parts.every(({ complete }) => complete),
  };
}

async function readPart(plan: Plan, source: Source, asOf: Day | undefined): Promise<HistoryPart> {
  const findings: Finding[] = [];
  const reader = createReader(plan, source.name, asOf, findings);
  let count = -1;
  const stopped = await readRows(source, (fields, line) => {
    count += 1;
    if (count === 0) reader.open(fields, line);
    else reader.read(fields, line);
  });
  findings.push(...stopped);
  if (count === -1 && stopped.length === 0) findings.push(inFile(source.name, problems.fileEmpty()));
  return {
    rows: reader.rows,
    years: reader.years,
    file: namedFile(source.name, reader.headings(), Math.max(count, 0)),
    findings,
    complete: stopped.length === 0 && reader.complete(),
  };
}

interface HistoryReader {
  readonly rows: HistoryRow[];
  readonly years: Set<number>;
  headings(): readonly string[];
  complete(): boolean;
  open(fields: readonly string[], line: number): void;
  read(fields: readonly string[], line: number): void;
}

function createReader(plan: Plan, name: string, asOf: Day | undefined, findings: Finding[]): HistoryReader {
  const table = createNamedReader(plan, columnsFor(plan), name, findings);
  const { fieldOf } = table;
  const file: HistoryFile = { name, fields: fieldOf };
  const rows: HistoryRow[] = [];
  const years = new Set<number>();
  const told = new Set<string>();
  let readable = false;
  let complete = true;
  const own = asOf === undefined ? undefined : yearOf(asOf);
  const outcomes = [...new Set([...outcomeNames(plan), ...plan.years.outcomes])];
  const knownTitles = plan.titles.map((title) => title.name);

  const open = (fields: readonly string[], line: number): void => {
    readable = table.open(fields, line);
  };

  const read = (written: readonly string[], line: number): void => {
    if (!readable || !readRow(written, line)) complete = false;
  };

  /** False where the row had to be left out for a fault. */
  const readRow = (written: readonly string[], line: number): boolean => {
    const row = table.row(written, line);
    if (row === undefined) return false;
    const { fields, cell: text, report } = row;
    /** Tells of a fault that many rows share once. */
    const reportOnce = (column: HistoryColumn, problem: Problem): void => {
      if (told.has(`${problem.code} ${text(column)}`)) return;
      told.add(`${problem.code} ${text(column)}`);
      report(column, problem);
    };
    const year = readYear(text("year"));
    if (year === undefined) {
      report("year", problems.historyYear(text("year")));
      return false;
    }
    if (own === undefined) return true; // that no reference date was given has been told of
    if (year >= own) {
      reportOnce("year", problems.historyLater(year, own));
      return true;
    }
    years.add(year);
    // A row with nothing but a year says that there was no assessment in it.
    if (fields.every((field, place) => field === "" || place === fieldOf.get("year"))) return true;
    const rubric = text("rubric");
    if (!plan.years.continues.includes(rubric)) {
      reportOnce("rubric", problems.historyRubric(rubric, plan.years.continues));
      return false;
    }
    const unit = text("unit") || text("name");
    if (unit === "") {
      report(fieldOf.has("unit") ? "unit" : "name", problems.unitBlank());
      return false;
    }
    const outcome = text("outcome");
    if (plan.years.reach > 0 && outcome !== "" && !outcomes.includes(outcome))
      reportOnce("outcome", problems.historyOutcome(outcome, outcomes, closest(outcome, outcomes)));
    const status = text("status");
    if (status !== "" && statusMeant(status) === undefined)
      report(
        "status",
        problems.valueNotInList(status, usualStatusWords(), closest(status, allStatusWords())),
      );
    const after = splitNames(text("after"), knownTitles);
    const days = (column: "since" | "expires") =>
      plan.titles.length === 0
        ? []
        : readTitleDays(text(column), after.length, text("name") || unit, (found) => report(column, found));
    const figures = readFigures(plan, rubric, text, report);
    rows.push({
      year,
      rubric,
      unit,
      name: text("name") || unit,
      group: text("group"),
      ...figures,
      outcome,
      computed: text("computed"),
      before: splitNames(text("before"), knownTitles),
      after,
      since: days("since"),
      expires: days("expires"),
      gone: isGoneFor(status),
      place: 0, // until it is known which file of all this is
      file,
      line,
    });
    return true;
  };

  return { rows, years, headings: table.headings, complete: () => complete, open, read };
}

/** A status stands there of units that are no more; 正常 may stand there of the others. */
const isGoneFor = (status: string): boolean => status !== "" && statusMeant(status) !== "active";

/** What a history of this rubric is made of; the unit goes by its code or its name. */
const columnsFor = (plan: Plan): NamedColumns<HistoryColumn> => ({
  columns: historyColumns,
  others: otherHeadings,
  needed: (has) => [
    ...(["year", "rubric", "total", "rank", "units", "outcome"] as const),
    ...(plan.titles.length > 0 ? (["after"] as const) : []),
    ...(has("unit") || has("name") ? [] : (["unit"] as const)),
  ],
});

const readYear = (text: string): number | undefined => {
  const [, digits] = /^(\d{4})\s*年?$/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
};

/** No exact total of an assessment is as long as this. */
const longestExact = 2000;

type Figures = Pick<HistoryRow, "exact" | "exactGiven" | "total" | "rank" | "size">;

function readFigures(
  plan: Plan,
  rubric: string,
  text: (column: HistoryColumn) => string,
  report: (column: HistoryColumn, problem: Problem) => void,
): Figures {
  const total = parseDecimal(text("total"));
  if (total === undefined) report("total", problems.historyFigure(text("total")));
  const written = text("exact");
  // A history that was made by hand may have no more than the totals that were published.
  const exact = written === "" ? total : written.length > longestExact ? undefined : readExact(written);
  if (exact === undefined && written !== "") report("exact", problems.historyFigure(written));
  const places = text("total").split(".")[1]?.length ?? 0;
  const modes = rubric === plan.rubric.id ? [plan.rounding.mode] : roundingModes;
  if (
    total !== undefined &&
    exact !== undefined &&
    !modes.some((mode) => equals(round(exact, places, mode), total))
  )
    report("total", problems.historyTotal(text("total"), written));
  const rank = readPlace(text("rank"));
  if (rank === undefined) report("rank", problems.historyFigure(text("rank")));
  const size = readPlace(text("units"));
  if (size === undefined) report("units", problems.historyFigure(text("units")));
  if (rank !== undefined && size !== undefined && rank > size)
    report("rank", problems.historyRank(rank, size));
  // Where one of them is wrong nothing is calculated from the others.
  return {
    exact: exact ?? zero,
    exactGiven: written !== "",
    total: total ?? zero,
    rank: rank ?? 1,
    size: size ?? 1,
  };
}

const readExact = (text: string): Rational | undefined => parseFraction(text) ?? parseDecimal(text);

/** A place, or a number of units: 1, 2, 3 and so on. */
function readPlace(text: string): number | undefined {
  const number = text.length > 9 ? undefined : parseDecimal(text);
  return number === undefined || !isWhole(number) || compare(number, one) < 0 ? undefined : Number(text);
}
