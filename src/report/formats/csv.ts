import { stringify } from "csv-stringify/sync";
import type { Result } from "../../assess.ts";
import { harmless } from "../../base/harmless.ts";
import { type Language, say } from "../../base/language.ts";
import { type Cell, leagueColumns } from "../league-table.ts";
import type { Reporter } from "../reporter.ts";

const special = /[",\r\n]/;

/** A text as a field. Few hold anything to be quoted; csv-stringify is asked about those that do. */
const field = (text: string): string => (special.test(text) ? stringify([[text]]).slice(0, -1) : text);

const cellText = (cell: Cell, language: Language): string =>
  cell.kind === "number" ? cell.text : field(harmless(say(cell.text, language)));

/** One row a unit, one column an indicator. */
export const csv: Reporter = {
  extensions: ["csv"],
  render(assessment, _facts, { language }) {
    const { before, entries, after } = leagueColumns(assessment);
    const columns = [...before, ...entries, ...after];
    const rowOf = (result: Result): string =>
      columns.map((column) => cellText(column.cell(result), language)).join(",");
    const heading = columns.map((column) => field(harmless(say(column.heading, language)))).join(",");
    return `${[heading, ...assessment.results.map(rowOf)].join("\n")}\n`;
  },
};
