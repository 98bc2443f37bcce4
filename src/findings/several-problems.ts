import { dayOfSerial, formatDay } from "../base/date.ts";
import type { Text } from "../base/language.ts";
import { nearOr, problem, quoted } from "./problem.ts";

/** What can be wrong with several assessors, sites, periods, answer sheets, events, dates and phases. */
export const severalProblems = {
  // in the rubric
  windowText: (found: string) =>
    problem(
      "window-text",
      "error",
      { zh: `看不懂的时间范围“${quoted(found)}”`, en: `"${quoted(found)}" is no window of time` },
      {
        zh: "写成 12 months、2 years、year（本年）、term（本届）或 2021-01-01..2021-12-31",
        en: "write 12 months, 2 years, year, term or 2021-01-01..2021-12-31",
      },
    ),
  termMissing: () =>
    problem(
      "term-missing",
      "error",
      {
        zh: "用了“本届”，但没有写本届的起止日期",
        en: "a window speaks of the term, but the rubric does not say when the term is",
      },
      {
        zh: "在文件开头写 term: { from: 2021-01-01, to: 2023-12-31 }",
        en: "write term: { from: 2021-01-01, to: 2023-12-31 } at the top",
      },
    ),
  termOrder: (from: string, to: string) =>
    problem(
      "term-order",
      "error",
      {
        zh: `本届从 ${quoted(from)} 到 ${quoted(to)}，止期早于起期`,
        en: `the term goes from ${quoted(from)} to ${quoted(to)}: it ends before it begins`,
      },
      { zh: "核对 term 的 from 和 to", en: "compare from and to of the term" },
    ),
  dateText: (found: string) =>
    problem(
      "date-text",
      "error",
      { zh: `“${quoted(found)}”不是日期`, en: `"${quoted(found)}" is not a date` },
      {
        zh: "写成 2021-03-15、2021年3月15日；只到月份的写 2021-03",
        en: "write 2021-03-15, or 2021-03 for a whole month",
      },
    ),
  reductionOnDeclared: (id: string) =>
    problem(
      "several-on-declared",
      "error",
      {
        zh: `“${id}”是 inputs 里声明的输入项，assessors、sites、periods 要写在那里`,
        en: `"${id}" is declared under inputs: assessors, sites and periods belong there`,
      },
      {
        zh: "写在输入项上是先合成数、再计分；要先各自计分、再合成，这一指标就要有自己的列，去掉 input",
        en: "on the input, figures are brought together before the rule sees them; to score each first, give the indicator a column of its own, without input",
      },
    ),
  severalWithoutValues: (name: string) =>
    problem(
      "several-without-values",
      "error",
      {
        zh: `“${quoted(name)}”没有可以分别计分的值，不能写 assessors、sites、periods`,
        en: `"${quoted(name)}" has no values that could be scored apart: assessors, sites and periods cannot stand here`,
      },
      {
        zh: "把这几个键写在 inputs 里它所用的输入项上",
        en: "write these keys on the input it uses, under inputs",
      },
    ),
  severalNotHandedIn: (id: string) =>
    problem(
      "several-not-handed-in",
      "error",
      {
        zh: `“${id}”是推算的或登记表里的，没有几个值可以合成`,
        en: `"${id}" is computed or stands in the register: it has no several values to bring together`,
      },
      {
        zh: "把 assessors、sites、periods 写在用来推算的输入项上",
        en: "write assessors, sites or periods on the inputs it is computed from",
      },
    ),
  sumAbovePoints: (unit: string, name: string, found: string, most: string) =>
    problem(
      "sum-above-points",
      "warning",
      {
        zh: `“${quoted(unit)}”的“${quoted(name)}”合计 ${found} 分，超过分值，按 ${most} 分计`,
        en: `"${quoted(name)}" of "${quoted(unit)}" adds up to ${found} and counts ${most}, its points`,
      },
      {
        zh: "分值是合计的上限；要按次封顶，改大分值，或在 inputs 里先求合计",
        en: "the points limit the sum: raise them, or add up in an input first",
      },
    ),
  awardAbovePoints: (found: string, most: string) =>
    problem(
      "award-above-points",
      "error",
      {
        zh: `这里给 ${found} 分，超过本指标的 ${most} 分`,
        en: `${found} points are given here, but the indicator is worth ${most}`,
      },
      {
        zh: "改正分数或分值；也可写成百分比，随分值变化",
        en: "mend one of them, or write a percentage, which goes with the points",
      },
    ),
  severalNeedsNumber: (id: string) =>
    problem(
      "several-needs-number",
      "error",
      {
        zh: `“${id}”不是数，几个值无法合成`,
        en: `"${id}" is not a number: several values of it cannot be brought together`,
      },
      {
        zh: "把 assessors、sites、periods 写在指标上，先各自计分再合成",
        en: "write assessors, sites or periods on the indicator: each is scored first, and the points are brought together",
      },
    ),
  sheetsAndOther: (id: string) =>
    problem(
      "sheets-and-other",
      "error",
      {
        zh: `“${id}”是逐份问卷，不能再写 assessors、sites、periods 或别的来源`,
        en: `"${id}" is made from answer sheets: assessors, sites, periods and other sources cannot stand beside them`,
      },
      { zh: "问卷另立一个输入项", en: "make an input of its own for the sheets" },
    ),
  phaseResult: (name: string, known: readonly string[], near: string | undefined) =>
    problem(
      "phase-unknown",
      "error",
      { zh: `没有叫“${quoted(name)}”的阶段`, en: `there is no phase "${quoted(name)}"` },
      nearOr(near, known),
    ),
  eventsPoints: () =>
    problem(
      "events-points",
      "error",
      { zh: "没有写每件事项计多少分", en: "it does not say how many points an event counts" },
      {
        zh: "写 each: 分值（每件），或 levels: { 国家级: 5, 省级: 3 }（按级别），二者取一",
        en: "write each: points, or levels: { national: 5, provincial: 3 }; one of the two",
      },
    ),
  repeatFrom: (from: number) =>
    problem(
      "repeat-from",
      "warning",
      {
        zh: `从第 ${from} 件起乘系数，就是每件都乘，没有一件算重复`,
        en: `from the ${from === 1 ? "first" : `${from}th`} on means every one: none is a repetition`,
      },
      {
        zh: "写从第几件起算重复，如 from: 2、from: 3；每件都乘的，直接改 each 或 levels 的分值",
        en: "say which is the first that counts as repeated, such as from: 2 or from: 3; where all are meant, change the points in each or levels",
      },
    ),
  perWithoutOf: () =>
    problem(
      "table-share",
      "error",
      {
        zh: "没有写总数 of，表中的界线就要写百分数",
        en: "without a number of them (of), the lines of the table must be percentages",
      },
      {
        zh: "写 of: 5，或把表写成 { 100%: A, 80%: B }",
        en: "write of: 5, or a table such as { 100%: A, 80%: B }",
      },
    ),

  // in the data
  asOfMissing: () =>
    problem(
      "as-of-missing",
      "error",
      {
        zh: "测评体系要从基准日看时间范围、称号或往年，但没有给基准日",
        en: "the rubric looks at windows of time, titles or earlier years from a reference date, but none is given",
      },
      {
        zh: "加上 --as-of 日期，如 --as-of 2021-12-31；工具从不取当天日期",
        en: "add --as-of with a date, such as --as-of 2021-12-31; the clock is never used",
      },
    ),
  asOfText: (found: string) =>
    problem(
      "as-of-text",
      "error",
      {
        zh: `--as-of 后面的“${quoted(found)}”不是日期`,
        en: `"${quoted(found)}" after --as-of is not a date`,
      },
      { zh: "写成 2021-12-31", en: "write it as 2021-12-31" },
    ),
  eventsMissing: () =>
    problem(
      "events-missing",
      "warning",
      {
        zh: "测评体系要看事项，但没有给事项文件，按没有事项计",
        en: "the rubric reads events, but no file of events is given: none are counted",
      },
      {
        zh: "用 --events 给出（用 --replay 时是年份文件夹里的 events.csv）；确实没有的，给一个只有列名的文件",
        en: "give it with --events (with --replay, as events.csv in the folder of the year); where there were none, give one that has only its headings",
      },
    ),
  valueNotDate: (found: string) =>
    problem(
      "value-not-date",
      "error",
      ...(serialProblem(found) ?? [
        { zh: `“${quoted(found)}”不是日期`, en: `"${quoted(found)}" is not a date` },
        {
          zh: "写成 2021-03-15、2021/3/15 或 2021年3月15日；只到月份的写 2021-03",
          en: "write 2021-03-15, 2021/3/15 or 2021年3月15日, and 2021-03 for a whole month",
        },
      ]),
    ),
  valueNotDay: (found: string) =>
    problem(
      "value-not-date",
      "error",
      ...(serialProblem(found) ?? [
        { zh: `“${quoted(found)}”不是某一天`, en: `"${quoted(found)}" is not a day` },
        {
          zh: "写成 2021-03-15、2021/3/15 或 2021年3月15日",
          en: "write 2021-03-15, 2021/3/15 or 2021年3月15日",
        },
      ]),
    ),
  eventLevel: (kind: string, level: string, allowed: readonly string[]) =>
    problem(
      "event-level",
      "error",
      level === ""
        ? {
            zh: `“${quoted(kind)}”没有写级别，无法计分`,
            en: `"${quoted(kind)}" names no level and cannot be scored`,
          }
        : {
            zh: `“${quoted(kind)}”的级别“${quoted(level)}”没有规定分值`,
            en: `no points are laid down for "${quoted(kind)}" at the level "${quoted(level)}"`,
          },
      nearOr(undefined, allowed),
    ),
  unitUnknownInEvents: (name: string, near: string | undefined) =>
    problem(
      "unit-unknown",
      "error",
      {
        zh: `登记表和报送数据里都没有单位“${quoted(name)}”`,
        en: `neither the register nor the submissions have a unit "${quoted(name)}"`,
      },
      nearOr(near, []) ?? { zh: "核对名称或代码", en: "check the name or code" },
    ),
  partMissing: (unit: string, name: string, from: string) => ({
    ...problem(
      "value-missing",
      "warning",
      {
        zh: `“${quoted(unit)}”的“${quoted(name)}”缺${from === "" ? "一个值" : quoted(from)}，没有计入`,
        en: `"${quoted(name)}" of "${quoted(unit)}" has a blank${from === "" ? "" : ` for ${quoted(from)}`}, which was left out`,
      },
      { zh: "补上数据；不适用写“不适用”", en: 'hand it in; write "n/a" where it does not apply' },
    ),
    item: `${name} ${from}`,
  }),
  eventAfter: (day: string, asOf: string) =>
    problem(
      "event-after",
      "warning",
      {
        zh: `事项日期 ${day} 在基准日 ${asOf} 之后，没有计入`,
        en: `the event of ${day} is after the reference date ${asOf} and was not counted`,
      },
      { zh: "核对日期，或换一个基准日", en: "check the date, or choose another reference date" },
    ),
  fewAssessors: (unit: string, name: string, from: string, count: number, blank: number) =>
    problem(
      "few-assessors",
      "warning",
      {
        zh: `“${quoted(unit)}”的“${quoted(name)}”${from === "" ? "" : `（${quoted(from)}）`}只有 ${count} 个分数${blank === 0 ? "" : `（另有 ${blank} 个空着）`}，没有去掉最高和最低，取了平均`,
        en: `"${quoted(name)}" of "${quoted(unit)}"${from === "" ? "" : ` (${quoted(from)})`} has ${count} ${count === 1 ? "mark" : "marks"} only${blank === 0 ? "" : `, and ${blank} ${blank === 1 ? "cell is" : "cells are"} blank`}: nothing was left out, and the plain mean was taken`,
      },
      { zh: "核对是否漏收了测评员的打分", en: "see whether marks of an assessor are missing" },
    ),
  periodUnknown: (period: string, known: readonly string[], near: string | undefined) =>
    problem(
      "period-unknown",
      "error",
      { zh: `测评体系里没有时期“${quoted(period)}”`, en: `the rubric has no period "${quoted(period)}"` },
      nearOr(near, known),
    ),
  periodMissing: (unit: string, name: string, period: string) =>
    problem(
      "value-missing",
      "warning",
      {
        zh: `“${quoted(unit)}”缺“${quoted(name)}”的 ${quoted(period)}，按 0 计`,
        en: `"${quoted(name)}" of "${quoted(unit)}" is missing for ${quoted(period)} and counts as 0`,
      },
      {
        zh: "补上数据，或在测评体系里用 missing 规定缺报怎样算",
        en: "hand it in, or say in the rubric, with missing, what a blank means",
      },
    ),
  fewerThanDue: (unit: string, name: string, found: number, due: number) =>
    problem(
      "value-missing",
      "warning",
      {
        zh: `“${quoted(unit)}”的“${quoted(name)}”应有 ${due} 个，只报了 ${found} 个，其余按未达到计`,
        en: `"${quoted(name)}" of "${quoted(unit)}" should have ${due} values but has ${found}; the others count as not met`,
      },
      { zh: "补上数据", en: "hand in the others" },
    ),
  moreThanDue: (unit: string, name: string, found: number, due: number) =>
    problem(
      "more-than-due",
      "error",
      {
        zh: `“${quoted(unit)}”的“${quoted(name)}”应有 ${due} 个，却报了 ${found} 个`,
        en: `"${quoted(name)}" of "${quoted(unit)}" should have ${due} values but has ${found}`,
      },
      { zh: "删去多余的，或改正测评体系里的 of", en: "take out the surplus, or mend of in the rubric" },
    ),
  surveyShort: (unit: string, name: string, found: number, least: number) =>
    problem(
      "survey-short",
      "warning",
      {
        zh: `“${quoted(unit)}”的“${quoted(name)}”只有 ${found} 份有效问卷，至少要 ${least} 份`,
        en: `"${quoted(name)}" of "${quoted(unit)}" has ${found} valid sheets, but at least ${least} are required`,
      },
      {
        zh: "补充调查；样本不足时怎样算由 short-sample 规定",
        en: "survey more people; what a short sample means is for short-sample to say",
      },
    ),
  surveyBelow: (unit: string, name: string, figure: string) =>
    problem(
      "survey-below",
      "error",
      {
        zh: `“${quoted(unit)}”的“${quoted(name)}”扣去空白问卷以后是 ${figure}，低于 0，计不出分`,
        en: `"${quoted(name)}" of "${quoted(unit)}" is ${figure} after blank sheets were taken off: below 0, it is no mark`,
      },
      {
        zh: "核对空着的格子是不是空白问卷（不是一份问卷的，删去那一行）；文件规定扣到 0 为止的，在 inputs 里另写一项，如 { greatest: [问卷, 0] }，指标用它",
        en: "see whether the blank cells are blank sheets (delete rows that are none); where the paper says not below 0, add an input such as { greatest: [survey, 0] } and let the indicator use it",
      },
    ),
  surveyEmpty: (unit: string, name: string) =>
    problem(
      "survey-empty",
      "warning",
      {
        zh: `“${quoted(unit)}”的“${quoted(name)}”没有一份有效问卷，按缺报处理`,
        en: `"${quoted(name)}" of "${quoted(unit)}" has no valid sheet and counts as missing`,
      },
      { zh: "核对问卷文件", en: "check the file of sheets" },
    ),
  headingInEvents: (heading: string) =>
    problem(
      "heading-in-events",
      "error",
      {
        zh: `事项文件里不认识的列“${quoted(heading)}”`,
        en: `the column "${quoted(heading)}" is unknown in a file of events`,
      },
      {
        zh: "事项文件的列有：单位、日期、事项、级别、事由、情节、次数、备注",
        en: "a file of events has the columns unit, date, kind, level, matter, circumstance, count, note",
      },
    ),
  headingMissing: (headings: string) =>
    problem(
      "heading-missing",
      "error",
      { zh: `缺少“${headings}”列`, en: `the column "${headings}" is missing` },
      { zh: "补上这一列，列名写其中之一", en: "add it under one of these headings" },
    ),
  phaseBlank: (known: readonly string[]) =>
    problem(
      "phase-blank",
      "error",
      { zh: "这一行没有写阶段", en: "this row names no phase" },
      nearOr(undefined, known),
    ),
};

/** A day of which a spreadsheet has shown the number that it keeps for it. */
function serialProblem(found: string): readonly [Text, Text] | undefined {
  const serial = dayOfSerial(found);
  if (serial === undefined) return undefined;
  const day = formatDay(serial);
  return [
    {
      zh: `“${found}”不是日期，是 Excel 里日期的序号（按 1900 日期系统是 ${day}）`,
      en: `"${found}" is not a date, but the number that Excel keeps for one (in its 1900 date system, ${day})`,
    },
    {
      zh: `在 Excel 里把这一列的单元格格式设为“日期”，再另存为 CSV；或核对后写成 ${day}`,
      en: `in Excel format the column as a date and save it as CSV again; or check the day and write ${day}`,
    },
  ];
}
