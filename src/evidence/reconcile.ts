import { closest } from "../base/closest.ts";
import { type Day, dayOf, formatDay, monthsAfter, yearOf } from "../base/date.ts";
import { problems } from "../findings/catalog.ts";
import type { Finding } from "../findings/finding.ts";
import type { Plan } from "../rubric/plan.ts";
import { atRow } from "./match-history.ts";
import type { HistoryRow } from "./read-history.ts";
import { type HeldTitle, lastsInto } from "./standing.ts";
import type { ReadRow } from "./succession.ts";
import { endOfTerm } from "./title-days.ts";

/**
 * The titles that a row of the history leaves a unit with, in the order of the rubric, as far as it tells of
 * their days; names that the rubric lacks are told of.
 */
export function titlesAfter(plan: Plan, row: HistoryRow, findings: Finding[]): readonly HeldTitle[] {
  const known = plan.titles.map(({ name }) => name);
  const titles = row.after.flatMap((name, place): HeldTitle[] => {
    const title = known.indexOf(name);
    const since = row.since?.[place];
    const expires = row.expires?.[place] ?? endOfTerm(plan.titles[title], since);
    if (since !== undefined && yearOf(since) > row.year)
      findings.push(
        atRow(row, "since", problems.titleLater(row.name, name, formatDay(since), `${row.year}-12-31`)),
      );
    if (since !== undefined && expires !== undefined && expires < since)
      findings.push(
        atRow(row, "expires", problems.titleEndsFirst(row.name, name, formatDay(since), formatDay(expires))),
      );
    if (title !== -1) return [{ title, since, expires }];
    findings.push(atRow(row, "after", problems.valueNotInList(name, known, closest(name, known))));
    return [];
  });
  return titles
    .filter(({ title }, place) => titles.findIndex((other) => other.title === title) === place)
    .sort((a, b) => a.title - b.title);
}

/** What a unit holds in a year of which no register says it; a term of which nothing is known would never end. */
export function heldAfter(
  plan: Plan,
  row: HistoryRow,
  titles: readonly HeldTitle[],
  asOf: Day,
  findings: Finding[],
): readonly HeldTitle[] {
  const dated = row.since !== undefined && row.expires !== undefined;
  for (const { title, expires } of dated ? titles : []) {
    const { name = "", term } = plan.titles[title] ?? {};
    if (term !== undefined && expires === undefined)
      findings.push(atRow(row, "after", problems.titleUndated(row.name, name, row.year)));
  }
  return titles.filter((one) => lastsInto(one, yearOf(asOf)));
}

export interface Reconciled {
  readonly plan: Plan;
  readonly asOf: Day;
  /** By unit. */
  readonly rows: readonly ReadRow[];
  readonly history: readonly (readonly HistoryRow[])[];
  /** Titles after the latest year of each unit; undefined where it has no history. */
  readonly after: readonly (readonly HeldTitle[] | undefined)[];
  readonly predecessors: readonly (readonly number[])[];
  readonly years: ReadonlySet<number>;
}

/** The register and the decisions of earlier years must tell of the same titles; others' titles are not ours to know. */
export function reconcile(facts: Reconciled): void {
  if (facts.years.size === 0) return;
  for (const unit of facts.rows.keys()) {
    findUngranted(facts, unit);
    findLost(facts, unit);
  }
}

function findUngranted({ plan, rows, history, after, predecessors, years }: Reconciled, unit: number): void {
  const { row, read } = rows[unit] ?? {};
  if (row === undefined || read === undefined) return;
  const own = after[unit];
  const first = Math.min(...years);
  const inherited = (predecessors[unit] ?? []).flatMap((other) => after[other] ?? []);
  for (const { title, since } of read.standing.titles) {
    const { name = "", external = false } = plan.titles[title] ?? {};
    if (external || [...(own ?? []), ...inherited].some((one) => one.title === title)) continue;
    // A unit that the history does not know may hold what it was granted before the history begins.
    if (own === undefined && (since === undefined || yearOf(since) < first)) continue;
    const latest = history[unit]?.[0];
    row.report(
      "title",
      latest === undefined
        ? problems.titleNeverGranted(row.unit, name, since === undefined ? "" : formatDay(since))
        : problems.titleNotGranted(row.unit, name, latest.year, latest.file.name, latest.line),
    );
  }
}

function findLost({ plan, asOf, rows, history, after }: Reconciled, unit: number): void {
  const { row, read } = rows[unit] ?? {};
  const latest = history[unit]?.[0];
  if (row === undefined || read === undefined || latest === undefined || read.doubtful) return;
  for (const one of after[unit] ?? []) {
    const { name = "", external = false } = plan.titles[one.title] ?? {};
    if (external || read.named.includes(one.title)) continue;
    if (mayHaveEnded(plan, one, history[unit] ?? [], yearOf(asOf))) continue;
    row.report("title", problems.titleLost(row.unit, name, latest.year, latest.file.name, latest.line));
  }
}

/** Whether a term may have run out before this year, and after the latest of which there is a row. */
function mayHaveEnded(
  plan: Plan,
  one: HeldTitle,
  [latest, ...earlier]: readonly HistoryRow[],
  year: number,
): boolean {
  const { name = "", term } = plan.titles[one.title] ?? {};
  if (one.expires !== undefined) return !lastsInto(one, year);
  if (latest === undefined || term === undefined || latest.year >= year - 1) return false;
  const { every } = plan.years;
  // What is granted in one assessment for as long as it takes to a later one ends in the year of that one.
  if (latest.year >= year - every && term.months % (12 * every) === 0) return false;
  const granted = grantedIn([latest, ...earlier], name);
  return granted === undefined || yearOf(monthsAfter(dayOf(granted, 1, 1), term.months)) < year;
}

/** The first year in which a unit can have been granted what it holds, where its rows, the latest first, tell of that. */
function grantedIn(rows: readonly HistoryRow[], title: string): number | undefined {
  for (const row of rows) {
    if (!row.after.includes(title)) return row.year + 1;
    if (row.file.fields.has("before") && !row.before.includes(title)) return row.year;
  }
  return undefined;
}
