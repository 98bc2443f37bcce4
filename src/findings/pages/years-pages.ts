import { check, checkBoth, type Example, type Pages, score } from "./page.ts";

/** A result over years that is put together in this way. */
const withResult = (way: string): string => `
  years:
    results:
      - id: term-score
        name: 届期成绩
        ${way}
  indicators: [{ id: docs, name: 材料审核, points: 100, rule: marks }]
  outcomes:
    - name: 命名
      when: { result: term-score, at-least: 80 }
    - { name: 不予命名, otherwise: yes }
`;

const overTwoYears = (...names: readonly string[]): Example =>
  score(withResult("weights: { 1: 40%, 0: 60% }"), "单位,材料审核\n甲局,95\n乙局,90\n", {
    history: [
      "年度,测评体系,单位名称,总分,精确总分,名次,组内单位数,结果",
      ...names.map((name, index) => `2020,example,${name},80,80,${index + 1},${names.length},命名`),
      "",
    ].join("\n"),
    options: "--as-of 2021-12-31",
  });

/** A title beside another one that it requires or excludes, granted to a unit that holds what is given. */
const granting = (key: "requires" | "excludes", held: string): Example =>
  score(
    `
      titles:
        - { name: 文明单位 }
        - { name: 标兵单位, ${key}: 文明单位 }
      indicators: [{ id: docs, name: 材料审核, points: 100, rule: marks }]
      outcomes:
        - name: 命名
          when: { score: total, at-least: 85 }
          effect: { grants: 标兵单位 }
        - { name: 不予命名, otherwise: yes }
    `,
    "单位,材料审核\n甲局,95\n",
    { units: `单位,称号\n甲局,${held}\n`, options: "--as-of 2021-12-31" },
  );

/** Titles that are granted, changed and taken. */
const twoTitles = `
  titles:
    - { name: 文明单位 }
    - { name: 标兵单位 }
  indicators: [{ id: docs, name: 材料审核, points: 100, rule: marks }]
  outcomes:
    - name: 撤销
      when: { score: total, below: 60 }
      effect: { takes: any }
    - name: 标兵
      when: { score: total, at-least: 95 }
      effect: { changes: { 文明单位: 标兵单位 } }
    - name: 命名
      when: { score: total, at-least: 85 }
      effect: { grants: 文明单位, takes: 标兵单位 }
    - { name: 不变, otherwise: yes }
`;

