import { listed, nearOr, problem, quoted } from "./problem.ts";

/** What can be wrong with units, and with what belongs to which of them. */
export const unitProblems = {
  unitBlank: () =>
    problem(
      "unit-blank",
      "error",
      { zh: "这一行没有写单位", en: "this row names no unit" },
      { zh: "补上单位；合计行、说明行请删去", en: "name the unit; take out rows of totals and remarks" },
    ),
  unitUnknown: (name: string, near: string | undefined) =>
    problem(
      "unit-unknown",
      "error",
      { zh: `登记表里没有单位“${quoted(name)}”`, en: `the register has no unit "${quoted(name)}"` },
      near === undefined
        ? { zh: "核对名称或代码，或把它加进登记表", en: "check the name or code, or add it to the register" }
        : nearOr(near, []),
    ),
  unitAmbiguous: (name: string) =>
    problem(
      "unit-ambiguous",
      "error",
      { zh: `有几个单位都叫“${quoted(name)}”`, en: `several units are called "${quoted(name)}"` },
      { zh: "这里请写单位代码", en: "write the unit's code here" },
    ),
  unitMismatch: (written: string, unit: string, other: string, code: string | undefined) => {
    const own =
      written === unit
        ? { zh: `这一行写的是“${quoted(unit)}”`, en: `this row is about "${quoted(unit)}"` }
        : {
            zh: `代码“${quoted(written)}”是“${quoted(unit)}”的`,
            en: `the code "${quoted(written)}" is that of "${quoted(unit)}"`,
          };
    const known = code === undefined ? { zh: "", en: "" } : { zh: `（代码 ${code}）`, en: ` (${code})` };
    return problem(
      "unit-mismatch",
      "error",
      {
        zh: `${own.zh}，同一行里却又写了另一个单位“${quoted(other)}”${known.zh}`,
        en: `${own.en}, but the same row also names another unit, "${quoted(other)}"${known.en}`,
      },
      {
        zh: "多半是在 Excel 里只给一列排了序：恢复原来的顺序，排序时选中整张表；写错了的，改正代码或名称",
        en: "often one column was sorted by itself in Excel: restore the order, and select the whole table when sorting; otherwise mend the code or the name",
      },
    );
  },
  unitNamesake: (name: string, codes: readonly string[]) => {
    const found = listed(codes);
    return problem(
      "unit-namesake",
      "warning",
      {
        zh: `有 ${codes.length} 个代码的单位都叫“${quoted(name)}”：${found.zh}`,
        en: `${codes.length} units with different codes are called "${quoted(name)}": ${found.en}`,
      },
      {
        zh: "确实是同名的几个单位，照样计算；是一个单位换了代码的，只留新代码一行，在“原代码”列写上旧代码，否则以前的称号和处理都接不上",
        en: 'if they are several units, they are scored so; if one unit changed its code, keep the row of the new code and write the old one under "former", or titles and decisions of before are lost',
      },
    );
  },
  unitDuplicate: (name: string, line: number) =>
    problem(
      "unit-duplicate",
      "error",
      {
        zh: `单位“${quoted(name)}”在本文件里出现两次，前一次在第 ${line} 行`,
        en: `the unit "${quoted(name)}" stands twice in this file, before on line ${line}`,
      },
      { zh: "保留一行", en: "keep one of the rows" },
    ),
  categoryColumn: (categories: readonly string[]) => {
    const names = listed(categories);
    return problem(
      "category-blank",
      "error",
      { zh: "没有“类别”列，不知道各单位属于哪一类", en: "there is no column for the category of units" },
      {
        zh: `在登记表（没有登记表的，在数据）里加一列“类别”，写其中之一：${names.zh}`,
        en: `add a column "category" to the register, or to the data where there is none, with one of these: ${names.en}`,
      },
    );
  },
  categoryBlank: (unit: string, categories: readonly string[]) => {
    const names = listed(categories);
    return problem(
      "category-blank",
      "error",
      { zh: `“${quoted(unit)}”没有写类别`, en: `the unit "${quoted(unit)}" has no category` },
      {
        zh: `在登记表的“类别”列写上其中之一：${names.zh}`,
        en: `write one of these in the category column of the register: ${names.en}`,
      },
    );
  },
  valueNotForUnit: (unit: string, input: string, text: string) =>
    problem(
      "value-not-for-unit",
      "warning",
      {
        zh: `“${quoted(input)}”不适用于“${quoted(unit)}”这类单位，“${quoted(text)}”没有计分`,
        en: `"${quoted(input)}" is not for units like "${quoted(unit)}": "${quoted(text)}" was not counted`,
      },
      {
        zh: "核对是否填错了列，或登记表里的类别、标签是否有误；确实不涉及的请留空",
        en: "see whether the column, or the unit's category or tags, is wrong; otherwise leave the cell blank",
      },
    ),
  rowOfTotals: (name: string) =>
    problem(
      "row-of-totals",
      "error",
      {
        zh: `“${quoted(name)}”像是合计行，不是单位`,
        en: `"${quoted(name)}" looks like a row of totals, not a unit`,
      },
      {
        zh: "删去这一行；真有这个单位的，请用 --units 给出登记表",
        en: "take the row out; if there is such a unit, give a register with --units",
      },
    ),
  tooManyFindings: (most: number) =>
    problem(
      "too-many-findings",
      "error",
      {
        zh: `这个文件的问题已有 ${most} 个，后面的行不再查看`,
        en: `this file has ${most} faults already; its other rows were not looked at`,
      },
      {
        zh: "多半是给错了文件或列名错位，先改正前面的问题",
        en: "most likely it is the wrong file, or its columns are shifted: mend the first ones",
      },
    ),
  codeDamaged: (code: string) =>
    problem(
      "code-damaged",
      "error",
      {
        zh: `“${quoted(code)}”是被 Excel 改坏的代码：它把代码当成了数，只留 15 位`,
        en: `"${quoted(code)}" is a code that Excel has damaged: it took it for a number, and keeps 15 digits of it`,
      },
      {
        zh: "后几位已经丢了，改格式也找不回来：从原始的表重新取代码，先把代码列设为“文本”格式，再粘贴并另存为 CSV",
        en: "its last digits are lost, whatever the format: take the codes from the original again, format their column as text first, then paste and save as CSV",
      },
    ),
  codeDuplicate: (code: string, name: string, line: number) =>
    problem(
      "code-duplicate",
      "error",
      {
        zh: `代码“${quoted(code)}”已在第 ${line} 行给了“${quoted(name)}”`,
        en: `the code "${quoted(code)}" was given to "${quoted(name)}" on line ${line}`,
      },
      {
        zh: "一个代码只能属于一个单位，核对后改正其中一个",
        en: "a code belongs to one unit: mend one of them",
      },
    ),
  unitWithoutData: (name: string) =>
    problem(
      "unit-without-data",
      "warning",
      {
        zh: `单位“${quoted(name)}”没有报送任何数据`,
        en: `nothing was handed in for the unit "${quoted(name)}"`,
      },
      {
        zh: "核对是否漏收；确实没有则按缺报处理",
        en: "see whether a file is missing; otherwise it is scored as missing",
      },
    ),
  attributeDisagrees: (unit: string, heading: string, found: string, before: string) =>
    problem(
      "attribute-disagrees",
      "error",
      {
        zh: `“${quoted(unit)}”的“${quoted(heading)}”这里是“${quoted(found)}”，前面是“${quoted(before)}”`,
        en: `"${quoted(heading)}" of "${quoted(unit)}" is "${quoted(found)}" here and "${quoted(before)}" before`,
      },
      { zh: "改成一致", en: "make them agree" },
    ),
  indicatorUnknown: (name: string, known: readonly string[], near: string | undefined) =>
    problem(
      "indicator-unknown",
      "error",
      { zh: `测评体系里没有指标“${quoted(name)}”`, en: `the rubric has no indicator "${quoted(name)}"` },
      nearOr(near, known),
    ),
  methodUnknown: (indicator: string, method: string, known: readonly string[], near: string | undefined) =>
    problem(
      "method-unknown",
      "error",
      {
        zh:
          method === ""
            ? `指标“${quoted(indicator)}”有几种方法，这一行没写是哪种`
            : `指标“${quoted(indicator)}”不用方法“${quoted(method)}”`,
        en:
          method === ""
            ? `"${quoted(indicator)}" has several methods, and this row names none`
            : `"${quoted(indicator)}" is not judged by "${quoted(method)}"`,
      },
      nearOr(near, known),
    ),
};
