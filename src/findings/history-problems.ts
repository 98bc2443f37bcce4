import { listed, nearOr, problem, quoted } from "./problem.ts";

/** What can be wrong with the results of earlier years. */
export const historyProblems = {
  historyMissing: () =>
    problem(
      "history-missing",
      "error",
      {
        zh: "体系里有规则要看以前年度的结果，但没有给历年结果",
        en: "the rubric has rules that look at earlier years, but no history is given",
      },
      {
        zh: "用 --history 给出历年结果的文件或文件夹；第一年测评的，给一个只有列名的文件",
        en: "give the results of earlier years with --history, a file or a folder; in the first year give a file with the headings only",
      },
    ),
  asOfForHistory: () =>
    problem(
      "as-of-missing",
      "error",
      {
        zh: "给了历年结果，但没有给基准日：不知道这次测评是哪一年",
        en: "a history is given, but no reference date: nobody can tell of which year this assessment is",
      },
      {
        zh: "加上 --as-of 日期，如 --as-of 2021-12-31；它的年份就是这次测评的年度",
        en: "add --as-of with a date, such as --as-of 2021-12-31; its year is the year of this assessment",
      },
    ),
  asOfForOutput: () =>
    problem(
      "as-of-missing",
      "error",
      {
        zh: "要写出历年结果，但没有给基准日：不知道这次测评是哪一年",
        en: "a history is to be written, but no reference date is given: nobody can tell of which year it is",
      },
      {
        zh: "加上 --as-of 日期，如 --as-of 2021-12-31；它的年份就是这次测评的年度",
        en: "add --as-of with a date, such as --as-of 2021-12-31; its year is the year of this assessment",
      },
    ),
  historyYear: (found: string) =>
    problem(
      "history-year",
      "error",
      { zh: `“${quoted(found)}”不是年度`, en: `"${quoted(found)}" is not a year` },
      { zh: "写四位数的年份，如 2021", en: "write four digits, such as 2021" },
    ),
  historyLater: (year: number, own: number) =>
    problem(
      "history-later",
      "warning",
      {
        zh: `${year} 年不早于这次测评的 ${own} 年，这一年的结果没有用`,
        en: `${year} is not before ${own}, the year of this assessment: its results were not used`,
      },
      {
        zh: "核对 --as-of；不需要的文件请勿列入",
        en: "check --as-of, and leave out files that are not needed",
      },
    ),
  historyRubric: (found: string, known: readonly string[]) => {
    const names = listed(known);
    return problem(
      "history-rubric",
      "error",
      {
        zh: `这些结果出自测评体系“${quoted(found)}”，不是本体系的（${names.zh}）`,
        en: `these results come from the rubric "${quoted(found)}", not from this one (${names.en})`,
      },
      {
        zh: "拿错了文件的换掉；本体系接续那个体系的，在 years 的 continues 里写上它的 id",
        en: "give the right file; or, if this rubric continues that one, list its id under continues in years",
      },
    );
  },
  historyOutcome: (found: string, known: readonly string[], near: string | undefined) =>
    problem(
      "history-outcome",
      "error",
      {
        zh: `历年结果里的“${quoted(found)}”不是体系里的结果`,
        en: `the outcome "${quoted(found)}" of the history is none of the rubric's`,
      },
      nearOr(near, []) ?? {
        zh: `以前才有的结果写进 years 的 outcomes；体系里有：${listed(known).zh}`,
        en: `list an outcome that only earlier years had under outcomes in years; the rubric has: ${listed(known).en}`,
      },
    ),
  historyFigure: (found: string) =>
    problem(
      "history-figure",
      "error",
      {
        zh: found === "" ? "历年结果里这个数空着" : `历年结果里的“${quoted(found)}”不是这里该有的数`,
        en:
          found === ""
            ? "a figure of the history is blank"
            : `"${quoted(found)}" is no figure that a history can have here`,
      },
      {
        zh: "用工具写出的原文件；Excel 会把 9/2 这样的分数改成日期，请不要用它另存。只有公布的总分时，“精确总分”留空",
        en: "use the file as it was written; a spreadsheet turns fractions such as 9/2 into dates. Where only the published total is known, leave exact blank",
      },
    ),
  historyRank: (rank: number, size: number) =>
    problem(
      "history-figure",
      "error",
      {
        zh: `名次 ${rank} 大于组内单位数 ${size}`,
        en: `place ${rank} is beyond the ${size} units of the group`,
      },
      {
        zh: "用工具写出的原文件，或改正其中一个",
        en: "use the file as it was written, or mend one of the two",
      },
    ),
  historyTotal: (total: string, exact: string) =>
    problem(
      "history-total",
      "error",
      {
        zh: `总分 ${quoted(total)} 不是精确总分 ${quoted(exact)} 修约得来的，这个文件被改动过`,
        en: `the total ${quoted(total)} is not what ${quoted(exact)} rounds to: the file was changed by hand`,
      },
      {
        zh: "用工具写出的原文件；更正往年的成绩，用更正后的数据重新计算那一年",
        en: "use the file as it was written; to correct an earlier year, calculate it again from corrected data",
      },
    ),
  historyTwice: (unit: string, year: number, file: string, line: number) =>
    problem(
      "history-twice",
      "error",
      {
        zh: `“${quoted(unit)}”${year} 年的结果有两行，前一行在 ${file} 第 ${line} 行`,
        en: `"${quoted(unit)}" has two rows for ${year}, the other in ${file} line ${line}`,
      },
      {
        zh: "一个单位一年只有一个结果：同一年的文件只给一个，删去多余的行",
        en: "a unit has one result a year: give one file for a year, and take out a row too many",
      },
    ),
  historyGap: (missing: readonly number[], own: number, every: number) => {
    const years = listed(missing.map(String));
    return problem(
      "history-gap",
      "error",
      {
        zh: `历年结果缺 ${years.zh} 年（${every === 1 ? "每年" : `每 ${every} 年`}一次，到 ${own} 年）`,
        en: `the history lacks ${years.en} (${every === 1 ? "every year" : `every ${every} years`} up to ${own})`,
      },
      {
        zh: "补上那一年的文件；那一年没有测评的，在历年结果里加一行，只写年度",
        en: "give the file of that year; if there was no assessment then, add a row with nothing but the year",
      },
    );
  },
  historyGroup: (year: number, group: string, size: number, found: number) => {
    const name = group === "" ? { zh: "", en: "" } : { zh: `“${quoted(group)}”`, en: ` "${quoted(group)}"` };
    return problem(
      "history-group",
      "error",
      {
        zh: `${year} 年${name.zh}组内单位数写着 ${size}，历年结果里却有 ${found} 行`,
        en: `the group${name.en} of ${year} had ${size} units, but the history has ${found} rows of it`,
      },
      {
        zh: "全组的单位都要在，名次才有意义：补上缺的行，删去多余的",
        en: "places mean something only where the whole group is there: add missing rows, take out others",
      },
    );
  },
};
