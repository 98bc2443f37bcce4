import type { Text } from "../base/language.ts";
import { listed, nearOr, problem, quoted } from "./problem.ts";

/** What the operating system answers, in words; anything else as it was said. */
const reasons: Readonly<Record<string, Text>> = {
  EACCES: { zh: "没有权限", en: "permission denied" },
  EPERM: { zh: "没有权限，或文件正被别的程序占用", en: "permission denied, or the file is in use" },
  EBUSY: { zh: "文件正被别的程序占用", en: "the file is in use by another program" },
  ENOENT: { zh: "所在的文件夹不存在", en: "its folder does not exist" },
  EEXIST: { zh: "已有同名的文件", en: "something of that name is there already" },
  ENOTDIR: { zh: "路径中间有一段不是文件夹", en: "a part of the path is no folder" },
  EISDIR: { zh: "这是一个文件夹", en: "it is a folder" },
  ENOSPC: { zh: "磁盘已满", en: "the disk is full" },
  EDQUOT: { zh: "磁盘配额已用完", en: "the disk quota is used up" },
  EROFS: { zh: "这个磁盘是只读的", en: "the disk is read-only" },
  EIO: { zh: "磁盘读写出错", en: "the disk failed" },
  ENAMETOOLONG: { zh: "文件名太长", en: "the file name is too long" },
  ELOOP: { zh: "链接绕成了圈", en: "its links go in a circle" },
  EMFILE: { zh: "同时打开的文件太多", en: "too many files are open" },
};

