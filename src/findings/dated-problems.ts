import { type Period, periodText } from "../base/period.ts";
import { problem, quoted } from "./problem.ts";

/** As part of an English sentence. */
const during = (period: Period): string => {
  const { en } = periodText(period);
  if (period.from === undefined || period.to === undefined) return en;
  return period.from === period.to ? `on ${en}` : `from ${en}`;
};

/** What can be wrong with rules and figures that hold for a time. */
export const datedProblems = {
  validDay: (found: string) =>
    problem(
      "valid-day",
      "error",
      { zh: `“${quoted(found)}”不是日期或年份`, en: `"${quoted(found)}" is neither a day nor a year` },
      {
        zh: "写成 1981-01-01，或只写年份 1981：from 从该年第一天起，to 到该年最后一天止",
        en: "write 1981-01-01, or a year alone: from begins with its first day, to ends with its last",
      },
    ),
  validNothing: () =>
    problem(
      "valid-nothing",
      "error",
      { zh: "valid 里没有写起止日期", en: "valid does not say from or to which day" },
      {
        zh: "写成 valid: { from: 1981, to: 1991 }，可以只写一头；一直有效的不用写 valid",
        en: "write valid: { from: 1981, to: 1991 }; one end may be left out, and what always holds needs no valid",
      },
    ),
  validOrder: (from: string, to: string) =>
    problem(
      "valid-order",
      "error",
      {
        zh: `有效期从 ${quoted(from)} 到 ${quoted(to)}，止期早于起期`,
        en: `valid from ${quoted(from)} to ${quoted(to)}: it ends before it begins`,
      },
      { zh: "核对 from 和 to", en: "compare from and to" },
    ),
  validOutside: (own: Period, around: Period) =>
    problem(
      "valid-outside",
      "error",
      {
        zh: `有效期（${periodText(own).zh}）在它所在的那一项的有效期（${periodText(around).zh}）之外，永远不起作用`,
        en: `valid ${during(own)}, but what it stands in is valid ${during(around)}: it never holds`,
      },
      { zh: "改正有效期，或删去这一项", en: "mend the days, or take it out" },
    ),
  validGap: (figure: string, gap: Period) =>
    problem(
      "valid-gap",
      "error",
      {
        zh: `${periodText(gap).zh}，“${quoted(figure)}”没有数可用`,
        en: `there is no figure for "${quoted(figure)}" ${during(gap)}`,
      },
      {
        zh: "延长前后两项的有效期，或补上这一段；整个体系只在一段时间有效的，在文件开头写 valid",
        en: "let the items before and after it hold longer, or add one for these days; a rubric that holds only for a time says so with valid at the top of the file",
      },
    ),
  validOverlap: (figure: string, overlap: Period, count: number) =>
    problem(
      "valid-overlap",
      "error",
      {
        zh: `${periodText(overlap).zh}，“${quoted(figure)}”有 ${count} 个数都有效，又没有 when 分开`,
        en: `${count} figures for "${quoted(figure)}" hold ${during(overlap)}, and no when tells them apart`,
      },
      {
        zh: "让前一项的 to 在后一项 from 的前一天",
        en: "let the one end on the day before the other begins",
      },
    ),
  validNoneLeft: (list: string, period: Period) =>
    problem(
      "valid-none-left",
      "error",
      {
        zh: `${periodText(period).zh}，“${quoted(list)}”里一项有效的也没有`,
        en: `nothing of "${quoted(list)}" is valid ${during(period)}`,
      },
      {
        zh: "补上这一段的；整个体系只在一段时间有效的，在文件开头写 valid",
        en: "add what holds then; a rubric that holds only for a time says so with valid at the top of the file",
      },
    ),
  asOfForDated: () =>
    problem(
      "as-of-missing",
      "error",
      {
        zh: "测评体系里有的规定只在一段时间有效（valid），但没有给基准日",
        en: "some of the rubric holds for a time only (valid), but no reference date is given",
      },
      {
        zh: "加上 --as-of 日期，如 --as-of 2021-12-31；工具从不取当天日期",
        en: "add --as-of with a date, such as --as-of 2021-12-31; the clock is never used",
      },
    ),
  asOfOutside: (asOf: string, period: Period) =>
    problem(
      "as-of-outside",
      "error",
      {
        zh: `测评体系的有效期（${periodText(period).zh}）不含基准日 ${asOf}`,
        en: `the rubric is valid ${during(period)}, and the reference date ${asOf} is not in it`,
      },
      {
        zh: "核对 --as-of，或改用那时有效的测评体系",
        en: "compare --as-of, or take the rubric that was valid then",
      },
    ),
};
