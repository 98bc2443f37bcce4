import type { Result } from "../../assess.ts";
import { harmless } from "../../base/harmless.ts";
import { type Language, say } from "../../base/language.ts";
import { field } from "../csv-fields.ts";
import { type Cell, leagueColumns } from "../league-table.ts";
import type { Reporter } from "../reporter.ts";

const cellText = (cell: Cell, language: Language): string =>
  cell.kind === "number" ? cell.text : field(harmless(say(cell.text, language)));

/** One row a unit, one column an indicator. */
export const csv: Reporter = {
  extensions: ["csv"],
  isCsv: true,
  render(assessment, _facts, { language }) {
    const { before, entries, after } = leagueColumns(assessment);
    const columns = [...before, ...entries, ...after];
    const rowOf = (result: Result): string =>
      columns.map((column) => cellText(column.cell(result), language)).join(",");
    const heading = columns.map((column) => field(harmless(say(column.heading, language)))).join(",");
    return `${[heading, ...assessment.results.map(rowOf)].join("\n")}\n`;
  },
};
