import { check, checkBoth, type Pages } from "./page.ts";

/** Conditions, outcomes, windows of time, runs, tie-breaks. */
export const conditionPages = {
  "condition-subject": {
    severity: "error",
    title: { zh: "条件没说比较什么，或说了两件事", en: "a condition about nothing, or about two things" },
    why: {
      zh: "两件事写在一个条件里，不知道是都要符合，还是符合一件就行。",
      en: "Of two things in one condition nobody can tell whether both must hold or either.",
    },
    mend: {
      zh: "一个条件说一件事；都要符合的放进 all，符合一件就行的放进 any。",
      en: "One thing in each condition; put several into all where each must hold, into any where one is enough.",
    },
    ...checkBoth(`
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
      outcomes:
        - name: 命名
    ✗     when: { score: total, category: 机关, at-least: 85 }
    ✓     when:
    ✓       all:
    ✓         - { score: total, at-least: 85 }
    ✓         - { category: 机关 }
        - { name: 不予命名, otherwise: yes }
    `),
  },
  "condition-operator": {
    severity: "error",
    title: { zh: "条件没有写怎样比", en: "a condition without a comparison" },
    why: {
      zh: "只说了看什么，没有写怎样比，谁都判不了。",
      en: "It says what to look at but not what to hold it against, so nobody can be judged by it.",
    },
    mend: {
      zh: "加上一个比较：at-least（不低于）、above、at-most、below、equals 等，只写一个。",
      en: "Add one comparison: at-least, above, at-most, below, equals and so on. For a stretch between two lines use all.",
    },
    ...checkBoth(`
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
      outcomes:
    ✗   - { name: 命名, when: { score: total } }
    ✓   - { name: 命名, when: { score: total, at-least: 85 } }
        - { name: 不予命名, otherwise: yes }
    `),
  },
  "condition-scope": {
    severity: "error",
    title: { zh: "这里的条件不能看这个", en: "a condition that looks at what comes later" },
    why: {
      zh: "先有分值和得分，再判否决、准入，最后定结果。前面的看后面的，就成了先有结果再打分。",
      en: "Points and scores come first, then vetoes and gates, then outcomes. To look at what comes later would go in a circle.",
    },
    mend: {
      zh: "看得分的条件写在 vetoes、gates 或 outcomes 里；分值和适用范围只看单位的类别、标签和登记表的列。",
      en: "Put conditions on scores into vetoes, gates or outcomes; points and applicability look at the unit's category, tags and register columns only.",
    },
    ...checkBoth(`
    ✓ inputs:
    ✓   works: { name: 特色工作项数, type: count }
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
        - id: extra
          name: 特色工作
          points: 5
          rule: threshold
    ✗     when: { score: docs, at-least: 50 }
    ✓     when: { input: works, at-least: 2 }
    `),
  },
  "outcome-rule": {
    severity: "error",
    title: { zh: "结果没有写条件", en: "an outcome without a condition" },
    why: {
      zh: "没有条件，就不知道哪些单位该得这个结果。",
      en: "Without a condition nobody can tell which units it is for.",
    },
    mend: {
      zh: "写 when: 条件；“其余的都是”写在最后一条，用 otherwise: yes。",
      en: "Write when with a condition; the last one, for all the rest, has otherwise: yes.",
    },
    ...checkBoth(`
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
      outcomes:
        - { name: 命名, when: { score: total, at-least: 85 } }
    ✗   - { name: 不予命名 }
    ✓   - { name: 不予命名, otherwise: yes }
    `),
  },
  "tie-subject": {
    severity: "error",
    title: { zh: "并列时的先后没写看什么", en: "a tie-break that does not say what decides" },
    why: {
      zh: "同分时谁在前，可能决定一个名额，不能含糊。",
      en: "Which of two equal units goes first may decide about an award.",
    },
    mend: {
      zh: "每项写一个：{ score: 指标编号 } 或 { input: 输入项 }；越低越好的加 better: lower。",
      en: "Write one in each: { score: id of an indicator } or { input: name of an input }; add better: lower where less is better.",
    },
    ...checkBoth(`
      ranking:
        ties:
    ✗     - { better: higher }
    ✓     - { score: site }
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
        - { id: site, name: 实地考察, points: 40, rule: marks }
    `),
  },
  "phase-unknown": {
    severity: "error",
    title: { zh: "没有这个阶段", en: "a phase that there is not" },
    why: {
      zh: "算数的一轮写错了名字，就不知道按哪一轮的分排名。",
      en: "If the run that counts has a wrong name, nobody can tell which scores make the ranks.",
    },
    mend: {
      zh: "照提示改成 phases 的 list 里有的名字；数据里的，改那一格。",
      en: "Write a name from the list under phases; in the data, mend the cell.",
    },
    bad: check(`
      phases: { list: [自查, 验收], result: 检查 }
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
    good: check(`
      phases: { list: [自查, 检查, 验收], result: 检查 }
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
  "window-text": {
    severity: "error",
    title: { zh: "时间范围看不懂", en: "a window of time that cannot be read" },
    why: {
      zh: "“近期”从哪天算起，决定一起事故算不算数，必须写明。",
      en: "Whether an incident counts depends on the first day of the window, so it has to be exact.",
    },
    mend: {
      zh: "写 12 months、2 years、year（本年）、term（本届），或起止日期 2021-01-01..2021-12-31。",
      en: "Write 12 months, 2 years, year, term, or two dates such as 2021-01-01..2021-12-31.",
    },
    ...checkBoth(`
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
      vetoes:
        list:
          - id: fire
            name: 火灾
    ✗       when: { event: 火灾, within: 近一年 }
    ✓       when: { event: 火灾, within: 12 months }
    `),
  },
  "term-missing": {
    severity: "error",
    title: { zh: "说到“本届”，没写起止日期", en: "the term is spoken of, but not when it is" },
    why: {
      zh: "不知道本届从哪天到哪天，就判不了一起事故是不是本届的。",
      en: "Without its dates nobody can tell whether an incident happened in the term.",
    },
    mend: {
      zh: "在文件开头写 term: { from: 2021-01-01, to: 2023-12-31 }。",
      en: "Write term: { from: 2021-01-01, to: 2023-12-31 } at the top of the file.",
    },
    ...checkBoth(`
    ✓ term: { from: 2021-01-01, to: 2023-12-31 }
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
      vetoes:
        list:
          - { id: fire, name: 火灾, when: { event: 火灾, within: term } }
    `),
  },
} satisfies Partial<Pages>;
