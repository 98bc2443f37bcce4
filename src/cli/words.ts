import type { Text } from "../base/language.ts";

/** The words of `--help` and of wrong usage. */
export const words = {
  program: {
    zh: "测评：按测评体系精确计分、排名、定结果",
    en: "scores assessments exactly, ranks, decides outcomes",
  },
  score: { zh: "计分、排名、定结果、出报告", en: "score, rank, decide and report" },
  check: { zh: "检查测评体系文件，或按一个体系检查报送数据", en: "check rubric files, or data against one" },
  explain: {
    zh: "说明一个单位的结果是怎么来的，或一个问题代码是什么意思",
    en: "show how one unit came to its result, or what a finding code means",
  },
  test: { zh: "运行体系旁边写的用例", en: "run the cases written beside a rubric" },
  testedRubrics: {
    zh: "测评体系文件，用例在旁边的“名字.cases.yaml”里；或用例文件本身",
    en: "rubric files, with their cases beside them in name.cases.yaml; or the case files themselves",
  },
  coverage: { zh: "列出体系里没有测到的全部地方", en: "list all of the rubric that no case shows" },
  minCoverage: {
    zh: "覆盖低于这个百分数时退出码为 1",
    en: "exit 1 when the cases show less of the rubric than this percentage",
  },
  mutate: {
    zh: "把体系改动一点，看用例能不能发现",
    en: "change the rubric a little and see whether the cases notice",
  },
  init: {
    zh: "从随附的体系新建一个测评文件夹；从不覆盖文件",
    en: "lay out a new assessment folder to start from; never overwrites",
  },
  template: {
    zh: "写出体系要的各种空表（CSV）；从不覆盖文件",
    en: "write the empty CSV forms a rubric asks for; never overwrites",
  },
  schema: {
    zh: "打印测评体系文件或用例文件的 JSON Schema，供编辑器补全、解释和检查",
    en: "print the JSON Schema of rubric files or of their cases, for editors",
  },
  schemaOf: {
    zh: "哪种文件的：测评体系，还是它的用例（*.cases.yaml）",
    en: "of which files: rubrics, or their cases (*.cases.yaml)",
  },
  schemaFile: {
    zh: "写到一个文件（.json），不打印",
    en: "write it to a file (.json) instead of printing it",
  },
  newFolder: {
    zh: "新测评的文件夹，默认为当前文件夹",
    en: "folder to lay out; the current one if not given",
  },
  templateName: {
    zh: "样板的名字；不写则列出全部样板",
    en: "name of the template; all are listed if not given",
  },
  formsUnits: {
    zh: "单位登记表（CSV）：空表里每个单位一行；不写则也给一张空的登记表",
    en: "register of units (CSV), for a row a unit; without it, there is a form for the register, too",
  },
  formsFolder: {
    zh: "空表写到哪个文件夹，默认为当前文件夹",
    en: "folder for the forms; the current one if not given",
  },
  rubric: { zh: "测评体系文件（YAML）", en: "rubric file (YAML)" },
  rubricOrCode: { zh: "测评体系文件（YAML），或问题代码", en: "rubric file (YAML), or a finding code" },
  listCodes: { zh: "列出全部问题代码", en: "list all finding codes" },
  rubrics: {
    zh: "测评体系：YAML 文件、文件夹（连同里面的文件夹）或通配符",
    en: "rubrics: YAML files, folders with all inside them, or patterns",
  },
  checkData: {
    zh: "按测评体系检查的报送数据：CSV 文件、文件夹或通配符；不计分",
    en: "data to check against the rubric: CSV files, folders or patterns; nothing is scored",
  },
  submissions: {
    zh: "报送数据：CSV 文件、文件夹或通配符；- 为标准输入",
    en: "CSV files, folders or patterns; - is standard input",
  },
  units: { zh: "单位登记表（CSV）", en: "register of units (CSV)" },
  events: {
    zh: "事项文件（CSV）：事故、表彰、问题，各有日期",
    en: "dated events (CSV): incidents, awards, faults",
  },
  history: {
    zh: "历年结果（CSV）：文件、文件夹或通配符，可多次使用",
    en: "results of earlier years: CSV files, folders or patterns; may be repeated",
  },
  overrides: {
    zh: "人工变更的结果（CSV）：单位、原值、新值、理由、决定人、日期",
    en: "decisions changed by hand (CSV): unit, field, old, new, reason, by, date",
  },
  replay: {
    zh: "一次计算历年：文件夹里每年一个子文件夹；--history 是已公布的结果，用来比对",
    en: "calculate several years: a folder with a subfolder a year; --history is what was published, to be compared",
  },
  asOf: {
    zh: "基准日：时间范围从它起算，规定按那天有效的",
    en: "the date that windows are counted from and rules must be valid on",
  },
  unit: { zh: "单位代码或名称", en: "code or name of the unit" },
  format: { zh: "标准输出的格式", en: "what goes to standard output" },
  output: { zh: "另写一个文件，可多次使用", en: "also write a file; may be repeated" },
  failOn: {
    zh: "有单位得到该结果时退出码为 1，可多次使用",
    en: "exit 1 when a unit has that outcome; may be repeated",
  },
  allFindings: {
    zh: "pretty 也列出每个文件的全部问题，不止 50 个",
    en: "pretty, too, lists all findings of each file, not only 50",
  },
  witness: {
    zh: "把能说明问题的示例数据写到这个文件夹",
    en: "write example data that show the findings to this folder",
  },
  print: {
    zh: "打印合成后的整个测评体系，默认值全部写出，并注明各值出处",
    en: "print the whole rubric, with every default and where each value comes from",
  },
  strict: { zh: "警告按错误处理", en: "warnings count as errors" },
  lang: { zh: "语言", en: "language of messages and headings" },
  noColor: { zh: "不用颜色", en: "no colours" },
  quiet: { zh: "只报告错误", en: "report errors only" },
  noProgress: { zh: "不显示进度", en: "no progress line" },
  debug: { zh: "出现程序故障时显示细节", en: "show details of a fault in the program" },
  version: { zh: "显示版本", en: "print the version" },
  help: { zh: "显示帮助", en: "show help" },
  helpCommand: { zh: "显示某个命令的帮助", en: "show help for a command" },
  usage: { zh: "用法：", en: "Usage:" },
  arguments: { zh: "参数：", en: "Arguments:" },
  options: { zh: "选项：", en: "Options:" },
  commands: { zh: "命令：", en: "Commands:" },
  bug: {
    zh: "程序出了故障，没有写出任何文件。请带上 --debug 重新运行，把显示的内容告诉我们。",
    en: "this is a fault in the program; nothing was written. Run it again with --debug and tell us what it shows.",
  },
  seeHelp: { zh: "用 --help 查看用法", en: "see --help" },
} as const satisfies Record<string, Text>;

