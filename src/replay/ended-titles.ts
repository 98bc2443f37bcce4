import { type Day, yearOf } from "../base/date.ts";
import { roleOf } from "../evidence/headings.ts";
import { lastsInto } from "../evidence/standing.ts";
import { standingReader } from "../evidence/standing-cells.ts";
import { daysText, titlesText } from "../report/held-titles.ts";
import type { Plan } from "../rubric/plan.ts";
import type { ColumnRole } from "../rubric/schema.ts";
import type { Table, TableRow } from "./table.ts";

/**
 * A register that is carried on to the year of `asOf` from the end of `year`, without the titles whose terms have
 * run out between the two. What had run out before that stays, and is told of where it was written.
 */
export function withoutEnded(plan: Plan, table: Table, year: number, asOf: Day): Table {
  const fields = new Map<ColumnRole, number>();
  for (const [field, heading] of table.headings.entries()) {
    const role = roleOf(plan, heading, "register");
    if (role !== undefined && !fields.has(role)) fields.set(role, field);
  }
  if (plan.titles.length === 0 || !fields.has("title")) return table;
  const read = standingReader(plan, undefined);
  const kept = (row: TableRow): TableRow => {
    const cell = (role: ColumnRole): string => row.cells[fields.get(role) ?? -1] ?? "";
    let sound = true;
    const report = (): void => {
      sound = false; // told of when the whole register is read
    };
    const { titles } = read({ unit: "", cell, report }).standing;
    const lasting = titles.filter((one) => lastsInto(one, yearOf(asOf)) || !lastsInto(one, year));
    if (!sound || lasting.length === titles.length) return row;
    const texts = new Map<number | undefined, string>([
      [fields.get("title"), titlesText(plan, lasting)],
      [fields.get("since"), daysText(lasting, ({ since }) => since)],
      [fields.get("expires"), daysText(lasting, ({ expires }) => expires)],
    ]);
    return { ...row, cells: row.cells.map((text, field) => texts.get(field) ?? text) };
  };
  return { ...table, rows: table.rows.map(kept) };
}
