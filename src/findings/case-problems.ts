import type { Text } from "../base/language.ts";
import { listed, nearOr, problem, quoted } from "./problem.ts";

/** How that is mended in a case file which is otherwise mended by an option or in another file. */
export const caseHints: Readonly<Record<string, Text>> = {
  "as-of-missing": {
    zh: "在这个用例里（或文件开头，管所有用例）写“as-of: 2021-12-31”这样的日期",
    en: 'write a date such as "as-of: 2021-12-31" in this case, or at the top of the file for all of them',
  },
  "history-gap": {
    zh: "在 history 里补上那一年，如“2020: { outcome: 保留 }”；那一年没有测评的写“2020: none”",
    en: 'add the year under history, such as "2020: { outcome: kept }", or "2020: none" if there was no assessment',
  },
};

/** What can be wrong with the cases of a rubric (`ceping test`). */
export const caseProblems = {
  casesMissing: (expected: string) =>
    problem(
      "cases-missing",
      "error",
      { zh: "这个测评体系没有用例", en: "this rubric has no cases" },
      {
        zh: `在它旁边写一个“${expected}”，或直接写出用例文件的名字`,
        en: `write "${expected}" beside it, or name the case file itself`,
      },
    ),
  casesOfAnother: (rubric: string, named: string) =>
    problem(
      "cases-of-another",
      "error",
      {
        zh: `这些用例是“${quoted(named)}”的，旁边的“${quoted(rubric)}”没有用例`,
        en: `these cases are of "${quoted(named)}"; "${quoted(rubric)}", beside which they lie, has none`,
      },
      {
        zh: `是“${quoted(rubric)}”的用例，就删去这一行；不是，就把文件改个名字，给“${quoted(rubric)}”另写用例`,
        en: `if they are of "${quoted(rubric)}", take this line out; if not, give the file another name and write cases of "${quoted(rubric)}"`,
      },
    ),
  casesEmpty: () =>
    problem(
      "cases-shape",
      "error",
      { zh: "用例文件是空的", en: "the case file is empty" },
      {
        zh: "以“ceping-cases: 1”开头，然后是“cases:”和各个用例",
        en: 'begin with "ceping-cases: 1"; then come "cases:" and the cases',
      },
    ),
  casesShape: () =>
    problem(
      "cases-shape",
      "error",
      { zh: "这不是用例文件", en: "this is no case file" },
      {
        zh: "用例文件以“ceping-cases: 1”开头，然后是“cases:”",
        en: 'a case file begins with "ceping-cases: 1"; then comes "cases:"',
      },
    ),
  casesAsRubric: () =>
    problem(
      "cases-as-rubric",
      "error",
      { zh: "这是用例文件，不是测评体系", en: "this is a case file, not a rubric" },
      { zh: "运行用例用 ceping test", en: "to run it, use ceping test" },
    ),
  caseDuplicate: (name: string, line: number) =>
    problem(
      "case-duplicate",
      "error",
      {
        zh: `两个用例都叫“${quoted(name)}”，前一个在第 ${line} 行`,
        en: `two cases are called "${quoted(name)}", the first on line ${line}`,
      },
      { zh: "给其中一个换个名字", en: "give one of them another name" },
    ),
  caseUnknown: (name: string, known: readonly string[], near: string | undefined) =>
    problem(
      "case-unknown",
      "error",
      {
        zh: `没有叫“${quoted(name)}”的只有一个单位的用例`,
        en: `there is no case of one unit called "${quoted(name)}"`,
      },
      nearOr(near, known) ?? { zh: "先写出那个用例", en: "write that case first" },
    ),
  caseCircle: (names: readonly string[]) =>
    problem(
      "case-circle",
      "error",
      {
        zh: `用例互相以对方为底：${names.map(quoted).join(" → ")}`,
        en: `these cases build on each other: ${names.map(quoted).join(" → ")}`,
      },
      { zh: "改正其中一个 like", en: "mend one of the lines with like" },
    ),
  caseKey: (key: string, known: readonly string[], near: string | undefined) =>
    problem(
      "case-key",
      "error",
      {
        zh: `“${quoted(key)}”不是这个体系的输入项，也不是单位的属性`,
        en: `"${quoted(key)}" is neither an input of this rubric nor a column about the unit`,
      },
      nearOr(near, known),
    ),
  caseUnitKey: (key: string) =>
    problem(
      "case-key",
      "error",
      {
        zh: `“${quoted(key)}”说的是哪个单位，不写在 given 里`,
        en: `"${quoted(key)}" says which unit it is, and does not stand under given`,
      },
      {
        zh: "去掉这一项；要给单位起名的，写成 units: { 西村: { given: { … }, expect: { … } } }",
        en: "leave it out; to give units names, write units: { 西村: { given: { … }, expect: { … } } }",
      },
    ),
  casePeriodList: (name: string, periods: readonly string[], values: readonly string[]) => {
    const block = periods.map((period, index) => `${period}: ${quoted(values[index] ?? "…")}`).join(", ");
    return problem(
      "case-several",
      "error",
      {
        zh: `“${quoted(name)}”的时期各有名称，这里是没有名称的一列值`,
        en: `the periods of "${quoted(name)}" have names, but here stands a list without any`,
      },
      {
        zh: `逐个写明是哪个时期的值，例如 { ${block} }`,
        en: `say of each value which period it is of, as in { ${block} }`,
      },
    );
  },
  caseKeyTwice: (key: string, other: string) =>
    problem(
      "case-key-twice",
      "error",
      {
        zh: `“${quoted(key)}”和“${quoted(other)}”是同一项，值给了两次`,
        en: `"${quoted(key)}" and "${quoted(other)}" are the same thing, given twice`,
      },
      { zh: "留一个", en: "keep one of them" },
    ),
  caseSeveral: (name: string, most: number) =>
    problem(
      "case-several",
      "error",
      most === 0
        ? {
            zh: `“${quoted(name)}”只有一个值，这里给了几个`,
            en: `"${quoted(name)}" has one value, but several stand here`,
          }
        : {
            zh: `“${quoted(name)}”的几个值分 ${most} 层，这里分得更多`,
            en: `the values of "${quoted(name)}" are told apart at ${most} levels, but more stand here`,
          },
      most === 0
        ? {
            zh: "写一个值；要几个测评员、点位、时期各一个值的，体系里要有 assessors、sites、periods 或 sheets",
            en: "write one value; for several, the rubric needs assessors, sites, periods or sheets",
          }
        : {
            zh: "先写测评员，再写点位，再写时期；体系没有区分的不写",
            en: "assessors come first, then sites, then periods; leave out what the rubric does not tell apart",
          },
    ),
  caseSheets: (found: string) =>
    problem(
      "case-sheets",
      "error",
      { zh: `“${quoted(found)}”不是份数`, en: `"${quoted(found)}" is no number of sheets` },
      {
        zh: "写“{ 满意: 12, 不满意: 3 }”，或一份一个写成列表",
        en: 'write "{ good: 12, bad: 3 }", or a list with an answer for each sheet',
      },
    ),
  caseExpectsNothing: (name: string) =>
    problem(
      "case-expects-nothing",
      "error",
      {
        zh: `用例“${quoted(name)}”没有写应当得出什么`,
        en: `the case "${quoted(name)}" does not say what should come out`,
      },
      {
        zh: "在 expect 里写上总分、得分、名次或结果",
        en: "say after expect which total, points, rank or outcome",
      },
    ),
  caseExpectsOfSeveral: (key: string) =>
    problem(
      "case-expects-of-several",
      "error",
      {
        zh: `这个用例有几个单位，分不清“${key}”说的是哪一个`,
        en: `this case has several units, and "${key}" does not say which it is about`,
      },
      { zh: "写到 units 里那个单位的 expect 下面", en: "write it after expect of that unit, below units" },
    ),
  caseNumber: (found: string) =>
    problem(
      "case-number",
      "error",
      { zh: `“${quoted(found)}”不是数`, en: `"${quoted(found)}" is not a number` },
      { zh: "写成 4.5 或 20/3", en: "write it as 4.5 or 20/3" },
    ),
  caseRank: (found: string) =>
    problem(
      "case-rank",
      "error",
      { zh: `“${quoted(found)}”不是名次`, en: `"${quoted(found)}" is no rank` },
      { zh: "写成 1、2、3……", en: "write 1, 2, 3 and so on" },
    ),
  acceptedStale: (what: string, kind: "gap" | "mutant") =>
    problem(
      "accepted-stale",
      "error",
      kind === "gap"
        ? {
            zh: `说明接受的“${quoted(what)}”已经测到，或体系里没有这一处`,
            en: `"${quoted(what)}", which is accepted as not seen, is seen by a case, or is not in the rubric`,
          }
        : {
            zh: `说明接受的“${quoted(what)}”已有用例发现，或没有这个变异`,
            en: `"${quoted(what)}", which is accepted as unnoticed, is noticed by a case, or there is no such mutant`,
          },
      { zh: "删去这一条，或改成现在的写法", en: "take it out, or write it as it is called now" },
    ),
  minCoverageText: (found: string) =>
    problem(
      "min-coverage-text",
      "error",
      {
        zh: `--min-coverage 后面的“${quoted(found)}”不是百分数`,
        en: `"${quoted(found)}" after --min-coverage is no percentage`,
      },
      { zh: "写成 95 或 95%，在 0 到 100 之间", en: "write it as 95 or 95%, between 0 and 100" },
    ),
  ambiguousName: (name: string, ids: readonly string[]) => {
    const names = listed(ids);
    return problem(
      "case-ambiguous",
      "error",
      {
        zh: `“${quoted(name)}”可以指 ${names.zh}，分不清是哪一个`,
        en: `"${quoted(name)}" can mean ${names.en}`,
      },
      { zh: "用编号（id）", en: "use the id" },
    );
  },
};
