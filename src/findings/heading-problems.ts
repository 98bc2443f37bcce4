import type { Text } from "../base/language.ts";
import { listed, nearOr, problem, quoted } from "./problem.ts";

function nearOrIgnore(near: string | undefined, known: readonly string[]) {
  if (near !== undefined) return nearOr(near, []);
  const names = listed(known);
  return {
    zh: `可用的有：${names.zh}；确实不用的列写进测评体系的 ignore`,
    en: `allowed are: ${names.en}; list a column that is not needed under ignore in the rubric`,
  };
}

const unknownColumn = (heading: string): [Text] => [
  { zh: `不认识的列“${quoted(heading)}”`, en: `unknown column "${quoted(heading)}"` },
];

/** What can be wrong with headings and rows. */
export const headingProblems = {
  // headings
  headingDuplicate: (heading: string, first: number, second: number) =>
    problem(
      "heading-duplicate",
      "error",
      {
        zh: `列名“${quoted(heading)}”出现两次（第 ${first} 列和第 ${second} 列）`,
        en: `the heading "${quoted(heading)}" stands twice (columns ${first} and ${second})`,
      },
      { zh: "给其中一列改名，否则分不清用哪一列", en: "rename one of them: nobody can tell which is meant" },
    ),
  headingSameMeaning: (heading: string, other: string, column: number) =>
    problem(
      "heading-same-meaning",
      "error",
      {
        zh: `“${quoted(heading)}”与第 ${column} 列“${quoted(other)}”说的是同一项`,
        en: `"${quoted(heading)}" means the same as column ${column}, "${quoted(other)}"`,
      },
      {
        zh: "只留一列；另一列不用的话写进测评体系的 ignore",
        en: "keep one of them; list the other under ignore in the rubric if it is not needed",
      },
    ),
  headingUnknown: (heading: string, known: readonly string[], near: string | undefined) =>
    problem("heading-unknown", "error", ...unknownColumn(heading), nearOrIgnore(near, known)),
  headingOfResults: (heading: string) =>
    problem("heading-unknown", "error", ...unknownColumn(heading), {
      zh: "这是结果表里的列，这个文件像是测评的结果，不是报送的数据：以前各年的结果用 --history 给出；给错了的，换成报送的数据",
      en: "this is a column of results, and the file looks like results, not like data handed in: give those of earlier years with --history, or give the right file",
    }),
  headingOfRegister: (heading: string) =>
    problem("heading-unknown", "error", ...unknownColumn(heading), {
      zh: "这是登记表里的列：登记表用 --units 给出；在报送的数据里不用的，写进测评体系的 ignore",
      en: "this is a column of a register, which is given with --units; if data handed in have it, too, list it under ignore in the rubric",
    }),
  headingHalfLong: (heading: string, lacking: "indicator" | "value") =>
    problem(
      "heading-unknown",
      "error",
      ...unknownColumn(heading),
      lacking === "indicator"
        ? {
            zh: "每行一个指标的表，还要有“指标”列；每行一个单位的表，列名写指标的编号或名称",
            en: 'a table with one indicator a row needs a column "indicator" as well; one with a unit a row is headed by the ids or names of indicators',
          }
        : {
            zh: "每行一个指标的表，还要有“值”列；每行一个单位的表，列名写指标的编号或名称",
            en: 'a table with one indicator a row needs a column "value" as well; one with a unit a row is headed by the ids or names of indicators',
          },
    ),
  headingNear: (heading: string, near: string) =>
    problem(
      "heading-near",
      "warning",
      {
        zh: `列“${quoted(heading)}”没有用到，而登记表里没有“${quoted(near)}”列`,
        en: `the column "${quoted(heading)}" is not used, and the register has no column "${quoted(near)}"`,
      },
      {
        zh: `写错了的，改成“${quoted(near)}”；本来就是别的内容的，写进测评体系的 ignore`,
        en: `if that is what is meant, write "${quoted(near)}"; if it is something else, list it under ignore in the rubric`,
      },
    ),
  headingAmbiguous: (heading: string, ids: readonly string[]) =>
    problem(
      "heading-ambiguous",
      "error",
      {
        zh: `“${quoted(heading)}”可以指 ${ids.join("、")}，分不清是哪一个`,
        en: `"${quoted(heading)}" can mean ${ids.join(", ")}`,
      },
      { zh: "用编号（id）作列名", en: "use the id as the heading" },
    ),
  headingWithoutUnit: (headings: readonly string[]) => {
    const found = listed(headings);
    return problem(
      "heading-without-unit",
      "error",
      {
        zh: `没有单位列；第一行是：${found.zh}`,
        en: `there is no column for the unit; the first row is: ${found.en}`,
      },
      {
        zh: "第一行应是列名（上面的表名、说明请删去），其中一列叫“单位”（或单位名称、单位代码），或在测评体系的 columns 里写明",
        en: 'the first row must be the headings (take out a title above them), one of them "unit" (or name, code), or named in the rubric\'s columns',
      },
    );
  },
  headingInLongForm: (heading: string) =>
    problem(
      "heading-in-long-form",
      "error",
      {
        zh: `每行一个指标的表里不能再有指标列“${quoted(heading)}”`,
        en: `a table with one indicator a row cannot have the indicator column "${quoted(heading)}" as well`,
      },
      { zh: "拆成两个文件", en: "make two files of it" },
    ),
  headingOnlyLong: (heading: string) =>
    problem(
      "heading-only-long",
      "error",
      {
        zh: `“${quoted(heading)}”列只能用在每行一个指标的表里`,
        en: `the column "${quoted(heading)}" belongs to tables with one indicator a row`,
      },
      {
        zh: "每行一个单位的表请去掉这一列，或在测评体系的 ignore 里写明不用",
        en: "take it out of a table with one unit a row, or list it under ignore in the rubric",
      },
    ),

  // rows
  rowRagged: (found: number, wanted: number) =>
    problem(
      "row-ragged",
      "error",
      {
        zh: `这一行有 ${found} 个字段，列名有 ${wanted} 个`,
        en: `this row has ${found} fields, but there are ${wanted} headings`,
      },
      {
        zh: "多为内容里有逗号而没加引号，或少了逗号",
        en: "often a comma inside a field without quotation marks, or a comma too few",
      },
    ),
  valueWithoutHeading: (text: string) =>
    problem(
      "value-without-heading",
      "error",
      {
        zh: `“${quoted(text)}”所在的列没有列名`,
        en: `"${quoted(text)}" stands in a column without a heading`,
      },
      { zh: "补上列名，或删去这一列", en: "give the column a heading, or take it out" },
    ),
};
