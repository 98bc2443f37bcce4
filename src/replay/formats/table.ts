import { formatDay } from "../../base/date.ts";
import { joinTexts, say, type Text } from "../../base/language.ts";
import { groupBy } from "../../base/order.ts";
import { wrap } from "../../base/width.ts";
import { type GridColumn, grid } from "../../report/grid.ts";
import { tally } from "../../report/league-table.ts";
import type { Cause, Change, ChangedField, Comparison } from "../compare.ts";
import type { ReplayReporter } from "./report.ts";

const headings = {
  year: { zh: "年度", en: "Year" },
  asOf: { zh: "基准日", en: "As of" },
  units: { zh: "单位数", en: "Units" },
  outcomes: { zh: "结果", en: "Outcomes" },
} as const satisfies Record<string, Text>;

const fieldWords: Readonly<Record<ChangedField["field"], Text>> = {
  total: { zh: "总分", en: "total" },
  rank: { zh: "名次", en: "rank" },
  outcome: { zh: "结果", en: "outcome" },
  titles: { zh: "称号", en: "titles" },
};

/** A line for each year; then what is different from what was published, and why. */
export const table: ReplayReporter = {
  extensions: ["txt"],
  render({ rubric, years, comparison }, _facts, { language, style, width }) {
    const english = language === "en";
    const column = (key: keyof typeof headings, align: "left" | "right"): GridColumn => ({
      heading: say(headings[key], language),
      align,
      ...(key === "outcomes" ? { shrinksTo: 20 } : {}),
    });
    const rows = years.map(({ year, asOf, assessment }) => [
      String(year),
      formatDay(asOf),
      String(assessment?.results.length ?? 0),
      assessment === undefined
        ? say({ zh: "没有测评", en: "no assessment" }, language)
        : [...tally(assessment)].map(([outcome, count]) => `${outcome} ${count}`).join(english ? ", " : "，"),
    ]);
    const laidOut = grid(
      [column("year", "right"), column("asOf", "left"), column("units", "right"), column("outcomes", "left")],
      rows,
      width,
    );
    const [first, last] = [years[0]?.year ?? "", years.at(-1)?.year ?? ""];
    const lines = [
      style.strong(rubric.title),
      style.faint(
        english
          ? `${first} to ${last}, ${years.length} years`
          : `${first} 至 ${last} 年，共 ${years.length} 年`,
      ),
      "",
      ...laidOut.heading.map((line) => style.faint(line)),
      ...laidOut.rows.flat(),
    ];
    if (comparison === undefined) return `${lines.join("\n")}\n`;
    const told = comparisonTexts(comparison).map((text) => say(text, language));
    lines.push(
      "",
      ...told.flatMap((text, index) =>
        wrap(text, width).map((line) => (index === 0 ? style.strong(line) : line)),
      ),
    );
    for (const [year, changes] of groupBy(comparison.changes, (change) => String(change.year))) {
      lines.push("", style.strong(english ? year : `${year} 年`));
      for (const change of changes) {
        const [head, why] = changeTexts(change).map((text) => say(text, language));
        const part = (text: string, indent: number): string[] =>
          wrap(text, Math.max(20, width - indent - 2)).map(
            (line, index) => `${" ".repeat(index === 0 ? indent : indent + 2)}${line}`,
          );
        lines.push(...part(head ?? "", 2), ...(why === "" ? [] : part(why ?? "", 4)));
      }
    }
    return `${lines.join("\n")}\n`;
  },
};

/** How many results agree with what was published, and which could not be compared. */
function comparisonTexts({ changes, compared, notRecorded, notReplayed }: Comparison): Text[] {
  const many = changes.length;
  const years = (list: readonly number[]): Text => ({ zh: list.join("、"), en: list.join(", ") });
  return [
    many === 0
      ? {
          zh: `与公布的结果一致：比对了 ${compared} 个`,
          en: `the same as published: ${compared} results compared`,
        }
      : {
          zh: `与公布的结果比对 ${compared} 个，不同的 ${many} 个`,
          en: `${many} of ${compared} results differ from what was published`,
        },
    ...(notRecorded.length === 0
      ? []
      : [
          {
            zh: `没有公布结果的年度：${years(notRecorded).zh}`,
            en: `years without published results: ${years(notRecorded).en}`,
          },
        ]),
    ...(notReplayed.length === 0
      ? []
      : [
          {
            zh: `公布了、但这次没有计算的年度：${years(notReplayed).zh}`,
            en: `published years that were not replayed: ${years(notReplayed).en}`,
          },
        ]),
  ];
}

function changeTexts({ name, unit, fields, cause }: Change): readonly [Text, Text] {
  const who = name === unit ? name : `${name}（${unit}）`;
  const whoInEnglish = name === unit ? name : `${name} (${unit})`;
  const parts = fields.map(({ field, recorded, replayed }): Text => {
    const [before, now] = [recorded || "—", replayed || "—"];
    return {
      zh: `${fieldWords[field].zh} ${before} → ${now}`,
      en: `${fieldWords[field].en} ${before} → ${now}`,
    };
  });
  const what = joinTexts(parts, "；", "; ");
  const why = causeText(cause);
  if (parts.length === 0)
    return [
      { zh: `${who}：${why.zh}`, en: `${whoInEnglish}: ${why.en}` },
      { zh: "", en: "" },
    ];
  return [
    { zh: `${who}：${what.zh}`, en: `${whoInEnglish}: ${what.en}` },
    { zh: `原因：${why.zh}`, en: `because ${why.en}` },
  ];
}

function causeText(cause: Cause): Text {
  switch (cause.kind) {
    case "total":
      return { zh: "本年总分不同", en: "its own total differs" };
    case "override":
      return { zh: "人工变更不同", en: "the change by hand differs" };
    case "earlier":
      return {
        zh: `${cause.year} 年的结果不同`,
        en: `its result of ${cause.year} differs`,
      };
    case "place":
      return {
        zh: `名额在它和${cause.units.join("、")}${cause.more === 0 ? "" : `等 ${cause.units.length + cause.more} 个单位`}之间易手`,
        en: `a place changed hands between it and ${cause.units.join(", ")}${cause.more === 0 ? "" : ` and ${cause.more} more`}`,
      };
    case "others":
      return { zh: "其他单位的成绩不同", en: "others did better or worse" };
    case "rules":
      return {
        zh: "分数和往年都没有变，规定不同",
        en: "neither scores nor earlier years changed: the rules have",
      };
    case "not-recorded":
      return { zh: "公布的结果里没有这个单位", en: "it is not among the published results" };
    case "not-replayed":
      return {
        zh: "公布的结果里有，这次的数据里没有",
        en: "it was published, but this year's data do not have it",
      };
    default:
      return cause satisfies never;
  }
}
