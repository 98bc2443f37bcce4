import { stringify } from "csv-stringify/sync";
import { say } from "../../base/language.ts";
import { leagueColumns } from "../league-table.ts";
import type { Reporter } from "../reporter.ts";

const formulaStart = /^[=+\-@＝＋－＠\t\r]/u;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

/** A text that a spreadsheet would run as a formula, made harmless; numbers, also negative ones, stay. */
export const harmless = (text: string): string =>
  formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;

/** One row a unit, one column an indicator. */
export const csv: Reporter = {
  extensions: ["csv"],
  render(assessment, _facts, { language }) {
    const { before, entries, after } = leagueColumns(assessment);
    const columns = [...before, ...entries, ...after];
    const heading = columns.map((column) => harmless(say(column.heading, language)));
    const rows = assessment.results.map((result) =>
      columns.map((column) => {
        const cell = column.cell(result);
        return cell.kind === "number" ? cell.text : harmless(say(cell.text, language));
      }),
    );
    return stringify([heading, ...rows]);
  },
};
