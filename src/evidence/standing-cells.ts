import { closest } from "../base/closest.ts";
import { type Day, formatDay, parseDay, withoutMidnight, yearOf } from "../base/date.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { Plan, TitlePlan } from "../rubric/plan.ts";
import type { ColumnRole, Status } from "../rubric/schema.ts";
import { allConditions } from "../rubric/walk.ts";
import { splitNames } from "./named-list.ts";
import { allStatusWords, statusMeant, usualStatusWords } from "./register.ts";
import { exclusiveAmong, type HeldTitle, lastsInto, type Standing } from "./standing.ts";
import { endOfTerm, readTitleDays } from "./title-days.ts";

/** One row of the register, by what its columns mean. */
export interface StandingRow {
  /** The name of the unit. */
  readonly unit: string;
  cell(role: ColumnRole): string;
  report(role: ColumnRole, problem: Problem): void;
}

/** What a row says, and what it says besides: titles that have run out, and a status to come. */
export interface RowStanding {
  readonly standing: Standing;
  /** All titles that the row names, also those whose term is over. */
  readonly named: readonly number[];
  /** Whether it names a title that the rubric does not have: a slip of another name, perhaps. */
  readonly doubtful: boolean;
  /** The status as it is written, whether or not its day has come; undefined for a word that is none. */
  readonly written: Status | undefined;
  /** The units that take over from this one, as they are written. */
  readonly into: string;
  readonly former: string;
}

/** Reads what rows say of titles and status. `asOf` is the reference date. */
export function standingReader(plan: Plan, asOf: Day | undefined): (row: StandingRow) => RowStanding {
  const ending = new Set(
    allConditions(plan).flatMap((condition) => (condition.kind === "term-ends" ? condition.titles : [])),
  );
  return (row) => {
    const { held, named, doubtful } = readTitles(plan.titles, ending, row, asOf);
    const written = readStatus(row);
    const statusDate = readDay(row, "status-date");
    const come = asOf === undefined || statusDate === undefined || statusDate <= asOf;
    const into = row.cell("into");
    const standing: Standing = {
      titles: held,
      status: (come ? written : undefined) ?? "active",
      statusDate: come ? statusDate : undefined,
      into: come ? into : "",
      suspendedUntil: readDay(row, "suspended-until"),
      bannedUntil: readDay(row, "banned-until"),
      rectifyBy: readDay(row, "rectify-by"),
    };
    return { standing, named, doubtful, written, into, former: row.cell("former") };
  };
}

/** What an office writes where there is no title. */
const noTitle: readonly string[] = ["无", "none"];

function readTitles(
  titles: readonly TitlePlan[],
  ending: ReadonlySet<number>,
  row: StandingRow,
  asOf: Day | undefined,
): { held: readonly HeldTitle[]; named: readonly number[]; doubtful: boolean } {
  const text = row.cell("title");
  const known = titles.map(({ name }) => name);
  const names = noTitle.includes(text.toLowerCase()) ? [] : splitNames(text, known);
  const days = (role: "since" | "expires") =>
    readTitleDays(row.cell(role), names.length, row.unit, (problem) => row.report(role, problem));
  const since = days("since");
  const expires = days("expires");
  const read = names.flatMap((name, place) => {
    const title = known.indexOf(name);
    const from = since?.[place];
    if (title !== -1)
      return [{ title, since: from, expires: expires?.[place] ?? endOfTerm(titles[title], from) }];
    row.report("title", problems.valueNotInList(name, known, closest(name, known)));
    return [];
  });
  const held = read.filter((one, place) => {
    const name = known[one.title] ?? "";
    if (read.findIndex(({ title }) => title === one.title) !== place) {
      row.report("title", problems.titleTwice(row.unit, name));
      return false;
    }
    const dated = one.expires !== undefined || titles[one.title]?.term === undefined;
    // Where the dates could not be read, that has been told of.
    if (ending.has(one.title) && !dated && since !== undefined && expires !== undefined)
      row.report("title", problems.titleWithoutTerm(row.unit, name));
    return lasts(row, name, one, asOf);
  });
  held.sort((a, b) => a.title - b.title);
  for (const [first, second] of exclusiveAmong(titles, held))
    row.report("title", problems.titlesHeldBoth(row.unit, first, second));
  return {
    held,
    named: read.map(({ title }) => title),
    doubtful: read.length < names.length,
  };
}

/** Whether a title is held on the reference date, or rather in its year: what ends in it has not ended before. */
function lasts(
  row: StandingRow,
  name: string,
  { since, expires }: HeldTitle,
  asOf: Day | undefined,
): boolean {
  if (since !== undefined && expires !== undefined && expires < since)
    row.report("expires", problems.titleEndsFirst(row.unit, name, formatDay(since), formatDay(expires)));
  if (asOf === undefined) return true;
  if (since !== undefined && since > asOf)
    row.report("since", problems.titleLater(row.unit, name, formatDay(since), formatDay(asOf)));
  if (expires === undefined || lastsInto({ expires }, yearOf(asOf))) return true;
  row.report("title", problems.titleExpired(row.unit, name, formatDay(expires)));
  return false;
}

function readDay(row: StandingRow, role: ColumnRole): Day | undefined {
  const text = row.cell(role);
  const day = parseDay(withoutMidnight(text));
  if (text !== "" && day === undefined) row.report(role, problems.valueNotDay(text));
  return day;
}

function readStatus(row: StandingRow): Status | undefined {
  const text = row.cell("status");
  if (text === "") return "active";
  const status = statusMeant(text);
  if (status !== undefined) return status;
  row.report("status", problems.valueNotInList(text, usualStatusWords(), closest(text, allStatusWords())));
  return undefined;
}