const reasonText = (reason: string): Text => {
  const known = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return known === undefined
    ? { zh: reason, en: reason }
    : { zh: `${known.zh}（${reason}）`, en: `${known.en} (${reason})` };
};

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
  fileFromInput: () =>
    problem(
      "file-from-input",
      "error",
      {
        zh: "这个文件不能从标准输入（-）读，只有报送数据可以",
        en: "this file cannot come from standard input (-); submissions alone can",
      },
      {
        zh: "写出文件名；文件真叫 - 的，写成 ./-",
        en: "name the file; where - is its name, write ./-",
      },
    ),
  fileLinkToNowhere: () =>
    problem(
      "file-missing",
      "error",
      {
        zh: "这是一个链接，它指向的文件不存在",
        en: "this is a link, and the file it leads to is not there",
      },
      {
        zh: "核对链接指向哪里，或直接写那个文件的路径",
        en: "see where the link leads, or name the file itself",
      },
    ),
  fileUnreadable: (reason: string) => {
    const why = reasonText(reason);
    return problem(
      "file-unreadable",
      "error",
      { zh: `读不了：${why.zh}`, en: `this cannot be read: ${why.en}` },
      {
        zh: "核对读取权限，关闭正在使用它的程序",
        en: "see whether you may read it, and close programs that use it",
      },
    );
  },
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
  folderWithoutRubrics: () =>
    problem(
      "folder-without-rubrics",
      "error",
      {
        zh: "文件夹里没有测评体系文件（.yaml 或 .yml）",
        en: "the folder has no rubric files (.yaml or .yml)",
      },
      { zh: "核对文件夹；测评体系的文件名以 .yaml 结尾", en: "check the folder; rubric files end in .yaml" },
    ),
  rubricsPassedOver: (found: readonly string[]) => {
    const names = listed(found);
    return problem(
      "rubrics-passed-over",
      "error",
      {
        zh: `这里没有测评体系，只有别的文件：${names.zh}`,
        en: `there is no rubric here, only other files: ${names.en}`,
      },
      {
        zh: "写出测评体系文件；*.cases.yaml 是测试用例，不是测评体系",
        en: "name a rubric file; *.cases.yaml holds test cases and is no rubric",
      },
    );
  },
  dataOneRubric: (found: number) =>
    problem(
      "data-one-rubric",
      "error",
      {
        zh: `--data 的数据只按一个测评体系检查，这里有 ${found} 个`,
        en: `--data is checked against one rubric, but here are ${found}`,
      },
      { zh: "每个测评体系运行一次", en: "run it once for each rubric" },
    ),
  dataMissing: (option: string) =>
    problem(
      "data-missing",
      "error",
      { zh: `用了 ${option}，却没有 --data`, en: `${option} is given without --data` },
      { zh: "用 --data 写出报送的 CSV 文件或文件夹", en: "name the CSV files or the folder with --data" },
    ),
  nothingMatched: () =>
    problem(
      "nothing-matched",
      "error",
      { zh: "没有文件符合这个通配符", en: "no file matches this pattern" },
      {
        zh: "核对通配符和当前所在的文件夹；* 代表任意文字，如 报送/*.csv",
        en: "check the pattern and the folder you are in; * stands for any text, as in data/*.csv",
      },
    ),
  nothingLeft: () =>
    problem(
      "nothing-matched",
      "error",
      { zh: "除了登记表，没有报送数据可读", en: "apart from the register there is no data to read" },
      { zh: "再给出报送的 CSV 文件或文件夹", en: "name the CSV files or the folder that were handed in" },
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
  outputPathMissing: (written: string, format: string) =>
    problem(
      "output-path-missing",
      "error",
      { zh: `“${quoted(written)}”没有写输出文件的路径`, en: `"${quoted(written)}" names no file to write` },
      { zh: `写成“${format}:文件名”的样子`, en: `write it like ${format}:file-name` },
    ),
  outputToScreen: (written: string, format: string | undefined) =>
    problem(
      "output-path-missing",
      "error",
      {
        zh: `-o 只写文件；“${quoted(written)}”里的 - 是标准输出`,
        en: `-o writes files alone; the - of "${quoted(written)}" is standard output`,
      },
      {
        zh: `改写成 -f ${format ?? "格式"}；文件真叫 - 的，写成 ./-`,
        en: `write -f ${format ?? "format"} instead; for a file of that name, ./-`,
      },
    ),
  outputFormat: (path: string, formats: readonly string[], near: string | undefined) =>
    problem(
      "output-format",
      "error",
      {
        zh: `看不出“${quoted(path)}”要写成什么格式`,
        en: `it is not clear in which format "${quoted(path)}" should be written`,
      },
      nearOr(near, []) ?? {
        zh: `用扩展名表示（如 结果.json），或写成 格式:路径；格式有：${formats.join("、")}`,
        en: `use an extension (such as result.json), or write format:path with one of: ${formats.join(", ")}`,
      },
    ),
  outputNotJson: (path: string) =>
    problem(
      "output-format",
      "error",
      { zh: `“${quoted(path)}”不是 JSON 文件`, en: `"${quoted(path)}" is no JSON file` },
      { zh: "文件名以 .json 结尾", en: "the name ends in .json" },
    ),
  outputUnwritable: (reason: string) => {
    const why = reasonText(reason);
    return problem(
      "output-unwritable",
      "error",
      {
        zh: `写不了输出文件：${why.zh}；没有写出任何文件`,
        en: `the output cannot be written: ${why.en}; nothing was written`,
      },
      {
        zh: "核对文件夹是否存在、是否有写入权限、文件是否正被 Excel 打开",
        en: "see whether the folder exists, may be written to, and the file is not open in Excel",
      },
    );
  },
  unitNotFound: (name: string, near: string | undefined) =>
    problem(
      "unit-not-found",
      "error",
      { zh: `没有单位“${quoted(name)}”`, en: `there is no unit "${quoted(name)}"` },
      nearOr(near, []) ?? { zh: "核对名称或代码", en: "check the name or code" },
    ),
  outcomeUnknown: (name: string, known: readonly string[], near: string | undefined) =>
    problem(
      "outcome-unknown",
      "error",
      { zh: `测评体系里没有结果“${quoted(name)}”`, en: `the rubric has no outcome "${quoted(name)}"` },
      nearOr(near, known),
    ),
  newFileExists: () =>
    problem(
      "file-exists",
      "error",
      {
        zh: "已有这个文件，不会覆盖；没有写出任何文件",
        en: "this file is there already and will not be overwritten; nothing was written",
      },
      { zh: "换一个文件夹，或先把它移走", en: "choose another folder, or move it away first" },
    ),
  templateMissing: (known: readonly string[]) => {
    const names = listed(known, 3);
    return problem(
      "template-missing",
      "error",
      { zh: "没有说用哪个样板", en: "it does not say which template to start from" },
      {
        zh: `加上 --template 和样板的名字，如：${names.zh}`,
        en: `add --template and the name of one, such as: ${names.en}`,
      },
    );
  },
  templateUnknown: (name: string, near: string | undefined) =>
    problem(
      "template-unknown",
      "error",
      { zh: `没有样板“${quoted(name)}”`, en: `there is no template "${quoted(name)}"` },
      nearOr(near, []) ?? { zh: "从下面列出的样板里选一个", en: "choose one of those listed below" },
    ),
  codeUnknown: (code: string, near: string | undefined, similar: readonly string[] = []) =>
    problem(
      "code-unknown",
      "error",
      { zh: `没有代码“${quoted(code)}”`, en: `there is no finding code "${quoted(code)}"` },
      nearOr(near, similar) ?? {
        zh: "代码写在每条问题末尾的方括号里；用 ceping explain --list 列出全部",
        en: "a code stands in brackets at the end of each finding; list all with ceping explain --list",
      },
    ),
};
