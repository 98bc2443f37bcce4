import { check, checkBoth, type Pages } from "./page.ts";

/** The rules of indicators, and their methods. */
export const rulePages = {
  "rule-missing": {
    severity: "error",
    title: { zh: "指标没有写规则", en: "an indicator without a rule" },
    why: {
      zh: "不说怎样打分，这一项就算不出来；它也不是一个组，里面没有下级指标。",
      en: "Without a rule the item cannot be scored, and it is no group either: no indicators stand inside.",
    },
    mend: {
      zh: "直接打分的写 rule: marks；其他打法见 rubrics/README.md 里“打分”一节。",
      en: "Where marks are given directly, write rule: marks; rubrics/README.md lists the other rules.",
    },
    bad: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 60 }
    `),
    good: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
  "clauses-or-count": {
    severity: "error",
    title: { zh: "k-of-n 没说是逐条报还是只报条数", en: "k-of-n with neither clauses nor their number" },
    why: {
      zh: "达到几条才算几分，先要知道一共几条、数据里是一条一列还是只有一个数。",
      en: "To say what so many met are worth, it must be known how many there are, and whether each has a column of its own.",
    },
    mend: {
      zh: "逐条填是否的写 clauses；只报条数的写 of: 总条数；数点位、月份的写 per。",
      en: "Write clauses where each is answered with yes or no, of where only their number is handed in, per where sites or months are counted.",
    },
    ...checkBoth(`
      indicators:
        - id: openness
          name: 三项公开
          points: 3
          rule: k-of-n
    ✓     of: 3
          table: { 3: 3, 2: 2, 1: 1 }
    `),
  },
  "table-key": {
    severity: "error",
    title: { zh: "表里的条数不对", en: "a number of clauses that cannot be" },
    why: {
      zh: "达到的条数不会超过总数，这一行永远用不上，多半是总数或这一行写错了。",
      en: "Of three clauses, for example, nobody can meet four. The line could never count: it, or the number of clauses, is wrong.",
    },
    mend: {
      zh: "每行写“条数: 分值”，条数从 0 到总条数。",
      en: 'Write "number met: points" in each line, from 0 up to the number of clauses.',
    },
    ...checkBoth(`
      indicators:
        - id: openness
          name: 三项公开
          points: 3
          rule: k-of-n
          of: 3
    ✗     table: { 4: 3, 2: 2, 1: 1 }
    ✓     table: { 3: 3, 2: 2, 1: 1 }
    `),
  },
  "table-share": {
    severity: "error",
    title: { zh: "不知道总数，表里却写了个数", en: "numbers in a table without a number of them" },
    why: {
      zh: "各单位抽查的点位数不一样时，“4 个达标”好不好，要看一共查了几个。",
      en: "Where units have different numbers of sites, four that pass mean nothing by themselves.",
    },
    mend: {
      zh: "个数固定的写 of: 5；不固定的，表写成比例，如 { 100%: 10, 80%: 6 }。",
      en: "Write of where the number is fixed; otherwise write shares in the table, such as { 100%: 10, 80%: 6 }.",
    },
    ...checkBoth(`
      indicators:
        - id: roads
          name: 道路
          points: 10
          rule: k-of-n
          per: site
    ✗     table: { 5: 10 }
    ✓     table: { 100%: 10, 80%: 6 }
    `),
  },
  "band-without-edge": {
    severity: "error",
    title: { zh: "这一档没有写界线", en: "a band without an edge" },
    why: {
      zh: "没有界线的一档，谁都符合，它下面的档就永远轮不到。",
      en: "A band without an edge would fit everybody, and those below it would never be reached.",
    },
    mend: {
      zh: "写上 at-least（不低于）、above、at-most 或 below；“其余”的一档写 otherwise。",
      en: "Write at-least, above, at-most or below; what is for all the rest goes into otherwise.",
    },
    ...checkBoth(`
      indicators:
        - id: rate
          name: 满意率
          points: 10
          rule: bands
          bands:
            - { at-least: 95%, give: 100% }
    ✗       - { give: 66% }
    ✓     otherwise: 66%
    `),
  },
  "curve-order": {
    severity: "error",
    title: { zh: "曲线各点没有从小到大排", en: "points of a curve out of order" },
    why: {
      zh: "相邻两点之间按直线计分，次序乱了或有重复，就不知道一个数落在哪一段。",
      en: "Between neighbours points go in a straight line. Out of order, it is unclear which stretch a figure falls into.",
    },
    mend: {
      zh: "从最小的 at 写起，逐个增大，不要重复。",
      en: "Begin with the smallest at and go up, giving none twice.",
    },
    ...checkBoth(`
      indicators:
        - id: exam
          name: 测试成绩
          points: 10
          rule: curve
    ✗     curve: [{ at: 80, points: 10 }, { at: 60, points: 0 }]
    ✓     curve: [{ at: 60, points: 0 }, { at: 80, points: 10 }]
    `),
  },
  "method-and-methods": {
    severity: "error",
    title: { zh: "method 和 methods 同时写了", en: "both method and methods" },
    why: {
      zh: "一种方法只有一列数据，几种方法各有一列，两个都写就不知道该有几列。",
      en: "One method means one column of data, several mean one each: with both it is unclear how many there are.",
    },
    mend: {
      zh: "只用一种方法的留 method；同一条由几种方法各评一次的留 methods。",
      en: "Keep method where there is one, methods where several judge the same item.",
    },
    ...checkBoth(`
      indicators:
        - id: order
          name: 环境秩序
          points: 10
    ✗     method: 实地考察
          methods: { 材料审核: 50%, 实地考察: 50% }
          rule: marks
    `),
  },
  "combine-missing": {
    severity: "error",
    title: { zh: "几种方法没说怎样合成", en: "several methods, but not how they combine" },
    why: {
      zh: "比如材料 8 分、实地 6 分，取低是 6，平均是 7，取高是 8。取哪个，文件里要写明。",
      en: "Of 8 and 6 the least is 6, the mean 7, the greatest 8. The rubric has to say which counts.",
    },
    mend: {
      zh: "写 combine: least（取低）、greatest（取高）或 mean（平均），或给各方法写百分比。",
      en: "Write combine: least, greatest or mean, or give each of the methods a percentage.",
    },
    ...checkBoth(`
      indicators:
        - id: order
          name: 环境秩序
          points: 10
          methods: [材料审核, 实地考察]
    ✓     combine: least
          rule: marks
    `),
  },
  "combine-and-weights": {
    severity: "error",
    title: { zh: "方法写了百分比，又写了 combine", en: "percentages for methods, and combine as well" },
    why: {
      zh: "一个说按比例加权，一个说取低或平均，结果不同，不知道按哪个。",
      en: "One says to weigh them, the other to take the least or the mean: they come to different figures.",
    },
    mend: {
      zh: "加权的删去 combine；不加权的，methods 写成列表 [甲, 乙]。",
      en: "To weigh them, take combine out; otherwise make methods a list without percentages.",
    },
    ...checkBoth(`
      indicators:
        - id: order
          name: 环境秩序
          points: 10
          methods: { 材料审核: 75%, 实地考察: 25% }
    ✗     combine: mean
          rule: marks
    `),
  },
  "combine-without-methods": {
    severity: "error",
    title: { zh: "只有一种方法，写了 combine", en: "combine, but only one method" },
    why: {
      zh: "只有一个分，没有可合成的。多半是漏写了另一种方法，它的打分就没有算进来。",
      en: "There is only one mark to combine. Perhaps a method was forgotten, and its marks would not count.",
    },
    mend: {
      zh: "写出各种方法 methods: [甲, 乙]；真的只有一种，删去 combine。",
      en: "List the methods; if there is only one, take combine out.",
    },
    ...checkBoth(`
      indicators:
        - id: order
          name: 环境秩序
          points: 10
    ✓     methods: [材料审核, 实地考察]
          combine: least
          rule: marks
    `),
  },
  "mean-on-group": {
    severity: "error",
    title: { zh: "整组不涉及时取其他单位的平均", en: "the mean of others for a whole group" },
    why: {
      zh: "平均是一项一项取的。整组没有数据时，组里各项各取各的平均，还是取整组的平均，结果不同。",
      en: "Means are taken item by item. For a whole group it would be unclear whether its items or its sum are averaged.",
    },
    mend: {
      zh: "把 not-applicable: mean 写在里面的指标上，或给这一组换一种办法。",
      en: "Write not-applicable: mean on the indicators inside, or choose another way for the group.",
    },
    ...checkBoth(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
        - id: green
          name: 四清一绿
          applies-to: { tag: 环保 }
    ✗     not-applicable: mean
    ✓     not-applicable: renormalise
          indicators:
            - { id: air, name: 清洁空气, points: 8, rule: marks }
    `),
  },
  "events-points": {
    severity: "error",
    title: { zh: "没写每件事项计多少分", en: "it does not say what an event counts" },
    why: {
      zh: "表彰一次加几分、通报一次扣几分，没有写就算不出来。",
      en: "What an award adds or a notice takes off has to stand in the rubric.",
    },
    mend: {
      zh: "每件一样的写 each: 分值；按级别不同的写 levels。只写其中一个。",
      en: "Write each where all are worth the same, levels where it depends on the level; one of the two.",
    },
    bad: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
        - { id: prize, name: 表彰, as: bonus, rule: events, event: 表彰 }
    `),
    good: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
        - id: prize
          name: 表彰
          as: bonus
          rule: events
          event: 表彰
          levels: { 国家级: 5, 省级: 3, 市级: 2 }
    `),
  },
  "date-text": {
    severity: "error",
    title: { zh: "体系里的日期看不懂", en: "a date in the rubric that is none" },
    why: {
      zh: "限期不清楚，谁按时、谁逾期就判不了。",
      en: "Without a clear due date nobody can tell who was late.",
    },
    mend: {
      zh: "写成 2021-03-15 或 2021年3月15日；只到月份的写 2021-03，算到月底。",
      en: "Write 2021-03-15; or 2021-03, which means up to the end of that month.",
    },
    bad: check(`
      indicators:
        - { id: plan, name: 方案, points: 4, rule: on-time, due: 3月底 }
    `),
    good: check(`
      indicators:
        - { id: plan, name: 方案, points: 4, rule: on-time, due: 2021-03 }
    `),
  },
} satisfies Partial<Pages>;
