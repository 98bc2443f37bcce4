import { type ExampleFile, type Pages, score } from "./page.ts";

const rubric = `
  indicators:
    - { id: docs, name: 材料审核, points: 60, rule: marks }
    - { id: site, name: 实地考察, points: 40, rule: marks }
`;
const heading = "单位,材料审核,实地考察";
const good = score(rubric, `${heading}\n东街社区,55,38.5\n`);
const bad = (data: ExampleFile) => score(rubric, data);

/** Files of data that cannot be read to their end. */
export const filePages = {
  "file-empty": {
    severity: "error",
    title: { zh: "数据文件是空的", en: "a file of data is empty" },
    why: {
      zh: "里面的单位会全部漏掉。多半是导出没有成功，或存盘时出了错。",
      en: "All units that should be in it would be left out. Most likely the export or the saving went wrong.",
    },
    mend: {
      zh: "重新导出。第一行是列名，下面一行一个单位。",
      en: "Export it again. Its first line are the headings, with a row for each unit below.",
    },
    bad: bad(""),
    good,
  },
  "file-heading-only": {
    severity: "error",
    title: { zh: "只有列名，没有数据", en: "headings, but no rows" },
    why: {
      zh: "一个单位也没有，多半是交来了空表，或导出时选错了工作表。",
      en: "There are no units in it. Perhaps an empty form was handed in, or another sheet was exported.",
    },
    mend: {
      zh: "核对是不是这个文件；不需要的文件不要写进命令，也不要放在文件夹里。",
      en: "See whether this is the right file. Leave files that are not needed out of the command and of the folder.",
    },
    bad: bad(`${heading}\n`),
    good,
  },
  "file-workbook": {
    severity: "error",
    title: { zh: "是 Excel 或 WPS 工作簿，不是 CSV", en: "an Excel or WPS workbook, not CSV" },
    why: {
      zh: "工作簿里有几张表、有格式和公式，不知道该读哪些。把扩展名改成 .csv 并不会改变内容。",
      en: "A workbook has sheets, formats and formulas, and it is unclear what to read. Renaming it to .csv does not convert it.",
    },
    mend: {
      zh: "在 Excel 或 WPS 里打开，“另存为”，类型选“CSV UTF-8（逗号分隔）”。",
      en: 'Open it in Excel or WPS, choose "Save as" and the type "CSV UTF-8 (comma delimited)".',
    },
    bad: bad({
      shown: { zh: "扩展名改成 .csv 的 Excel 工作簿", en: "an Excel workbook that was renamed to .csv" },
      content: () => new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 8, 0]),
    }),
    good,
  },
  "file-binary": {
    severity: "error",
    title: { zh: "文件里有不是文字的内容", en: "a file that is no text" },
    why: {
      zh: "文件已损坏，或者是图片之类。能读出的部分也不可信，所以一行也不用。",
      en: "The file is damaged, or a picture or the like. What can be read of it cannot be trusted, so none of it is used.",
    },
    mend: {
      zh: "用 Excel 或 WPS 打开原表，重新“另存为”CSV UTF-8；打不开的，请对方重新发送。",
      en: "Open the original sheet and save it as CSV UTF-8 again; if it does not open, ask for it anew.",
    },
    bad: bad({
      shown: { zh: "“55”中间夹着一个空字节", en: "a NUL byte inside the 55" },
      content: () => `${heading}\n东街社区,5\u00005,38.5\n`,
    }),
    good,
  },
  "file-encoding": {
    severity: "error",
    title: { zh: "不是 UTF-8 编码", en: "not in UTF-8" },
    why: {
      zh: "编码猜错了，单位名称会变成乱码或别的字，和登记表对不上。",
      en: "With the encoding guessed wrong, names of units turn into others and match no register.",
    },
    mend: {
      zh: "在 Excel 或 WPS 里打开，看着文字没有乱，再“另存为”，类型选“CSV UTF-8（逗号分隔）”。",
      en: 'Open it in Excel or WPS, see that the text is right, then choose "Save as" and "CSV UTF-8 (comma delimited)".',
    },
    bad: bad({
      shown: { zh: "以 GBK（ANSI）编码存的数据", en: "data saved in GBK (ANSI)" },
      content: () => new Uint8Array([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0x31, 0x0a]),
    }),
    good,
  },
  "file-separator": {
    severity: "error",
    title: { zh: "各列不是用逗号分开的", en: "columns that are not parted by commas" },
    why: {
      zh: "整行会被当成一个格子，一个分也读不出来。",
      en: "The whole row would be one cell, and no mark could be read.",
    },
    mend: {
      zh: "在 Excel 或 WPS 里“另存为”CSV UTF-8（逗号分隔）；手工写的，把分隔号全部换成英文逗号。",
      en: 'Choose "Save as" and "CSV UTF-8 (comma delimited)"; in a text editor replace the signs with commas.',
    },
    bad: bad("单位；材料审核；实地考察\n东街社区；55；38.5\n"),
    good,
  },
  "quote-not-closed": {
    severity: "error",
    title: { zh: "双引号没有配对", en: "a quotation mark that never closes" },
    why: {
      zh: "从这个引号起，后面所有的单位都被当成一个格子的内容，会全部漏掉。",
      en: "All units behind it are taken for the content of one cell, and would be left out.",
    },
    mend: {
      zh: "补上右引号，或把这个引号删去。改好后再运行一次，它后面的行这一次没有检查。",
      en: "Close it or take it out, and run the tool again: the rows behind it have not been looked at.",
    },
    bad: bad(`${heading}\n"东街社区,55,38.5\n西街社区,48,36\n`),
    good: score(rubric, `${heading}\n"东街社区",55,38.5\n西街社区,48,36\n`),
  },
  "quote-misplaced": {
    severity: "error",
    title: { zh: "双引号的位置不对", en: "a quotation mark where none can stand" },
    why: {
      zh: "英文双引号在 CSV 里表示一格的开头和结尾。夹在中间，就分不清这一格到哪里为止。",
      en: "In CSV this sign begins and ends a cell. In the middle it leaves open where the cell ends.",
    },
    mend: {
      zh: '名称里的引号用中文引号“”；或整格用双引号括起来，里面的写两个 ""。',
      en: 'Put the whole cell in quotation marks and write those inside twice, as in "the ""Star"" office".',
    },
    bad: bad(`${heading}\n"东街"社区,55,38.5\n`),
    good: score(rubric, `${heading}\n“东街”社区,55,38.5\n`),
  },
  "row-too-long": {
    severity: "error",
    title: { zh: "一行太长", en: "a row that is far too long" },
    why: {
      zh: "表格的一行不会有 4 MB，这个文件多半不是表格。",
      en: "No row of a table has 4 MB. This is most likely no table at all.",
    },
    mend: {
      zh: "核对是不是给错了文件；是表格的，从 Excel 或 WPS 重新导出。",
      en: "See whether it is the right file; if it is, export it again from Excel or WPS.",
    },
    bad: bad({
      shown: { zh: "列名下面是一行 500 万个字符", en: "below the headings a row of 5 million characters" },
      content: () => `${heading}\n${"x".repeat(5_000_000)}\n`,
    }),
    good,
  },
  "too-many-findings": {
    severity: "error",
    title: { zh: "一个文件里的问题太多", en: "too many faults in one file" },
    why: {
      zh: "有五万处问题的，多半是给错了文件，或者各列错了一位，一处一处看没有用处。",
      en: "With 50,000 faults it is the wrong file, or its columns are shifted. To go through them one by one is of no use.",
    },
    mend: {
      zh: "先看前几条，核对列名和内容对不对得上，是不是这一年、这个体系的数据。",
      en: "Look at the first few: see whether headings and contents fit, and whether these are the data of this year and this rubric.",
    },
    bad: bad({
      shown: { zh: "三万行，两列都写成了“好”", en: "30,000 rows, both columns with 好 instead of marks" },
      content: () =>
        `${heading}\n${Array.from({ length: 30_000 }, (_, row) => `社区${row},好,好\n`).join("")}`,
    }),
    good,
  },
} satisfies Partial<Pages>;
