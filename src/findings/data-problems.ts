import type { Text } from "../base/language.ts";
import { listed, nearOr, problem, quoted } from "./problem.ts";

const saveAsUtf8 = {
  zh: "在 Excel 或 WPS 里打开，“另存为”→“CSV UTF-8（逗号分隔）”",
  en: 'open it in Excel or WPS, and choose "Save as" and "CSV UTF-8 (comma delimited)"',
};

const separators: Readonly<Record<string, Text>> = {
  "\t": { zh: "制表符（Tab）", en: "tabs" },
  ";": { zh: "分号", en: "semicolons" },
  "，": { zh: "中文逗号“，”", en: 'full-width commas "，"' },
  "；": { zh: "中文分号“；”", en: 'full-width semicolons "；"' },
  "|": { zh: "竖线“|”", en: "vertical bars" },
};

/** What can be wrong with submissions and registers, and what a unit's data makes impossible. */
export const dataProblems = {
  // whole files
  fileEmpty: () =>
    problem(
      "file-empty",
      "error",
      { zh: "文件是空的", en: "the file is empty" },
      { zh: "第一行应是列名", en: "its first line should be the headings" },
    ),
  fileHeadingOnly: () =>
    problem(
      "file-heading-only",
      "error",
      { zh: "只有列名，没有数据行", en: "there are headings but no rows" },
      {
        zh: "核对是否导出了空表；不需要的文件请勿列入",
        en: "see whether an empty sheet was exported; leave out files that are not needed",
      },
    ),
  fileIsWorkbook: () =>
    problem(
      "file-workbook",
      "error",
      {
        zh: "这是 Excel 或 WPS 工作簿，不是 CSV（改扩展名不会改变内容）",
        en: "this is an Excel or WPS workbook, not CSV (renaming a file does not convert it)",
      },
      saveAsUtf8,
    ),
  fileBinary: () =>
    problem(
      "file-binary",
      "error",
      {
        zh: "从这里起不是文字（有空字节），这个文件不是 CSV 或已损坏",
        en: "from here on this is no text (it holds NUL bytes): the file is not CSV, or is damaged",
      },
      {
        zh: "用 Excel 或 WPS 打开原表，“另存为”→“CSV UTF-8（逗号分隔）”",
        en: 'open the sheet in Excel or WPS, and choose "Save as" and "CSV UTF-8 (comma delimited)"',
      },
    ),
  fileUtf16: () =>
    problem(
      "file-encoding",
      "error",
      {
        zh: "文件是 UTF-16 编码（“Unicode 文本”），应为 UTF-8",
        en: 'the file is in UTF-16 ("Unicode text"), but UTF-8 is needed',
      },
      saveAsUtf8,
    ),
  fileEncoding: () =>
    problem(
      "file-encoding",
      "error",
      {
        zh: "从这里起不是 UTF-8 编码，多半是 GBK（ANSI）编码的文件",
        en: "from here on this is not UTF-8; most likely the file is in GBK (ANSI)",
      },
      saveAsUtf8,
    ),
  fileSeparator: (separator: string) => {
    const name = separators[separator] ?? { zh: `“${separator}”`, en: `"${separator}"` };
    return problem(
      "file-separator",
      "error",
      {
        zh: `各列是用${name.zh}分开的，应该用英文逗号“,”`,
        en: `the columns are parted by ${name.en}, but commas are needed`,
      },
      {
        zh: "在 Excel 或 WPS 里“另存为”→“CSV UTF-8（逗号分隔）”；用文本编辑器的，把它们全部替换成英文逗号",
        en: 'in Excel or WPS choose "Save as" and "CSV UTF-8 (comma delimited)"; in a text editor replace them all with commas',
      },
    );
  },
  quoteNotClosed: () =>
    problem(
      "quote-not-closed",
      "error",
      {
        zh: "这里的双引号一直没有配对的右引号，后面的行都被当成了它的内容",
        en: "a quotation mark opens here and never closes, so all that follows is taken for its content",
      },
      {
        zh: '补上右引号；内容里的双引号要写成两个 ""。改好后请再运行一次，这一行之后还没有检查',
        en: 'close it; a quotation mark inside a field is written twice, "". Then run this again: nothing after this row has been checked',
      },
    ),
  quoteMisplaced: () =>
    problem(
      "quote-misplaced",
      "error",
      {
        zh: "这一格里的双引号写法不对",
        en: "this cell has a quotation mark where none can stand",
      },
      {
        zh: '改用中文引号“”；或把整格用双引号括起来，里面的写成两个 ""。改好后请再运行一次，这一行之后还没有检查',
        en: 'put the whole cell in quotation marks and write those inside twice, "". Then run this again: nothing after this row has been checked',
      },
    ),
  rowTooLong: () =>
    problem(
      "row-too-long",
      "error",
      {
        zh: "这一行长得不像表格的一行（超过 4 MB）",
        en: "this row is far too long for a row of a table (more than 4 MB)",
      },
      {
        zh: "核对这是不是一个 CSV 表格；是的话请从 Excel 或 WPS 重新导出",
        en: "see whether this is a CSV table at all; if it is, export it again from Excel or WPS",
      },
    ),

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
  cellDuplicate: (unit: string, input: string, file: string, line: number) =>
    problem(
      "cell-duplicate",
      "error",
      {
        zh: `“${quoted(unit)}”的“${quoted(input)}”已在 ${file} 第 ${line} 行给过`,
        en: `"${quoted(input)}" of "${quoted(unit)}" was given before, in ${file} line ${line}`,
      },
      { zh: "一个单位的一项只能有一个值，删去一个", en: "a unit has one value for an item: take one out" },
    ),

  // values
  valueNotNumber: (text: string, near: string | undefined) =>
    problem(
      "value-not-number",
      "error",
      near === undefined
        ? { zh: `“${quoted(text)}”不是数`, en: `"${quoted(text)}" is not a number` }
        : {
            zh: `“${quoted(text)}”不是只用半角数字写成的数`,
            en: `"${quoted(text)}" is not a number in plain digits`,
          },
      nearOr(near, []) ?? {
        zh: "写成 4.5 这样的数；不适用写“不适用”，没有数据则留空",
        en: 'write a number such as 4.5; "不适用" or "n/a" where it does not apply; leave it blank where there is nothing',
      },
    ),
  valueScientific: (text: string) =>
    problem(
      "value-scientific",
      "error",
      { zh: `“${quoted(text)}”是科学计数法`, en: `"${quoted(text)}" is in scientific notation` },
      {
        zh: "多为 Excel 自动改写：把该列设为文本或数值格式后重新导出",
        en: "Excel often does this: format the column as text or number and export again",
      },
    ),
  valuePercentUnexpected: (text: string) =>
    problem(
      "value-percent",
      "error",
      {
        zh: `“${quoted(text)}”带百分号，而这一项不是百分数`,
        en: `"${quoted(text)}" has a percent sign, but this item is no percentage`,
      },
      {
        zh: "写分数本身，或在测评体系里把该输入项声明为 type: percent",
        en: "write the marks themselves, or declare the input with type: percent in the rubric",
      },
    ),
  valueShareOrPercent: (text: string) =>
    problem(
      "value-share-or-percent",
      "warning",
      { zh: `“${quoted(text)}”按 ${quoted(text)}% 计`, en: `"${quoted(text)}" is read as ${quoted(text)}%` },
      {
        zh: "如果是比例（1 即 100%），请写成百分数，如 85%",
        en: "if a share is meant (1 is 100%), write it as a percentage, such as 85%",
      },
    ),
  valueNotWhole: (text: string) =>
    problem(
      "value-not-whole",
      "error",
      { zh: `“${quoted(text)}”应是整数`, en: `"${quoted(text)}" should be a whole number` },
      {
        zh: "这一项是次数或个数，写 0、1、2 这样的数",
        en: "this item is a count: write a number such as 0, 1 or 2",
      },
    ),
  valueAbove: (text: string, most: string) =>
    problem(
      "value-above-maximum",
      "error",
      { zh: `“${quoted(text)}”超过最高值 ${most}`, en: `"${quoted(text)}" is above the maximum of ${most}` },
      { zh: `应在 ${most} 以内`, en: `it can be ${most} at most` },
    ),
  valueBelow: (text: string, least: string) =>
    problem(
      "value-below-minimum",
      "error",
      {
        zh: `“${quoted(text)}”低于最低值 ${least}`,
        en: `"${quoted(text)}" is below the minimum of ${least}`,
      },
      {
        zh: "扣分也写正数；允许更低的，在测评体系里给该输入项写 from",
        en: "write what is taken off as a positive number; if lower values are right, give the input a from in the rubric",
      },
    ),
  valueNotInList: (text: string, allowed: readonly string[], near: string | undefined) =>
    problem(
      "value-not-in-list",
      "error",
      { zh: `“${quoted(text)}”不是可用的词`, en: `"${quoted(text)}" is not one of the words allowed` },
      nearOr(near, allowed),
    ),
  valueNotYesNo: (text: string) =>
    problem(
      "value-not-yes-no",
      "error",
      { zh: `“${quoted(text)}”应是“是”或“否”`, en: `"${quoted(text)}" should be yes or no` },
      { zh: "写 是/否、√/×、有/无 或 1/0", en: "write yes/no, √/× or 1/0" },
    ),

  // a unit's data
  valueMissing: (unit: string, name: string) => ({
    ...problem(
      "value-missing",
      "warning",
      {
        zh: `“${quoted(unit)}”缺“${quoted(name)}”，按 0 分（未达到、未发生）计`,
        en: `"${quoted(name)}" of "${quoted(unit)}" is missing and counts as nothing`,
      },
      {
        zh: "补上数据；不适用写“不适用”；或在测评体系里用 missing 规定缺报怎样算",
        en: 'hand it in; write "n/a" where it does not apply; or say in the rubric, with missing, what a blank means',
      },
    ),
    item: name,
  }),
  clauseNotApplicable: (name: string, clause: string) =>
    problem(
      "clause-not-applicable",
      "error",
      {
        zh: `“${quoted(name)}”第 ${clause} 条写了不适用，测评体系没说怎样算`,
        en: `clause ${clause} of "${quoted(name)}" is marked as not applicable, and the rubric does not say what that means`,
      },
      {
        zh: "给该指标写 not-applicable: full（算达到）或 zero（算未达到）",
        en: "give the indicator not-applicable: full (counts as met) or zero (as unmet)",
      },
    ),
  zeroDenominator: (name: string) =>
    problem(
      "zero-denominator",
      "error",
      { zh: `“${quoted(name)}”的分母是 0`, en: `the denominator of "${quoted(name)}" is 0` },
      {
        zh: "核对这个数；确实不涉及的写“不适用”",
        en: 'check the number; write "n/a" where the item does not concern the unit',
      },
    ),
  caseNone: (unit: string, name: string, key: string) =>
    problem(
      "case-none",
      "error",
      {
        zh: `“${quoted(name)}”的 ${key} 分情形写，但没有一种情形包括“${quoted(unit)}”这类单位`,
        en: `no case of the ${key} of "${quoted(name)}" is for units like "${quoted(unit)}"`,
      },
      {
        zh: "在测评体系里补上这一情形，或在最后写 { otherwise: 数 }；也可能是登记表里的类别、标签写错了",
        en: "add the case to the rubric, or end with { otherwise: number }; or mend the unit's category or tags",
      },
    ),
  pointsDisagree: (group: string, unit: string, declared: string, inside: string) =>
    problem(
      "points-disagree",
      "error",
      {
        zh: `对“${quoted(unit)}”这类单位，“${quoted(group)}”写明 ${declared} 分，里面各项合计 ${inside} 分`,
        en: `for units like "${quoted(unit)}", "${quoted(group)}" declares ${declared} points, but what is inside adds up to ${inside}`,
      },
      {
        zh: "改正测评体系里这一组的分值或适用范围",
        en: "mend the points or the applicability in this group of the rubric",
      },
    ),
  meanOfNone: (unit: string, name: string) =>
    problem(
      "mean-of-none",
      "error",
      {
        zh: `“${quoted(name)}”对“${quoted(unit)}”不适用，应取其他单位的平均，但没有其他单位得分`,
        en: `"${quoted(name)}" does not apply to "${quoted(unit)}" and should take the mean of the others, but there are none`,
      },
      {
        zh: "核对是否都写了“不适用”；或给这项指标换一种 not-applicable：renormalise、full 或 zero",
        en: 'see whether it is "n/a" everywhere by mistake; or give the indicator another not-applicable: renormalise, full or zero',
      },
    ),
  nothingApplies: (unit: string) =>
    problem(
      "nothing-applies",
      "error",
      {
        zh: `没有一项指标适用于“${quoted(unit)}”，无法计分`,
        en: `no indicator applies to "${quoted(unit)}": it cannot be scored`,
      },
      {
        zh: "核对这个单位的类别和标签，以及各指标的 applies-to",
        en: "check the category and tags of the unit, and the applies-to of the indicators",
      },
    ),
  outcomeNone: (unit: string) =>
    problem(
      "outcome-none",
      "warning",
      { zh: `“${quoted(unit)}”不符合任何一条结果规则`, en: `no outcome fits "${quoted(unit)}"` },
      {
        zh: "在 outcomes 最后加一条 otherwise: yes",
        en: "end the outcomes with one that has otherwise: yes",
      },
    ),
};

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
