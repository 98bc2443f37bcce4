import { closest } from "../base/closest.ts";
import { type Day, formatDay, parseDay, withoutMidnight } from "../base/date.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, inFile } from "../findings/finding.ts";
import { outcomeNames, outcomesMeant, wordFor } from "../rubric/outcome-names.ts";
import type { Plan } from "../rubric/plan.ts";
import type { EvidenceFile } from "./evidence.ts";
import { createNamedReader, type NamedColumns, type NamedRow, namedFile } from "./named-columns.ts";
import type { OverrideRecord } from "./override.ts";
import {
  type OverrideColumn,
  otherOverrideHeadings,
  overrideColumnNames,
  overrideColumns,
  overrideFields,
} from "./override-columns.ts";
import type { Roster, RosterEntry } from "./roster.ts";
import { readRows, type Source } from "./rows.ts";
import { unknownUnit } from "./unknown-unit.ts";

export interface ReadOverrides {
  readonly records: readonly OverrideRecord[];
  readonly file: EvidenceFile;
  readonly findings: readonly Finding[];
}

/** Reads the decisions that were changed by hand. Units are those that have been read before. */
export async function readOverrides(
  plan: Plan,
  source: Source,
  roster: Roster,
  asOf: Day | undefined,
): Promise<ReadOverrides> {
  const findings: Finding[] = [];
  const records: OverrideRecord[] = [];
  const table = createNamedReader(plan, named, source.name, findings);
  const seen = new Map<RosterEntry, number>();
  let readable = false;
  let count = -1;
  const stopped = await readRows(source, (written, line) => {
    count += 1;
    if (count === 0) readable = table.open(written, line);
    else if (readable) {
      const row = table.row(written, line);
      const record = row && readRecord(plan, roster, row, asOf, seen);
      if (record !== undefined) records.push(record);
    }
  });
  findings.push(...stopped);
  if (count === -1 && stopped.length === 0) findings.push(inFile(source.name, problems.fileEmpty()));
  return { records, file: namedFile(source.name, table.headings(), Math.max(count, 0)), findings };
}

/** A code and a name may both stand there: the code, which comes first, is what counts. */
const named: NamedColumns<OverrideColumn> = {
  columns: overrideColumns,
  others: otherOverrideHeadings,
  needed: () => overrideColumnNames,
  twice: "unit",
};

type OverrideRow = NamedRow<OverrideColumn>;

/** A row in which everything is in order; what is not is told of. */
function readRecord(
  plan: Plan,
  roster: Roster,
  row: OverrideRow,
  asOf: Day | undefined,
  seen: Map<RosterEntry, number>,
): OverrideRecord | undefined {
  const unit = readUnit(roster, row);
  const isOutcome = readField(row);
  const date = readDate(row, asOf);
  for (const column of ["reason", "by"] as const)
    if (row.cell(column) === "") row.report(column, problems.overrideIncomplete(column));
  const given = row.cell("old");
  const old = given === "" || !isOutcome ? [] : readOutcome(plan, row, "old");
  const meant = isOutcome ? readOutcome(plan, row, "new") : [];
  const before = unit === undefined || !isOutcome ? undefined : seen.get(unit);
  if (unit !== undefined && before !== undefined)
    row.report("unit", problems.overrideTwice(unit.name, before));
  else if (unit !== undefined && isOutcome) seen.set(unit, row.line);
  const [target, ...others] = meant;
  if (target !== undefined && others.length > 0)
    row.report(
      "new",
      problems.overrideAmbiguous(
        target.outcome,
        meant.map((one) => wordFor(plan, one)),
      ),
    );
  if (unit === undefined || target === undefined || date === undefined || before !== undefined)
    return undefined;
  return {
    unit: unit.index,
    old: given === "" ? undefined : (old[0]?.outcome ?? given),
    outcome: target.outcome,
    rule: target.rule,
    byClause: target.byClause,
    reason: row.cell("reason"),
    by: row.cell("by"),
    date,
    at: row.at,
  };
}

function readUnit(roster: Roster, row: OverrideRow): RosterEntry | undefined {
  const written = row.cell("unit");
  const unit = roster.find(written);
  if (unit !== undefined && written !== "") {
    const other = roster.other(unit, row.second);
    if (other === undefined) return unit;
    row.reportSecond(problems.unitMismatch(written, unit.name, other.name, other.code));
    return undefined;
  }
  row.report("unit", written === "" ? problems.unitBlank() : unknownUnit(roster, written));
  return undefined;
}

function readField(row: OverrideRow): boolean {
  const written = row.cell("field");
  const known = Object.values(overrideFields).flat();
  if (known.some((word) => word === written.toLowerCase())) return true;
  row.report("field", problems.overrideField(written, known, closest(written, known)));
  return false;
}

function readDate(row: OverrideRow, asOf: Day | undefined): Day | undefined {
  const written = row.cell("date");
  if (written === "") {
    row.report("date", problems.overrideIncomplete("date"));
    return undefined;
  }
  const date = parseDay(withoutMidnight(written));
  if (date === undefined) row.report("date", problems.valueNotDay(written));
  else if (asOf !== undefined && date > asOf)
    row.report("date", problems.overrideLater(formatDay(date), formatDay(asOf)));
  return date;
}

function readOutcome(plan: Plan, row: OverrideRow, column: "old" | "new") {
  const written = row.cell(column);
  const meant = outcomesMeant(plan, written);
  const known = outcomeNames(plan);
  if (meant.length === 0)
    row.report(column, problems.overrideOutcome(written, known, closest(written, known)));
  return meant;
}
