import { type Day, formatDay } from "../base/date.ts";
import type { HeldTitle, Standing } from "../evidence/standing.ts";
import { standingReader } from "../evidence/standing-cells.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { Finding } from "../findings/finding.ts";
import { daysText, dayText, titleSeparator, titlesText } from "../report/held-titles.ts";
import type { Plan } from "../rubric/plan.ts";
import type { ColumnRole } from "../rubric/schema.ts";

/** By what, and after which year's decisions, a register is read. */
export interface Deciding {
  readonly plan: Plan;
  readonly asOf: Day;
  readonly year: number;
}

/** A row of this year's register about a unit that was there before. */
export interface WrittenRow {
  /** Its name, and its code; the name again where it has none. */
  readonly unit: string;
  readonly code: string;
  readonly cell: (role: ColumnRole) => string;
  /** A finding about one of its cells. */
  readonly at: (role: ColumnRole, problem: Problem) => Finding;
}

/** The columns that say together which titles a unit holds. */
export const titleRoles: readonly ColumnRole[] = ["title", "since", "expires"];

/** The cells for the titles of a unit: those that the rubric grants as they were, those of others as they are now. */
export function mergeTitles(
  { plan, asOf, year }: Deciding,
  standing: Standing,
  row: WrittenRow,
  findings: Finding[],
): ReadonlyMap<ColumnRole, string> {
  const isOwn = ({ title }: HeldTitle): boolean => plan.titles[title]?.external !== true;
  const { unit, cell } = row;
  const report = (role: ColumnRole, problem: Problem): void => {
    if (titleRoles.includes(role)) findings.push(row.at(role, problem));
  };
  const read = standingReader(plan, asOf)({ unit, cell, report });
  const carried = standing.titles.filter(isOwn);
  const written = read.standing.titles.filter(isOwn);
  const ended = cell("expires") !== "";
  const agree =
    carried.length === written.length &&
    carried.every((one) => {
      const other = written.find(({ title }) => title === one.title);
      if (other === undefined) return false;
      const since = other.since === undefined || one.since === undefined || other.since === one.since;
      const expires = !ended || other.expires === undefined || other.expires === one.expires;
      return since && expires;
    });
  const says = cell("title") !== "";
  if (!agree && !read.doubtful && (says || written.length > 0))
    report(
      "title",
      problems.replayTitles(unit, row.code, describe(plan, written), describe(plan, carried), year),
    );
  const others = read.standing.titles.filter((one) => !isOwn(one));
  const titles = [
    ...carried,
    ...others.map((one): HeldTitle => {
      const before = standing.titles.find(({ title }) => title === one.title);
      return { ...one, since: one.since ?? before?.since, expires: one.expires ?? before?.expires };
    }),
  ].sort((a, b) => a.title - b.title);
  return new Map<ColumnRole, string>([
    ["title", titlesText(plan, titles)],
    ["since", daysText(titles, ({ since }) => since)],
    ["expires", daysText(titles, ({ expires }) => expires)],
  ]);
}

/** Bans and the like that decisions have set are not reset by a register. */
export function checkDays(
  { plan, asOf, year }: Deciding,
  standing: Standing,
  row: WrittenRow,
  findings: Finding[],
): void {
  const { unit, cell } = row;
  const read = standingReader(
    plan,
    asOf,
  )({
    unit,
    cell: (role) => (titleRoles.includes(role) ? "" : cell(role)),
    report: () => undefined, // told of when the whole register is read
  }).standing;
  for (const [role, written, carried] of [
    ["suspended-until", read.suspendedUntil, standing.suspendedUntil],
    ["banned-until", read.bannedUntil, standing.bannedUntil],
    ["rectify-by", read.rectifyBy, standing.rectifyBy],
  ] as const) {
    if (written === undefined || carried === undefined || written === carried) continue;
    const problem = problems.replayDay(unit, row.code, formatDay(written), formatDay(carried), year);
    findings.push(row.at(role, problem));
  }
}

const describe = (plan: Plan, titles: readonly HeldTitle[]): string =>
  titles
    .map((one) => {
      const days = [one.since, one.expires].map(dayText).join("–");
      return `${titlesText(plan, [one])}${days === "–" ? "" : ` ${days}`}`;
    })
    .join(titleSeparator);
