import type { Text } from "../base/language.ts";
import { problem } from "./problem.ts";

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

/** What can be wrong with a CSV file before its cells are read. */
export const fileProblems = {
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
};
