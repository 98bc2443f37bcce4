import type { Text } from "../base/language.ts";
import { listed, problem, quoted } from "./problem.ts";

/** What can be wrong with a folder of several years. */
export const replayProblems = {
  replayEmpty: (found: readonly string[]) => {
    const names = listed(found);
    return problem(
      "replay-empty",
      "error",
      {
        zh: `文件夹里没有以年度命名的子文件夹${found.length === 0 ? "" : `，有：${names.zh}`}`,
        en: `the folder has no subfolder named for a year${found.length === 0 ? "" : `; it has: ${names.en}`}`,
      },
      {
        zh: "每年一个子文件夹，名为年份（2019，基准日为 12 月 31 日）或基准日（2019-08-31）",
        en: "make a subfolder a year, named 2019 (its reference date is 31 December) or by the day, 2019-08-31",
      },
    );
  },
  replayName: (name: string) =>
    problem(
      "replay-name",
      "error",
      {
        zh: `“${quoted(name)}”不是年度，不知道该不该读`,
        en: `"${quoted(name)}" names no year: nobody can tell whether it is to be read`,
      },
      {
        zh: "子文件夹名写年份（2019）或基准日（2019-08-31），CSV 文件放进各年的子文件夹；不用的移走",
        en: "name subfolders for a year (2019) or a day (2019-08-31), put CSV files into that of their year, and move away what is not needed",
      },
    ),
  replayTwice: (year: number, first: string, second: string) =>
    problem(
      "replay-twice",
      "error",
      {
        zh: `${year} 年有两个子文件夹：${quoted(first)} 和 ${quoted(second)}`,
        en: `${year} has two subfolders, ${quoted(first)} and ${quoted(second)}`,
      },
      { zh: "一年只留一个", en: "keep one for a year" },
    ),
  replayIdle: (found: readonly string[]) => {
    const names = listed(found);
    return problem(
      "replay-idle",
      "error",
      {
        zh: `这里说这一年没有测评，文件夹里却有报送的数据：${names.zh}`,
        en: `this says that there was no assessment in the year, but the folder has what was handed in: ${names.en}`,
      },
      {
        zh: "有测评的，删去 no-assessment.txt；没有测评的，把数据移走",
        en: "delete no-assessment.txt if there was one; otherwise move the data away",
      },
    );
  },
  replayIdleFile: () =>
    problem(
      "replay-idle",
      "error",
      {
        zh: "这一年没有测评（有 no-assessment.txt），这个文件没有用处",
        en: "there was no assessment in this year (no-assessment.txt says so), so this file would have no effect",
      },
      {
        zh: "移到有测评的那一年；这一年有测评的，删去 no-assessment.txt，放进报送的数据",
        en: "move it to the year that it belongs to; if there was an assessment in this one, delete no-assessment.txt and put in what was handed in",
      },
    ),
  replayGap: (missing: readonly number[], every: number) => {
    const years = listed(missing.map(String));
    return problem(
      "replay-gap",
      "error",
      {
        zh: `缺 ${years.zh} 年的子文件夹（${every === 1 ? "每年" : `每 ${every} 年`}一次）`,
        en: `there is no subfolder for ${years.en} (${every === 1 ? "every year" : `every ${every} years`})`,
      },
      {
        zh: "补上那一年；那一年没有测评的，建一个子文件夹，里面只放 no-assessment.txt，写明原因",
        en: "add that year; if there was no assessment then, make a subfolder with nothing but no-assessment.txt, which says why",
      },
    );
  },
  replayRegister: () =>
    problem(
      "replay-register",
      "error",
      {
        zh: "体系有称号，第一年却没有登记表，不知道哪些单位已持有称号",
        en: "the rubric has titles, but the first year has no register to say which are held already",
      },
      {
        zh: "在第一年的子文件夹里放 units.csv；以后各年可以只写有变化的单位，或不写",
        en: "put units.csv into the subfolder of the first year; those of later years need only what has changed, or may be left out",
      },
    ),
  replayTitles: (unit: string, code: string, found: string, carried: string, year: number) =>
    problem(
      "replay-titles",
      "error",
      {
        zh: `登记表上${named(unit, code).zh}的称号是“${quoted(found || "无")}”，而 ${quoted(String(year))} 年的决定以后是“${quoted(carried || "无")}”`,
        en: `the register gives ${named(unit, code).en} the titles "${quoted(found || "none")}", but after ${quoted(String(year))} it held "${quoted(carried || "none")}"`,
      },
      {
        zh: "称号由历年的决定接续下来：这一格留空；往年的决定有误的，改正那一年的数据，或用 overrides.csv 变更",
        en: "titles are carried on from the decisions of earlier years: leave the cell blank; mend a wrong decision in the data or the overrides.csv of its year",
      },
    ),
  replayDay: (unit: string, code: string, found: string, carried: string, year: number) =>
    problem(
      "replay-titles",
      "error",
      {
        zh: `登记表上${named(unit, code).zh}的这一日期是 ${quoted(found)}，而 ${quoted(String(year))} 年的决定以后是 ${quoted(carried)}`,
        en: `the register gives ${named(unit, code).en} ${quoted(found)} here, but after ${quoted(String(year))} it was ${quoted(carried)}`,
      },
      {
        zh: "停牌、禁止申报和整改的期限由历年的决定接续下来：这一格留空；往年的决定有误的，改正那一年的数据",
        en: "days left by decisions are carried on from earlier years: leave the cell blank; mend a wrong decision in the data of its year",
      },
    ),
  outputInYear: () =>
    problem(
      "output-in-year",
      "error",
      {
        zh: "输出放在一年的数据当中，下次就会当作那一年报送的数据来读",
        en: "the output would lie among the data of a year, and be read as such next time",
      },
      { zh: "写到历年文件夹以外的地方", en: "write it somewhere outside the folder of years" },
    ),
  replayFormat: (found: string, known: readonly string[]) => {
    const names = listed(known);
    return problem(
      "replay-format",
      "error",
      {
        zh: `几年一起计算时没有“${quoted(found)}”这种格式`,
        en: `several years together cannot be written as "${quoted(found)}"`,
      },
      { zh: `可用的有：${names.zh}`, en: `allowed are: ${names.en}` },
    );
  },
};

/** A unit by its name, with its code where it has one. */
const named = (unit: string, code: string): Text =>
  code === unit || code === ""
    ? { zh: `“${quoted(unit)}”`, en: `"${quoted(unit)}"` }
    : { zh: `“${quoted(unit)}”（${quoted(code)}）`, en: `"${quoted(unit)}" (${quoted(code)})` };
