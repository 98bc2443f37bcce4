import { problem, quoted } from "./problem.ts";

/** What can be wrong with the settings by which a rubric weighs and silences findings. */
export const checkProblems = {
  silenceWithoutReason: (code: string) =>
    problem(
      "silence-without-reason",
      "warning",
      {
        zh: `允许“${quoted(code)}”没有写理由，因此不起作用`,
        en: `"${quoted(code)}" is allowed without a reason, and so is not allowed`,
      },
      {
        zh: `写成“# 允许 ${quoted(code)}：文件如此规定”`,
        en: `write "# allow ${quoted(code)}: the paper says so"`,
      },
    ),
  silenceForm: (code: string, several: boolean) =>
    problem(
      "silence-form",
      "warning",
      several
        ? {
            zh: "这条注释想一次允许几个代码，因此一个也没有允许",
            en: "this comment would allow several codes at once, and so allows none",
          }
        : {
            zh: `这条注释想允许“${quoted(code)}”，写法不对，因此不起作用`,
            en: `this comment would allow "${quoted(code)}", but is not written as it must be, and allows nothing`,
          },
      several
        ? {
            zh: `每个代码写一条，可以一行一条写在上面：“# 允许 ${quoted(code)}：文件如此规定”`,
            en: `write one comment for each, such as on lines above it: "# allow ${quoted(code)}: the paper says so"`,
          }
        : {
            zh: `写成“# 允许 ${quoted(code)}：文件如此规定”：代码前面空一格，后面是冒号和理由`,
            en: `write "# allow ${quoted(code)}: the paper says so": a space before the code, a colon and the reason behind it`,
          },
    ),
  silenceOfError: (code: string) =>
    problem(
      "silence-of-error",
      "warning",
      {
        zh: `“${quoted(code)}”是错误，不能用注释允许`,
        en: `"${quoted(code)}" is an error, which a comment cannot allow`,
      },
      { zh: "改正错误，再删去这条注释", en: "mend the error, then remove this comment" },
    ),
  silenceStale: (code: string, line: number) =>
    problem(
      "silence-stale",
      "warning",
      {
        zh: `第 ${line} 行已没有“${quoted(code)}”，这条允许没有用处了`,
        en: `line ${line} no longer has "${quoted(code)}": nothing is left to allow`,
      },
      {
        zh: "删去这条注释；如果行移动了，注释要写在那一行的行末或上一行",
        en: "remove this comment; if the line has moved, the comment belongs at its end or on the line above",
      },
    ),
  severityOfError: (code: string) =>
    problem(
      "severity-fixed",
      "warning",
      {
        zh: `“${quoted(code)}”总是错误：有它就算不了分，这里的设置不起作用`,
        en: `"${quoted(code)}" is always an error: nothing can be scored with it, and this setting does nothing`,
      },
      {
        zh: "删去这个设置；真有这个错误的，改正测评体系",
        en: "take the setting out; where the error is found, mend the rubric",
      },
    ),
  severityOfData: (code: string) =>
    problem(
      "severity-fixed",
      "warning",
      {
        zh: `“${quoted(code)}”说的是报送的数据，不是测评体系，这里的设置不起作用`,
        en: `"${quoted(code)}" is said of data, not of a rubric, and this setting does nothing`,
      },
      {
        zh: "删去这个设置；要把数据的警告都当成错误，用 --strict",
        en: "take the setting out; --strict makes every warning about data an error",
      },
    ),
} as const;
