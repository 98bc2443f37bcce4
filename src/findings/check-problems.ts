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
} as const;
