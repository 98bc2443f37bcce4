import { checkBoth, type Pages } from "./page.ts";

/** Inputs, and several values of one of them. */
export const inputPages = {
  "input-circle": {
    severity: "error",
    title: { zh: "输入项互相推算，绕成了圈", en: "inputs computed from each other in a circle" },
    why: {
      zh: "甲由乙算出，乙又由甲算出，没有一个数是报上来的，谁也算不出。",
      en: "If one is computed from the other and the other from the one, no figure is ever handed in.",
    },
    mend: {
      zh: "看哪个数是单位报上来的，去掉它的推算（add、divide 等）。",
      en: "See which of them units hand in, and take out how it is computed.",
    },
    ...checkBoth(`
      inputs:
        share: { name: 志愿者比例, divide: [helpers, 110] }
    ✗   helpers: { name: 志愿者人数, multiply: [share, 110] }
    ✓   helpers: { name: 志愿者人数 }
      indicators:
        - { id: help, name: 志愿服务, points: 10, rule: marks, input: share }
    `),
  },
  "input-sources": {
    severity: "error",
    title: { zh: "一个输入项有几个来源", en: "an input with several sources" },
    why: {
      zh: "登记表里一个数，推算又是一个数，不知道按哪个计分。",
      en: "The register has one figure and the calculation comes to another, and nobody can tell which counts.",
    },
    mend: {
      zh: "留下一个来源，删去其余的；要先加后除的，分成两个输入项。",
      en: "Keep one source. To add first and divide then, make two inputs.",
    },
    ...checkBoth(`
      inputs:
    ✗   staff: { name: 职工人数, register: headcount, add: [men, women] }
    ✓   staff: { name: 职工人数, add: [men, women] }
        men: { name: 男职工 }
        women: { name: 女职工 }
      indicators:
        - { id: help, name: 志愿服务, points: 10, rule: marks, input: staff }
    `),
  },
  "input-not-number": {
    severity: "error",
    title: { zh: "拿不是数的输入项去推算", en: "a calculation with something that is no number" },
    why: {
      zh: "“是”和“优”不能相加，算不出结果。",
      en: "A yes or a grade cannot be added up.",
    },
    mend: {
      zh: "推算里只用数（number、count、percent）；要数有几个“是”，用规则 k-of-n。",
      en: "Compute with numbers, counts and percentages only; to count how many say yes, use the rule k-of-n.",
    },
    ...checkBoth(`
      inputs:
    ✗   trained: { name: 参加培训, type: yes-no }
    ✓   trained: { name: 培训次数, type: count }
        talks: { name: 讲座次数, type: count }
        sum: { name: 合计, add: [trained, talks] }
      indicators:
        - { id: study, name: 学习, points: 10, rule: marks, input: sum }
    `),
  },
  "input-kind": {
    severity: "error",
    title: { zh: "输入项的类型与规则不合", en: "an input of a type that the rule cannot read" },
    why: {
      zh: "比如规则要数，输入项收的却是“是”“否”，打不出分。",
      en: "Where a rule needs a number and the input takes yes and no, for example, nothing can be scored.",
    },
    mend: {
      zh: "改输入项的 type，或换一条规则：是否用 once，词用 grade，数用其余的规则。",
      en: "Change the type, or the rule: once takes yes or no, grade takes words, the others take numbers.",
    },
    ...checkBoth(`
      inputs:
    ✗   acts: { name: 公益活动, type: yes-no }
    ✓   acts: { name: 公益活动, type: count }
      indicators:
        - id: campaign
          name: 公益活动
          points: 8
          rule: proportional
          input: acts
          target: 4
    `),
  },
  "input-several-methods": {
    severity: "error",
    title: { zh: "几种方法共用一个输入项", en: "several methods that share one input" },
    why: {
      zh: "每种方法各打一个分，就要各有一列数据；只有一列，就成了同一个分用几次。",
      en: "Each method gives a mark of its own and needs a column of its own; otherwise one mark would count several times.",
    },
    mend: {
      zh: "删去 input；数据里各方法一列，列名写“编号@方法”，如 order@实地考察。",
      en: "Take input out; each method then has its column, headed id@method.",
    },
    ...checkBoth(`
    ✗ inputs:
    ✗   marks: { name: 打分 }
      indicators:
        - id: order
          name: 环境秩序
          points: 10
          methods: { 材料审核: 50%, 实地考察: 50% }
          rule: marks
    ✗     input: marks
    `),
  },
  "several-on-declared": {
    severity: "error",
    title: {
      zh: "assessors、sites、periods 写错了地方",
      en: "assessors, sites or periods in the wrong place",
    },
    why: {
      zh: "先把几个数平均再打分，和先各自打分再平均，结果可能不同。写在哪里，就是哪种算法。",
      en: "To take the mean and then score differs from scoring each and then taking the mean. The place says which is meant.",
    },
    mend: {
      zh: "先合成再打分的，写在输入项上；先打分再合成的，指标不写 input，用自己的列。",
      en: "Write it on the input to bring figures together first; to score each first, let the indicator have a column of its own.",
    },
    ...checkBoth(`
      inputs:
    ✗   noise: { name: 噪声 }
    ✓   noise: { name: 噪声, sites: mean }
      indicators:
        - id: quiet
          name: 安静
          points: 10
          rule: proportional
          input: noise
          target: 60
    ✗     sites: mean
    `),
  },
  "several-without-values": {
    severity: "error",
    title: { zh: "没有可以分别计分的值", en: "no values that could be scored apart" },
    why: {
      zh: "这一项没有自己的列，看的是别处的数，按测评员、点位各打一次分无从谈起。",
      en: "The item has no column of its own: it looks at figures from elsewhere, and nothing is given by each assessor or site.",
    },
    mend: {
      zh: "把 assessors、sites、periods 写到它所看的输入项上。",
      en: "Write assessors, sites or periods on the input it looks at.",
    },
    ...checkBoth(`
      inputs:
    ✗   acts: { name: 活动次数, type: count }
    ✓   acts: { name: 活动次数, type: count, periods: sum }
      indicators:
        - id: active
          name: 经常活动
          points: 5
          rule: threshold
          when: { input: acts, at-least: 6 }
    ✗     periods: sum
    `),
  },
  "several-not-handed-in": {
    severity: "error",
    title: { zh: "推算的数没有几个值可合成", en: "a computed figure that has no several values" },
    why: {
      zh: "推算的和登记表里的数，一个单位只有一个，没有各测评员、各点位的值。",
      en: "A unit has one computed figure, and one in the register: no assessor or site gives it.",
    },
    mend: {
      zh: "写在用来推算的输入项上：先各自合成，再推算。",
      en: "Write it on the inputs it is computed from: each is brought together first.",
    },
    ...checkBoth(`
      inputs:
    ✗   helpers: { name: 志愿者人数 }
    ✗   share: { name: 比例, divide: [helpers, 110], periods: mean }
    ✓   helpers: { name: 志愿者人数, periods: mean }
    ✓   share: { name: 比例, divide: [helpers, 110] }
      indicators:
        - { id: help, name: 志愿服务, points: 10, rule: marks, input: share }
    `),
  },
  "several-needs-number": {
    severity: "error",
    title: { zh: "不是数的值无法平均", en: "several words that cannot be averaged" },
    why: {
      zh: "比如三名测评员评 A、B、B，等级本身没有平均，要先折成分。",
      en: "There is no mean of A, B and B, for example: each has to become points first.",
    },
    mend: {
      zh: "把 assessors 等写在指标上：先各自按等级得分，再合成。",
      en: "Write assessors on the indicator: each grade is scored first, and then the points are brought together.",
    },
    ...checkBoth(`
    ✗ inputs:
    ✗   look: { name: 整体观感, words: [好, 差], assessors: mean }
      indicators:
        - id: view
          name: 整体观感
          points: 2
          rule: grade
    ✗     input: look
          scale: { 好: 2, 差: 0 }
    ✓     assessors: mean
    `),
  },
  "sheets-and-other": {
    severity: "error",
    title: { zh: "问卷输入项又写了别的来源", en: "answer sheets beside another source" },
    why: {
      zh: "满意率由逐份问卷算出，就不能同时又取自登记表或测评员。",
      en: "A figure made from answer sheets cannot come from the register or from assessors as well.",
    },
    mend: {
      zh: "问卷单独立一个输入项，别的数另立一个。",
      en: "Give the sheets an input of their own, and the other figure another.",
    },
    ...checkBoth(`
      inputs:
        pleased:
          name: 满意度
    ✗     assessors: mean
          sheets: { answers: { 满意: 1, 不满意: 0 } }
      indicators:
        - id: survey
          name: 问卷调查
          points: 15
          rule: proportional
          input: pleased
          target: 1
    `),
  },
  "limits-crossed": {
    severity: "error",
    title: { zh: "最小值大于最大值", en: "a least figure above the most" },
    why: {
      zh: "没有一个数在其间：报来的每个数都会被当成错误，总分的上下限也不知道听哪一个。",
      en: "No figure lies between them. Whatever is handed in would be refused, and of the two limits of a total nobody knows which counts.",
    },
    mend: {
      zh: "核对两个数，多半是写反了，或漏了一位。",
      en: "Compare the two: they may be the wrong way round, or one lacks a digit.",
    },
    ...checkBoth(`
      inputs:
    ✗   exam: { name: 测试成绩, from: 100, to: 10 }
    ✓   exam: { name: 测试成绩, from: 0, to: 100 }
      indicators:
        - id: knowledge
          name: 应知应会
          points: 10
          rule: proportional
          input: exam
          target: 80
    `),
  },
} satisfies Partial<Pages>;
