import { check, checkBoth, type Pages } from "./page.ts";

/** What a rubric declares without use, names that do not tell things apart, and figures that cannot be meant. */
export const leftoverPages = {
  "each-above-points": {
    severity: "warning",
    title: { zh: "一次的分比这一项的分值还多", en: "a single one is worth more than the item" },
    why: {
      zh: "一项最多扣到没有分：每处扣的比它的分值还多，多出的扣不到。多半是两个数有一个写错，或者本来要从总分里扣。",
      en: "No more than its points can come off an item, and a fault takes more than these: one of the figures is wrong, or it was to come off the total.",
    },
    mend: {
      zh: "核对两个数。要从总分里扣的，另立一个 as: deduction 的项目。发现一处就不得分的，每处写成这一项的分值。",
      en: "Compare the two figures. What comes off the total is an item of its own with as: deduction. Where one fault takes all, let it be worth the points.",
    },
    ...checkBoth(`
      indicators:
        - id: hygiene
          name: 卫生
          points: 5
          rule: deduct-per-fault
    ✗     each: 10
    ✓     each: 1
    `),
  },
  "late-full": {
    severity: "warning",
    title: { zh: "逾期的也得满分", en: "what is late earns full points" },
    why: {
      zh: "迟早都一样，期限 due 就没有用了：本来要少得的，都按满分计。",
      en: "Late or not is all the same, and the day that is due makes no difference, although somebody laid it down.",
    },
    mend: {
      zh: "把 late 改成文件规定的比例；只有最后期限的，把它写成 due，删去 late 和 not-after。",
      en: "Write the share that the paper gives. Where there is a last day only, let it be due, without late and not-after.",
    },
    ...checkBoth(`
      indicators:
        - id: plan
          name: 报送方案
          points: 4
          rule: on-time
          due: 2012-03
    ✗     late: 100%
    ✓     late: 50%
          not-after: 2012-06
    `),
  },
  "not-after-early": {
    severity: "warning",
    title: { zh: "最后期限不比期限晚", en: "a last day that is not after the day due" },
    why: {
      zh: "期限之后就已超过最后期限，逾期给的比例永远用不上，晚一天的单位一分不得。",
      en: "Past the day that is due it is past the last day, too: the share for what is late never counts, and a day late earns nothing.",
    },
    mend: {
      zh: "核对两个日期；不分逾期的，删去 not-after 和 late。",
      en: "Compare the two days. Where there is no such time, take out not-after and late.",
    },
    ...checkBoth(`
      indicators:
        - id: plan
          name: 报送方案
          points: 4
          rule: on-time
    ✗     due: 2012-06
    ✓     due: 2012-03
          late: 50%
    ✗     not-after: 2012-03
    ✓     not-after: 2012-06
    `),
  },
  "weight-zero": {
    severity: "warning",
    title: { zh: "占 0% 的时期或方法", en: "a period or a method that weighs nothing" },
    why: {
      zh: "各单位要报、测评员要测，结果却不影响分数，多半是比例写错了位置。",
      en: "It must be handed in and assessed, and changes no score: a share may stand in the wrong place.",
    },
    mend: {
      zh: "核对各比例；确实不计的，删去这个时期或方法。",
      en: "Compare the shares; take the period or the method out where it is not to count.",
    },
    ...checkBoth(`
      indicators:
        - id: yearly
          name: 年度成绩
          points: 100
          rule: marks
    ✗     periods: { 2015: 0%, 2016: 40%, 2017: 60% }
    ✓     periods: { 2015: 15%, 2016: 25%, 2017: 60% }
    `),
  },
  "key-without-effect": {
    severity: "warning",
    title: { zh: "不起作用的键", en: "a key that makes no difference" },
    why: {
      zh: "写它的人以为它在起作用：逾期补报有个最后期限，其实逾期的本来就不得分。",
      en: "Its author believes that it counts: a last day for what is late, though nothing late earns anything.",
    },
    mend: {
      zh: "按提示改正使它落空的那一处，或删去它。",
      en: "Mend what keeps it from counting, as the message says, or take it out.",
    },
    ...checkBoth(`
      indicators:
        - id: plan
          name: 报送方案
          points: 4
          rule: on-time
          due: 2012-03
    ✓     late: 50%
          not-after: 2012-06
    `),
  },
  "input-unused": {
    severity: "warning",
    title: { zh: "没有用到的输入项", en: "an input that nothing uses" },
    why: {
      zh: "各单位照报，却不影响任何分数和结果，多半是该用它的指标读了别的数。",
      en: "Units hand it in, and it changes no score and no outcome. An indicator that should read it may read something else.",
    },
    mend: {
      zh: "在该用它的指标里写 input；不用的删去，数据里的这一列写进 ignore。",
      en: "Name it with input where it belongs; or take it out, and list its column under ignore.",
    },
    ...checkBoth(`
      inputs:
        volunteers: { name: 志愿者人数, type: count }
        staff: { name: 职工人数, type: count }
        share: { name: 志愿者比例, divide: [volunteers, staff] }
      indicators:
    ✗   - { id: share-mark, name: 志愿服务, points: 10, rule: marks }
    ✓   - id: volunteering
    ✓     name: 志愿服务
    ✓     points: 10
    ✓     rule: proportional
    ✓     input: share
    ✓     target: 40%
    `),
  },
  "method-unused": {
    severity: "warning",
    title: { zh: "没有用到的测评方法", en: "a method that nothing uses" },
    why: {
      zh: "文件规定要用的方法，没有一项真的用它，多半是指标上漏写了。",
      en: "The paper lists a method by which nothing is assessed: an indicator may lack it.",
    },
    mend: {
      zh: "在用这种方法的指标或组里写 method，或从 methods 里删去。",
      en: "Write it as the method of an indicator or a group, or take it off the list.",
    },
    ...checkBoth(`
      methods: [材料审核, 实地考察]
      indicators:
        - { id: docs, name: 材料, method: 材料审核, points: 60, rule: marks }
    ✗   - { id: site, name: 实地, points: 40, rule: marks }
    ✓   - { id: site, name: 实地, method: 实地考察, points: 40, rule: marks }
    `),
  },
  "tag-unused": {
    severity: "warning",
    title: { zh: "没有用到的标签", en: "a tag that nothing looks at" },
    why: {
      zh: "别的标签决定测哪些项目，这个标签有没有都一样，多半是漏写了 applies-to。",
      en: "Other tags decide what is assessed, and this one nothing: an applies-to may be missing.",
    },
    mend: {
      zh: "在只测这类单位的项目里写 applies-to: { tag: … }，或从 tags 里删去。",
      en: "Write applies-to: { tag: … } on what is for such units, or take the tag off the list.",
    },
    ...checkBoth(`
      units: { tags: [窗口, 食堂] }
      indicators:
        - id: service
          name: 窗口服务
          applies-to: { tag: 窗口 }
          points: 60
          rule: marks
    ✗   - { id: canteen, name: 文明餐桌, points: 40, rule: marks }
    ✓   - id: canteen
    ✓     name: 文明餐桌
    ✓     applies-to: { tag: 食堂 }
    ✓     points: 40
    ✓     rule: marks
    `),
  },
  "units-unused": {
    severity: "info",
    title: { zh: "列出的类别或标签没有用处", en: "categories or tags that make no difference" },
    why: {
      zh: "列出了类别，每个单位就都要填，却没有哪里分开对待：多半漏写了 applies-to 或 group-by，不该测的项目人人都测了。",
      en: "Every unit must say its category, but nothing depends on it: applies-to or group-by may be missing, and all are assessed on what was meant for some.",
    },
    mend: {
      zh: "在该分开对待的地方写 applies-to、when 或 group-by；只为登记用的，可以留着。",
      en: "Write applies-to, when or group-by where units are to be told apart. What is for the register alone may stay.",
    },
    ...checkBoth(`
      units: { categories: [机关, 企业] }
      indicators:
        - { id: work, name: 日常工作, points: 60, rule: marks }
    ✗   - { id: output, name: 产值, points: 40, rule: marks }
    ✓   - id: output
    ✓     name: 产值
    ✓     applies-to: { category: 企业 }
    ✓     points: 40
    ✓     rule: marks
    `),
  },
  "groups-and-categories": {
    severity: "warning",
    title: { zh: "按类别分的组和类别对不上", en: "groups by category that do not agree with the categories" },
    why: {
      zh: "类别里没有的组永远是空的；组里没有的类别，那一类单位一来就是错误，评不了。",
      en: "A group that is no category stays empty. The units of a category that is no group are errors as soon as they come, and cannot be assessed.",
    },
    mend: {
      zh: "让 ranking 的 groups 和 units 的 categories 是同样的词，先后可以不同。",
      en: "Let groups under ranking and categories under units have the same words, in whichever order.",
    },
    ...checkBoth(`
      units: { categories: [机关, 企业, 学校] }
    ✗ ranking: { group-by: category, groups: [机关, 企业] }
    ✓ ranking: { group-by: category, groups: [机关, 企业, 学校] }
      indicators:
        - { id: score, name: 成绩, points: 100, rule: marks }
    `),
  },
  "veto-unused": {
    severity: "warning",
    title: { zh: "没有结果看的否决项", en: "a veto that no outcome looks at" },
    why: {
      zh: "否决项自己不改变结果：没有结果写 veto，出了大事的单位照样命名。",
      en: "By itself a veto changes nothing: unless an outcome says veto, a unit with a grave incident is honoured like any other.",
    },
    mend: {
      zh: "在最前面写一条结果：when: { veto: any }，或用它的编号。",
      en: "Begin the outcomes with one that says when: { veto: any }, or its id.",
    },
    ...checkBoth(`
      indicators:
        - { id: score, name: 成绩, points: 100, rule: marks }
      vetoes:
        list:
          - { id: fraud, name: 弄虚作假 }
      outcomes:
    ✓   - { name: 不予命名, when: { veto: any } }
        - { name: 命名, when: { score: total, at-least: 80 } }
        - { name: 保留, otherwise: yes }
    `),
  },
  "gate-unused": {
    severity: "warning",
    title: { zh: "没有结果看的准入条件", en: "a gate that no outcome looks at" },
    why: {
      zh: "准入条件自己不改变结果：没有结果写 unmet-gate，不够条件的单位照样命名。",
      en: "By itself a gate changes nothing: unless an outcome says unmet-gate, a unit that does not qualify is honoured like any other.",
    },
    mend: {
      zh: "在前面写一条结果：when: { unmet-gate: any }，或用它的编号。",
      en: "Put an outcome before the others that says when: { unmet-gate: any }, or its id.",
    },
    ...checkBoth(`
      indicators:
        - { id: score, name: 成绩, points: 100, rule: marks }
      gates:
        list:
          - { id: filed, name: 已申报 }
      outcomes:
    ✓   - { name: 不予命名, when: { unmet-gate: any } }
        - { name: 命名, when: { score: total, at-least: 80 } }
        - { name: 保留, otherwise: yes }
    `),
  },
  "term-unused": {
    severity: "warning",
    title: { zh: "写了本届，却没有按本届计的", en: "a term by which nothing counts" },
    why: {
      zh: "事项没有写 within: term，就不限时间，上一届的事故也会否决这一届的单位。",
      en: "Without within: term an event counts whenever it was: an accident of the last term would still be a veto in this one.",
    },
    mend: {
      zh: "按本届计的规则和条件写 within: term；不用的删去 term。",
      en: "Write within: term where events of the term count, or take the term out.",
    },
    ...checkBoth(`
      term: { from: 2020-01-01, to: 2022-12-31 }
      indicators:
        - { id: score, name: 成绩, points: 100, rule: marks }
      vetoes:
        list:
    ✗     - { id: accident, name: 重大事故, when: { event: 重大事故 } }
    ✓     - id: accident
    ✓       name: 重大事故
    ✓       when: { event: 重大事故, within: term }
    `),
  },
  "step-unused": {
    severity: "warning",
    title: { zh: "没有哪一档给的等级", en: "a step that no band gives" },
    why: {
      zh: "等级表有 C，各档却没有给 C 的，多半是漏写了一档，本该得 C 的单位落到了下一等。",
      en: "The scale has a C and no band gives it: a band may be missing, and units that should earn a C fall below it.",
    },
    mend: {
      zh: "补上漏掉的一档；确实没有的，从等级表里删去。",
      en: "Add the band that is missing, or take the step out of the scale.",
    },
    ...checkBoth(`
      indicators:
        - id: satisfaction
          name: 满意率
          points: 10
          rule: bands
          scale: { A: 100%, B: 66%, C: 33%, D: 0% }
          bands:
            - { at-least: 95%, give: A }
            - { at-least: 80%, give: B }
    ✓       - { at-least: 70%, give: C }
          otherwise: D
    `),
  },
  "event-word-near": {
    severity: "warning",
    title: { zh: "事项的词像是写错了", en: "a word of events that looks like a slip" },
    why: {
      zh: "规则里出现的词不必声明，写错一个字就成了另一个词：登记的“隐瞒不报”不会加倍，也没有人报错。",
      en: "Words in rules need not be declared, so that a slip makes a word of its own: the factor for the word that is meant never counts.",
    },
    mend: {
      zh: "改成声明的词；确实是另一个词的，也写进 events。",
      en: "Write the declared word; where another is meant, declare it, too.",
    },
    ...checkBoth(`
      events: { circumstances: [隐瞒不报] }
      indicators:
        - id: faults
          name: 问题
          as: deduction
          rule: events
          event: 问题
          each: 2
    ✗     factors: { 隐满不报: 2 }
    ✓     factors: { 隐瞒不报: 2 }
        - { id: score, name: 成绩, points: 100, rule: marks }
    `),
  },
  "heading-clash": {
    severity: "warning",
    title: { zh: "一个列名有两种用处", en: "one heading for two things" },
    why: {
      zh: "写进 ignore 的列不读；它又是一个指标的列名，这个指标的数据就悄悄没有了。",
      en: "A column under ignore is not read. Where it is the heading of an indicator as well, its data are gone without a word.",
    },
    mend: {
      zh: "从 ignore、columns 里删去它，或给指标换个名称。",
      en: "Take it out of ignore or columns, or give the indicator another name.",
    },
    ...checkBoth(`
    ✗ ignore: [实地]
    ✓ ignore: [填表人]
      indicators:
        - { id: docs, name: 材料, points: 60, rule: marks }
        - { id: site, name: 实地, points: 40, rule: marks }
    `),
  },
  "no-duplicate": {
    severity: "warning",
    title: { zh: "同一级有两个相同的序号", en: "one number twice on a level" },
    why: {
      zh: "用序号作列名时分不清是哪一项，报表和反馈单上也分不清。",
      en: "As a heading the number would be in doubt, and reports and scorecards show it twice.",
    },
    mend: {
      zh: "对照印发的测评表改正序号。",
      en: "Compare with the printed table and mend the number.",
    },
    bad: check(`
      indicators:
        - { id: docs, no: 一, name: 材料审核, points: 60, rule: marks }
        - { id: site, no: 一, name: 实地考察, points: 40, rule: marks }
    `),
    good: check(`
      indicators:
        - { id: docs, no: 一, name: 材料审核, points: 60, rule: marks }
        - { id: site, no: 二, name: 实地考察, points: 40, rule: marks }
    `),
  },
  "name-duplicate": {
    severity: "warning",
    title: { zh: "并列的两项同名", en: "one name twice, side by side" },
    why: {
      zh: "用名称作列名时分不清是哪一项；也常是复制了一项忘了改，另一项就漏了。",
      en: "As a heading the name would be in doubt. Or one of them is a copy that was to be altered, and what was meant is missing.",
    },
    mend: {
      zh: "给其中一个换个名称；重复写了的，删去一个。",
      en: "Give one of them another name, or take out the copy.",
    },
    bad: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
        - { id: site, name: 材料审核, points: 40, rule: marks }
    `),
    good: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
        - { id: site, name: 实地考察, points: 40, rule: marks }
    `),
  },
  "name-shadowed": {
    severity: "warning",
    title: { zh: "序号或名称是另一项的编号", en: "a number or name that is the id of another item" },
    why: {
      zh: "列名先认编号，再认序号，最后认名称。按序号或名称写的一列，会归到编号正好是它的另一项，分数就记错了地方。",
      en: "Headings are looked for among ids first, then numbers, then names. A column that is headed by the number or name of one item may so go to another, of which that is the id, and scores change places.",
    },
    mend: {
      zh: "让编号与序号一致，或把编号写成不会与序号混淆的词。",
      en: "Let ids agree with numbers, or choose ids that are none.",
    },
    bad: check(`
      indicators:
        - { id: "2", no: "1", name: 材料审核, points: 60, rule: marks }
        - { id: site, no: "2", name: 实地考察, points: 40, rule: marks }
    `),
    good: check(`
      indicators:
        - { id: docs, no: "1", name: 材料审核, points: 60, rule: marks }
        - { id: site, no: "2", name: 实地考察, points: 40, rule: marks }
    `),
  },
} satisfies Partial<Pages>;
