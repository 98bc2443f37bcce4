import { closest } from "../base/closest.ts";
import { type Day, formatDay, yearOf } from "../base/date.ts";
import { problems } from "../findings/catalog.ts";
import type { Finding } from "../findings/finding.ts";
import type { Plan } from "../rubric/plan.ts";
import { atRow } from "./match-history.ts";
import type { HistoryRow } from "./read-history.ts";
import type { HeldTitle } from "./standing.ts";
import type { ReadRow } from "./succession.ts";

/** Titles of a name in the history, by their place in the rubric; names that the rubric lacks are told of. */
export function titlesAfter(plan: Plan, row: HistoryRow, findings: Finding[]): readonly number[] {
  const known = plan.titles.map(({ name }) => name);
  return row.after.flatMap((name) => {
    const title = known.indexOf(name);
    if (title !== -1) return [title];
    findings.push(atRow(row, "after", problems.valueNotInList(name, known, closest(name, known))));
    return [];
  });
}

/** The titles of a unit whose register does not say which it holds. */
export const heldAfter = (titles: readonly number[]): readonly HeldTitle[] =>
  [...new Set(titles)]
    .sort((a, b) => a - b)
    .map((title) => ({ title, since: undefined, expires: undefined }));

export interface Reconciled {
  readonly plan: Plan;
  readonly asOf: Day;
  /** By unit. */
  readonly rows: readonly ReadRow[];
  readonly history: readonly (readonly HistoryRow[])[];
  /** Titles after the latest year of each unit; undefined where it has no history. */
  readonly after: readonly (readonly number[] | undefined)[];
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
    if (external || own?.includes(title) === true || inherited.includes(title)) continue;
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
  for (const title of after[unit] ?? []) {
    const { name = "", external = false, term } = plan.titles[title] ?? {};
    if (external || read.named.includes(title)) continue;
    // In a year without an assessment a term may have run out.
    if (term !== undefined && latest.year < yearOf(asOf) - 1) continue;
    row.report("title", problems.titleLost(row.unit, name, latest.year, latest.file.name, latest.line));
  }
}
