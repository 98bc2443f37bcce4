import { check, checkBoth, type Pages } from "./page.ts";

const scales = (comment: string, setting = ""): string => `
  ${setting === "" ? "note: 两档明年用" : setting}
  scales:
    四档: { A: 100%, B: 66%, C: 33%, D: 0% }
    两档: { 是: 100%, 否: 0% } ${comment}
  indicators:
    - { id: files, name: 档案, points: 6, rule: grade, scale: 四档 }
`;
const good = check(scales("# 允许 scale-unused：明年的指标要用"));

/** The settings by which a rubric weighs and silences findings. */
export const checkPages = {
  "silence-without-reason": {
    severity: "warning",
    title: { zh: "允许一个提示，没写理由", en: "something is allowed without a reason" },
    why: {
      zh: "以后看的人不知道当时为什么放过，也就不知道现在还该不该放过。没有理由的允许不起作用。",
      en: "Whoever reads it later cannot tell why it was let pass, nor whether it still should. Without a reason it does nothing.",
    },
    mend: {
      zh: "在代码后面加冒号和理由。",
      en: "Write a colon and the reason behind the code.",
    },
    bad: check(scales("# 允许 scale-unused")),
    good,
  },
  "silence-form": {
    severity: "warning",
    title: { zh: "允许的注释写法不对", en: "a comment that allows nothing for want of its form" },
    why: {
      zh: "写的人以为放过了，其实没有；看的人也以为有人核对过。",
      en: "Its author believes that something is allowed, and it is not; whoever reads it believes so, too.",
    },
    mend: {
      zh: "一条注释允许一个代码：“# 允许”、一个空格、代码、冒号、理由。",
      en: "One comment allows one code: “# allow”, a space, the code, a colon and the reason.",
    },
    bad: check(scales("# 允许：scale-unused，明年的指标要用")),
    good,
  },
  "silence-of-error": {
    severity: "warning",
    title: { zh: "想用注释允许一个错误", en: "a comment that would allow an error" },
    why: {
      zh: "错误会让分数算错或算不出来，一条注释不能让它变对。",
      en: "An error makes scores wrong or impossible, and a comment makes it no better.",
    },
    mend: {
      zh: "改正错误，删去注释。自己在 check 里把它定成错误的，改成 warning 才能允许。",
      en: "Mend the error and remove the comment. If you made it an error yourself under check, make it a warning first.",
    },
    bad: check(scales("# 允许 scale-unused：明年要用", "check: { severity: { scale-unused: error } }")),
    good,
  },
  "silence-stale": {
    severity: "warning",
    title: { zh: "允许的问题已经没有了", en: "nothing is left to allow" },
    why: {
      zh: "问题早已改正，注释还在，以后同一行再出这个问题就会被它悄悄放过。",
      en: "The fault is mended but the comment is still there, and would let the next one on this line pass unseen.",
    },
    mend: {
      zh: "删去注释。行移动了的，把注释移到那一行的行末或上一行。",
      en: "Remove the comment; if the line has moved, put it at its end or on the line above.",
    },
    ...checkBoth(`
      scales:
    ✗   四档: { A: 100%, B: 66%, D: 0% } # 允许 scale-unused：备用
    ✓   四档: { A: 100%, B: 66%, D: 0% }
      indicators:
        - { id: files, name: 档案, points: 6, rule: grade, scale: 四档 }
    `),
  },
  "severity-fixed": {
    severity: "warning",
    title: { zh: "改不了的轻重", en: "a severity that cannot be changed" },
    why: {
      zh: "设置看着起作用，其实没有：妨碍计分的错误减轻不了，数据里的问题也不由测评体系定轻重。",
      en: "The setting seems to count and does not: what stands in the way of a score stays an error, and what is said of data is not for a rubric to weigh.",
    },
    mend: {
      zh: "删去这个设置。能改轻重的，是说测评体系本身的警告和提示。",
      en: "Take the setting out. What can be weighed anew are warnings and remarks about the rubric itself.",
    },
    ...checkBoth(`
    ✗ check: { severity: { points-sum: info } }
    ✓ check: { severity: { weight-zero: info } }
      indicators:
        - { id: files, name: 档案, points: 6, rule: marks }
    `),
  },
} satisfies Partial<Pages>;