/**
 * commander's errors in Chinese; it speaks English itself. What it names stands in its message between
 * single quotation marks, a near name after "Did you mean".
 */
export function wrongUsage(code: string, message: string): string {
  const [first = "", second = ""] = [...message.matchAll(/'([^']*)'/g)].map(([, name]) => name ?? "");
  const choices = /Allowed choices are (.*)\.$/.exec(message)?.[1]?.replaceAll(", ", "、");
  const near = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
  const said = sayWrongUsage(code, first, second, choices) ?? message;
  return near === undefined ? said : `${said}，是否想写 ${near.replaceAll(", ", "、")}？`;
}

function sayWrongUsage(
  code: string,
  first: string,
  second: string,
  choices: string | undefined,
): string | undefined {
  switch (code) {
    case "commander.unknownOption":
      return `没有选项“${first}”`;
    case "commander.unknownCommand":
      return `没有命令“${first}”`;
    case "commander.missingArgument":
      return first === "rubric" || first === "submissions"
        ? `缺少参数 <${first}>（${words[first].zh}）`
        : `缺少参数 <${first}>`;
    case "commander.optionMissingArgument":
      return `选项“${first}”后面缺少内容`;
    case "commander.missingMandatoryOptionValue":
      return `缺少必需的选项“${first}”`;
    case "commander.invalidArgument":
      return choices === undefined
        ? `选项“${first}”不能是“${second}”`
        : `选项“${first}”不能是“${second}”，可用的有：${choices}`;
    case "commander.conflictingOption":
      return `选项“${first}”不能与“${second}”同时使用`;
    case "commander.excessArguments":
      return "参数太多";
    default:
      return undefined;
  }
}
