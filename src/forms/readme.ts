import type { Language } from "../base/language.ts";
import type { Plan } from "../rubric/plan.ts";

/** The paths that commands name. */
export interface Places {
  readonly rubric: string;
  readonly register: string;
  /** The folder with the filled-in forms. */
  readonly data: string;
  /** The cases that the rubric is tested with, where it comes with any. */
  readonly cases?: string | undefined;
  /** The file of events, where the rubric reads any. */
  readonly events: string | undefined;
  /** The results of earlier years, where the rubric looks at them. */
  readonly history?: string | undefined;
}

/** The command that scores the filled-in forms. */
export const scoreCommand = (plan: Plan, { rubric, register, data, events, history }: Places): string =>
  [
    "ceping score",
    quote(rubric),
    quote(data),
    `--units ${quote(register)}`,
    ...(events === undefined ? [] : [`--events ${quote(events)}`]),
    ...(history === undefined ? [] : [`--history ${quote(history)}`]),
    ...(plan.events.needsAsOf ? ["--as-of YYYY-MM-DD"] : []),
  ].join(" ");

/** A path as a shell takes it for one word. */
const quote = (path: string): string => (/^[\p{L}\p{N}_./\\:-]+$/u.test(path) ? path : `"${path}"`);

/** What to do next in a folder that was just laid out. */
export function renderReadme(plan: Plan, places: Places, language: Language): string {
  const { title } = plan.rubric;
  const { rubric, register, data, cases } = places;
  const commands = {
    check: `ceping check ${quote(rubric)}`,
    test: `ceping test ${quote(rubric)}`,
    template: `ceping template ${quote(rubric)} --units ${quote(register)} -o ${quote(data)}`,
    score: scoreCommand(plan, places),
  };
  const fence = (command: string): string => `\n   \`\`\`\n   ${command}\n   \`\`\`\n`;
  const date = plan.events.needsAsOf;
  const chinese = `# ${title}

- \`${rubric}\` 测评体系，按自己的文件修改
- \`${register}\` 单位登记表
- \`forms\` 体系要的各种空表，和一份填表说明
${cases === undefined ? "" : `- \`${cases}\` 体系的用例：手算的例子，\`ceping test\` 用它核对\n`}- \`*.schema.json\` 供编辑器补全和检查，不用改

接下来，在本文件夹里：

1. 修改 \`${rubric}\`，改完检查：
${fence(commands.check)}${cases === undefined ? "" : `\n   用例里的数跟着体系一起改，再对照一遍：\n${fence(commands.test)}`}
2. 填 \`${register}\`，每个单位一行。
3. 生成每个单位一行的空表，写到 \`${data}\`，分发、填写；怎么填见里面的说明：
${fence(commands.template)}
4. 计分：
${fence(commands.score)}${date ? "\n   YYYY-MM-DD 换成基准日，时间范围从它起算。\n" : ""}
   结果写成文件，加 \`-o 结果.csv\`；看一个单位的分数怎么来的，用 \`ceping explain\`。
`;
  const english = `# ${title}

- \`${rubric}\`: the rubric, to be changed to fit your own paper
- \`${register}\`: the register of units
- \`forms\`: all the forms the rubric asks for, empty, and how to fill them in
${cases === undefined ? "" : `- \`${cases}\`: cases worked through by hand, which \`ceping test\` holds against the rubric\n`}- \`*.schema.json\`: for editors, which complete and check by them; not to be changed

What to do next, in this folder:

1. Change \`${rubric}\`, then check it:
${fence(commands.check)}${cases === undefined ? "" : `\n   Change the cases along with it, and compare again:\n${fence(commands.test)}`}
2. Fill in \`${register}\`, one row a unit.
3. Make forms with a row for each unit in \`${data}\`, hand them out, fill them in; the guide there says how:
${fence(commands.template)}
4. Score:
${fence(commands.score)}${date ? "\n   YYYY-MM-DD stands for the date that windows of time are counted from.\n" : ""}
   Add \`-o result.csv\` to write the result to a file; \`ceping explain\` shows how a unit came to its points.
`;
  return language === "en" ? english : chinese;
}
