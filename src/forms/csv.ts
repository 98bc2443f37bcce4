import { stringify } from "csv-stringify/sync";
import { harmless } from "../base/harmless.ts";
import type { EmptyForm } from "./form.ts";

/** The form as a CSV file; with the mark that Excel knows UTF-8 by. */
export function renderForm({ columns, rows }: EmptyForm): string {
  const heading = columns.map((column) => column.heading);
  const blank = heading.map(() => "");
  const table = [heading, ...rows.map((row) => blank.map((_, field) => row[field] ?? ""))];
  return `\uFEFF${stringify(table.map((row) => row.map(harmless)))}`;
}
