import type { Assessment, Result } from "../../assess.ts";
import { harmless } from "../../base/harmless.ts";
import { say, type Text } from "../../base/language.ts";
import { formatFraction } from "../../base/rational.ts";
import { csvText } from "../../report/csv-fields.ts";
import { lastingTitles, titlesText } from "../../report/held-titles.ts";
import { reasonsText, showPoints } from "../../report/league-table.ts";
import type { ReplayedYear } from "../replay.ts";
import type { ReplayReporter } from "./report.ts";

interface Column {
  readonly heading: Text;
  readonly kind: "text" | "number";
  cell(year: ReplayedYear, assessment: Assessment, result: Result): Text | string;
}

const columns: readonly Column[] = [
  { heading: { zh: "年度", en: "Year" }, kind: "number", cell: ({ year }) => String(year) },
  { heading: { zh: "组别", en: "Group" }, kind: "text", cell: (_year, _all, { group }) => group },
  { heading: { zh: "名次", en: "Rank" }, kind: "number", cell: (_year, _all, { rank }) => String(rank) },
  { heading: { zh: "单位代码", en: "Code" }, kind: "text", cell: (_year, _all, { score }) => score.unit.key },
  { heading: { zh: "单位", en: "Unit" }, kind: "text", cell: (_year, _all, { score }) => score.unit.name },
  {
    heading: { zh: "总分", en: "Total" },
    kind: "number",
    cell: (_year, { plan }, { score }) => showPoints(plan, score.total),
  },
  {
    heading: { zh: "精确总分", en: "Exact" },
    kind: "number",
    cell: (_year, _all, { score }) => formatFraction(score.total),
  },
  {
    heading: { zh: "结果", en: "Outcome" },
    kind: "text",
    cell: (_year, _all, { outcome }) => outcome ?? "",
  },
  {
    heading: { zh: "计算结果", en: "Computed" },
    kind: "text",
    cell: (_year, _all, { computed }) => computed ?? "",
  },
  {
    heading: { zh: "原有称号", en: "Titles before" },
    kind: "text",
    cell: (_year, { plan }, { before }) => titlesText(plan, before.titles),
  },
  {
    heading: { zh: "现有称号", en: "Titles after" },
    kind: "text",
    cell: ({ year }, { plan }, { after }) => titlesText(plan, lastingTitles(after.titles, year)),
  },
  {
    heading: { zh: "理由", en: "Reasons" },
    kind: "text",
    cell: (_year, assessment, result) => reasonsText(assessment, result),
  },
];

/** One row a year and unit. */
export const csv: ReplayReporter = {
  extensions: ["csv"],
  isCsv: true,
  render({ years }, _facts, { language }) {
    const rows = years.flatMap((year) =>
      (year.assessment?.results ?? []).map((result) =>
        columns.map(({ kind, cell }) => {
          const value = year.assessment === undefined ? "" : cell(year, year.assessment, result);
          const text = typeof value === "string" ? value : say(value, language);
          return kind === "number" ? text : harmless(text);
        }),
      ),
    );
    return csvText([columns.map(({ heading }) => say(heading, language)), ...rows]);
  },
};
