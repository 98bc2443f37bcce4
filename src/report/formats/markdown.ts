import { escapeMarkdown } from "../../base/escape-markdown.ts";
import { say } from "../../base/language.ts";
import { groupBy } from "../../base/order.ts";
import { leagueColumns, tally } from "../league-table.ts";
import type { Reporter } from "../reporter.ts";

/** A heading and a table for each group; one column for each indicator. */
export const markdown: Reporter = {
  extensions: ["md", "markdown"],
  render(assessment, _facts, { language }) {
    const { plan, results } = assessment;
    const { before, entries, after } = leagueColumns(assessment);
    const columns = [...before.filter(({ id }) => id !== "group"), ...entries, ...after];
    const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
    const lines = [`# ${escapeMarkdown(plan.rubric.title)}`];
    for (const [group, members] of groupBy(results, (result) => result.group)) {
      if (group !== "") lines.push("", `## ${escapeMarkdown(group)}`);
      lines.push("", row(columns.map(({ heading }) => escapeMarkdown(say(heading, language)))));
      lines.push(row(columns.map(({ kind }) => (kind === "number" ? "---:" : "---"))));
      for (const result of members) {
        const cells = columns.map((column) => {
          const cell = column.cell(result);
          return cell.kind === "number" ? cell.text : escapeMarkdown(say(cell.text, language));
        });
        lines.push(row(cells));
      }
    }
    const counts = [...tally(assessment)].map(([name, count]) => `${escapeMarkdown(name)} ${count}`);
    if (counts.length > 0) lines.push("", counts.join(language === "en" ? ", " : "，"));
    return `${lines.join("\n")}\n`;
  },
};
