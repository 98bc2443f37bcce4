import { listed, nearOr, problem } from "./problem.ts";

/** What can be wrong with a run of the tool: its arguments, its files, its outputs. */
export const runProblems = {
  fileMissing: (near: string | undefined) =>
    problem(
      "file-missing",
      "error",
      { zh: "没有这个文件", en: "there is no such file" },
      nearOr(near, []) ?? {
        zh: "核对路径和当前所在的文件夹",
        en: "check the path and the folder you are in",
      },
    ),
  fileUnreadable: (reason: string) =>
    problem("file-unreadable", "error", {
      zh: `读不了这个文件：${reason}`,
      en: `the file cannot be read: ${reason}`,
    }),
  fileIsFolder: () =>
    problem(
      "file-is-folder",
      "error",
      { zh: "这是一个文件夹，这里需要一个文件", en: "this is a folder, but a file is needed here" },
      { zh: "写出文件夹里具体的文件", en: "name the file inside it" },
    ),
  folderEmpty: () =>
    problem(
      "folder-empty",
      "error",
      { zh: "文件夹是空的", en: "the folder is empty" },
      {
        zh: "把报送的 CSV 文件放进去，或写别的文件夹",
        en: "put the CSV files into it, or name another folder",
      },
    ),
  folderWithoutCsv: (found: readonly string[]) => {
    const names = listed(found);
    return problem(
      "folder-without-csv",
      "error",
      {
        zh: `文件夹里没有 CSV 文件，有：${names.zh}`,
        en: `the folder has no CSV files; it has: ${names.en}`,
      },
      { zh: "把表格另存为 CSV UTF-8", en: "save the sheets as CSV UTF-8" },
    );
  },
  folderPassedOver: (found: readonly string[]) => {
    const names = listed(found);
    return problem(
      "folder-passed-over",
      "warning",
      {
        zh: `文件夹里有不是 CSV 的表格，没有读：${names.zh}`,
        en: `the folder has tables that are no CSV and were not read: ${names.en}`,
      },
      {
        zh: "需要的另存为 CSV UTF-8，不需要的移走",
        en: "save those that are needed as CSV UTF-8, and move the others away",
      },
    );
  },
  nothingMatched: () =>
    problem(
      "nothing-matched",
      "error",
      { zh: "没有文件符合", en: "nothing matches" },
      { zh: "核对通配符，必要时加引号", en: "check the pattern, and quote it if the shell changes it" },
    ),
  outputIsInput: () =>
    problem(
      "output-is-input",
      "error",
      {
        zh: "输出文件就是输入文件之一，不会覆盖",
        en: "the output is one of the inputs and will not be overwritten",
      },
      { zh: "换一个输出路径", en: "choose another path" },
    ),
  outputTwice: () =>
    problem(
      "output-twice",
      "error",
      { zh: "两个输出写到同一个文件", en: "two outputs go to the same file" },
      { zh: "各写一个路径", en: "give each a path of its own" },
    ),
  outputFormat: (path: string, formats: readonly string[]) =>
    problem(
      "output-format",
      "error",
      {
        zh: `看不出“${path}”要写成什么格式`,
        en: `it is not clear in which format "${path}" should be written`,
      },
      {
        zh: `用扩展名表示，或写成 格式:路径；格式有：${formats.join("、")}`,
        en: `use its extension, or write format:path with one of: ${formats.join(", ")}`,
      },
    ),
  outputUnwritable: (reason: string) =>
    problem(
      "output-unwritable",
      "error",
      { zh: `写不了输出文件：${reason}`, en: `the output cannot be written: ${reason}` },
      {
        zh: "核对文件夹是否存在、是否有写入权限、文件是否正被 Excel 打开",
        en: "see whether the folder exists, may be written to, and the file is not open in Excel",
      },
    ),
  unitNotFound: (name: string, near: string | undefined) =>
    problem(
      "unit-not-found",
      "error",
      { zh: `没有单位“${name}”`, en: `there is no unit "${name}"` },
      nearOr(near, []) ?? { zh: "核对名称或代码", en: "check the name or code" },
    ),
  outcomeUnknown: (name: string, known: readonly string[], near: string | undefined) =>
    problem(
      "outcome-unknown",
      "error",
      { zh: `测评体系里没有结果“${name}”`, en: `the rubric has no outcome "${name}"` },
      nearOr(near, known),
    ),
};
