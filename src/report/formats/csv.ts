import { stringify } from "csv-stringify/sync";
import type { Result } from "../../assess.ts";
import { harmless } from "../../base/harmless.ts";
import { say } from "../../base/language.ts";
import { leagueColumns } from "../league-table.ts";
import type { Reporter } from "../reporter.ts";

const batch = 256;

/** One row a unit, one column an indicator. */
export const csv: Reporter = {
  extensions: ["csv"],
  render(assessment, _facts, { language }) {
    const { before, entries, after } = leagueColumns(assessment);
    const columns = [...before, ...entries, ...after];
    const heading = columns.map((column) => harmless(say(column.heading, language)));
    const rowOf = (result: Result): string[] =>
      columns.map((column) => {
        const cell = column.cell(result);
        return cell.kind === "number" ? cell.text : harmless(say(cell.text, language));
      });
    // A batch at a time: the cells of all units at once would take more memory than the file.
    const parts = [stringify([heading])];
    for (let start = 0; start < assessment.results.length; start += batch) {
      parts.push(stringify(assessment.results.slice(start, start + batch).map(rowOf)));
    }
    return parts.join("");
  },
};