/** Titles, earlier years, and what follows from an outcome. */
export const yearsPages = {
  "count-or-share": {
    severity: "error",
    title: { zh: "既不是个数也不是份额", en: "neither a number of units nor a share" },
    why: {
      zh: "末几位、前几位写成半个单位或超过百分之百，不知道是哪些单位。",
      en: "With half a unit, or more than all, nobody can tell which units are meant.",
    },
    mend: {
      zh: "写整数（3）或 0% 到 100% 的百分数（10%）。",
      en: "Write a whole number (3) or a percentage from 0% to 100% (10%).",
    },
    ...checkBoth(`
      indicators: [{ id: docs, name: 材料审核, points: 100, rule: marks }]
      outcomes:
    ✗   - { name: 末位, when: { score: total, among-worst: 1.5 } }
    ✓   - { name: 末位, when: { score: total, among-worst: 10% } }
        - { name: 不予命名, otherwise: yes }
    `),
  },
  "length-text": {
    severity: "error",
    title: { zh: "看不懂的时长", en: "no length of time" },
    why: { zh: "时长读不懂，就算不出到哪一天为止。", en: "Nobody can work out the day on which it ends." },
    mend: { zh: "写成 6 months、1 year、2 年、6 个月。", en: "Write 6 months, 1 year or 2 years." },
    ...checkBoth(`
    ✗ titles: [{ name: 文明单位, term: 一届 }]
    ✓ titles: [{ name: 文明单位, term: 2 years }]
      indicators: [{ id: docs, name: 材料审核, points: 100, rule: marks }]
      outcomes:
    ✓   - name: 撤销
    ✓     when: { all: [{ title: 文明单位 }, { score: total, below: 85 }] }
    ✓     effect: { takes: any }
        - name: 命名
          when: { score: total, at-least: 85 }
          effect: { grants: 文明单位 }
        - { name: 不予命名, otherwise: yes }
    `),
  },
  "title-duplicate": {
    severity: "error",
    title: { zh: "称号重复了", en: "a title that is there twice" },
    why: {
      zh: "两个同名的称号分不清，登记表里写的是哪一个没有人知道。",
      en: "Two titles of one name cannot be told apart in the register.",
    },
    mend: { zh: "删去一个，或改名。", en: "Delete one, or give it another name." },
    bad: check(`
      titles:
        - { name: 文明单位 }
        - { name: 文明单位 }
      indicators: [{ id: docs, name: 材料审核, points: 100, rule: marks }]
    `),
    good: check(twoTitles),
  },
  "title-self": {
    severity: "error",
    title: { zh: "称号要求或排斥它自己", en: "a title that requires or excludes itself" },
    why: {
      zh: "要求自己的称号谁也得不到，排斥自己的谁也保不住。",
      en: "A title that requires itself cannot be granted, and one that excludes itself cannot be held.",
    },
    mend: { zh: "写另一个称号，或删去这一项。", en: "Name another title, or delete the key." },
    bad: check(`
      titles: [{ name: 文明单位, requires: 文明单位 }]
      indicators: [{ id: docs, name: 材料审核, points: 100, rule: marks }]
    `),
    good: check(twoTitles),
  },
  "years-shape": {
    severity: "error",
    title: { zh: "跨年成绩没写怎样合成", en: "a result over years without a way to it" },
    why: {
      zh: "不写各年的比例，也不写几年平均，算不出来。",
      en: "Without shares and without a number of years there is nothing to work out.",
    },
    mend: { zh: "写 weights 或 mean，二者取一。", en: "Write weights or mean, not both." },
    bad: check(withResult("missing: finding")),
    good: check(withResult("weights: { 1: 40%, 0: 60% }")),
  },
  "years-ago": {
    severity: "error",
    title: { zh: "不是几年前", en: "not how long ago" },
    why: {
      zh: "写成年份的比例，到下一年就全错了。",
      en: "Shares by calendar year would all be wrong a year later.",
    },
    mend: {
      zh: "写几年前：本年 0，上年 1，前年 2。",
      en: "Write how long ago: 0 is this year, 1 the one before.",
    },
    bad: check(withResult("weights: { 2020: 40%, 0: 60% }")),
    good: check(withResult("weights: { 1: 40%, 0: 60% }")),
  },
  "earlier-times": {
    severity: "error",
    title: { zh: "前几年里不可能有那么多次", en: "more times than there are years" },
    why: {
      zh: "这个条件永远不成立，要它管的单位都漏过去了。",
      en: "The condition can never hold, and whom it was meant for go free.",
    },
    mend: {
      zh: "times 不大于 last，两个都至少是 1。",
      en: "times is not above last, and both are at least 1.",
    },
    ...checkBoth(`
      indicators: [{ id: docs, name: 材料审核, points: 100, rule: marks }]
      outcomes:
        - name: 撤销
    ✗     when: { earlier: outcome, is: 不予命名, last: 2, times: 3 }
    ✓     when: { earlier: outcome, is: 不予命名, last: 3, times: 2 }
        - { name: 不予命名, otherwise: yes }
    `),
  },
  "effect-empty": {
    severity: "error",
    title: { zh: "effect 里什么也没有", en: "an effect without anything in it" },
    why: {
      zh: "写了后果又没有内容，多半是漏了。",
      en: "An effect that has none was probably left unfinished.",
    },
    mend: { zh: "写上后果，或删去 effect。", en: "Write what follows, or delete effect." },
    bad: check(`
      indicators: [{ id: docs, name: 材料审核, points: 100, rule: marks }]
      outcomes:
        - name: 命名
          when: { score: total, at-least: 85 }
          effect: {}
        - { name: 不予命名, otherwise: yes }
    `),
    good: check(twoTitles),
  },
  "effect-clash": {
    severity: "error",
    title: { zh: "对一个称号有两种处理", en: "two things done with one title" },
    why: {
      zh: "又授予又撤销，最后有没有这个称号说不清。",
      en: "Whether the unit holds a title that is both granted and taken away is not clear.",
    },
    mend: {
      zh: "一个称号只写在 grants、takes、changes、renews 之一。",
      en: "Name a title under one of grants, takes, changes and renews only.",
    },
    bad: check(`
      titles: [{ name: 文明单位 }]
      indicators: [{ id: docs, name: 材料审核, points: 100, rule: marks }]
      outcomes:
        - name: 命名
          when: { score: total, at-least: 85 }
          effect: { grants: 文明单位, takes: any }
        - { name: 不予命名, otherwise: yes }
    `),
    good: check(twoTitles),
  },
  "title-required": {
    severity: "error",
    title: { zh: "授予的称号要先有另一个", en: "a title that another one must come before" },
    why: { zh: "没有下一级称号就授予上一级，越了级。", en: "A step of the ladder would be left out." },
    mend: {
      zh: "在 when 里加上 title 条件，或核对登记表。",
      en: "Add a condition on title to the rule, or look at the register.",
    },
    bad: granting("requires", ""),
    good: granting("requires", "文明单位"),
  },
  "titles-exclusive": {
    severity: "error",
    title: { zh: "同时有两个不能并存的称号", en: "two titles that exclude each other" },
    why: {
      zh: "两个称号不能并存，通报里却会都有。",
      en: "Both would be published, though nobody may hold them together.",
    },
    mend: {
      zh: "用 changes 以新换旧，或把这种单位排除在 when 之外；登记表里已经写了两个的，核对后留一个。",
      en: "Use changes, or leave such units out of the rule; where the register has both, keep the one that is right.",
    },
    bad: granting("excludes", "文明单位"),
    good: granting("excludes", ""),
  },
  "earlier-missing": {
    severity: "error",
    title: { zh: "跨年成绩缺一年", en: "a result over years lacks a year" },
    why: {
      zh: "少了一年，几年合成的成绩算不出来，不能当 0 分。",
      en: "Without that year the result cannot be worked out; it must not be taken for 0.",
    },
    mend: {
      zh: "补上那一年的历年成绩；用 --replay 时，补上那一年的子文件夹，--history 只用来比对。或在体系里写 missing: renormalise。",
      en: "Add that year to the history; with --replay, where --history is only compared with, add a subfolder of that year. Or write missing: renormalise in the rubric.",
    },
    bad: overTwoYears("乙局"),
    good: overTwoYears("甲局", "乙局"),
  },
} as const satisfies Partial<Pages>;
