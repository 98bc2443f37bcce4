import type { Result } from "../../assess.ts";
import { parseDay, yearOf } from "../../base/date.ts";
import { guarded } from "../../base/harmless.ts";
import { say } from "../../base/language.ts";
import { groupBy } from "../../base/order.ts";
import { formatFraction } from "../../base/rational.ts";
import { type HistoryColumn, historyColumnNames, historyColumns } from "../../evidence/history-columns.ts";
import { statusText } from "../../evidence/register.ts";
import { type HeldTitle, isGone } from "../../evidence/standing.ts";
import { csvText } from "../csv-fields.ts";
import { daysText, lastingTitles, titlesText } from "../held-titles.ts";
import { showPoints } from "../league-table.ts";
import type { Reporter } from "../reporter.ts";

/** The results of this year, as `--history` reads them in the years to come. Its year is that of the reference date. */
export const history: Reporter = {
  extensions: [],
  isCsv: true,
  render({ plan, results }, { asOf }, { language }) {
    const day = parseDay(asOf ?? "");
    const year = day === undefined ? undefined : yearOf(day);
    const groups = groupBy(results, ({ group }) => group);
    const cells = (result: Result, titles: readonly HeldTitle[]): Record<HistoryColumn, string> => ({
      year: String(year ?? ""),
      rubric: plan.rubric.id,
      unit: result.score.unit.key,
      name: result.score.unit.name,
      group: result.group,
      total: showPoints(plan, result.score.total),
      exact: formatFraction(result.score.total),
      rank: String(result.rank),
      units: String(groups.get(result.group)?.length ?? 0),
      outcome: result.outcome ?? "",
      computed: result.computed ?? "",
      clause: result.clause ?? "",
      before: titlesText(plan, result.before.titles),
      after: titlesText(plan, titles),
      since: daysText(titles, ({ since }) => since),
      expires: daysText(titles, ({ expires }) => expires),
      status: isGone(result.after) ? say(statusText(result.after.status), language) : "",
    });
    const rows = results.map((result) => {
      const row = cells(result, lastingTitles(result.after.titles, year));
      return historyColumnNames.map((column) =>
        figures.includes(column) ? row[column] : guarded(row[column]),
      );
    });
    return csvText([historyColumnNames.map((column) => say(historyColumns[column], language)), ...rows]);
  },
};

const figures: readonly HistoryColumn[] = ["year", "total", "exact", "rank", "units"];
