import { checkBoth, type Pages, score } from "./page.ts";

/** Conditions, cases, bands and tables that read well and still say what can hardly be meant. */
export const structurePages = {
  "condition-never": {
    severity: "warning",
    title: { zh: "没有单位能符合的条件", en: "a condition that no unit can meet" },
    why: {
      zh: "两个范围没有交集，或界线在数据允许的范围之外：谁都得不到这一项，或落不到这个结果，而表上看不出是界线写错了。",
      en: "Two ranges that have nothing in common, or a line beyond the limits of the data: nobody ever earns it or gets that outcome, and no table shows that the line is to blame.",
    },
    mend: {
      zh: "对照文件改正界线。只要符合一个就行的，用 any 而不是 all。范围是从输入项的 type、from、to、words 看出来的，也可能是那里写错了。",
      en: "Compare the lines with the paper. Where one of several is enough, write any, not all. The limits come from type, from, to and words of the input: they may be what is wrong.",
    },
    ...checkBoth(`
      inputs:
        times: { name: 活动次数, type: count }
      indicators:
        - id: volunteering
          name: 志愿服务
          points: 5
          rule: threshold
          when:
            all:
    ✗         - { input: times, at-least: 12 }
    ✗         - { input: times, below: 6 }
    ✓         - { input: times, at-least: 6 }
    ✓         - { input: times, below: 12 }
    `),
  },
  "condition-always": {
    severity: "warning",
    title: { zh: "每个单位都符合的条件", en: "a condition that every unit meets" },
    why: {
      zh: "没有单位会因它得分不同，多半是界线、方向写错，或者 all 写成了 any。",
      en: "It tells no unit from another: a line or its direction is wrong, or any stands where all was meant.",
    },
    mend: {
      zh: "改正界线或方向。确实人人都符合的，删去这个条件。",
      en: "Mend the line or the direction. Where everybody is meant, take the condition out.",
    },
    ...checkBoth(`
      inputs:
        exam: { name: 测试成绩, from: 0, to: 100 }
      indicators:
        - id: knowledge
          name: 应知应会
          points: 5
          rule: threshold
    ✗     when: { input: exam, at-most: 100 }
    ✓     when: { input: exam, at-least: 80 }
    `),
  },
  "condition-duplicate": {
    severity: "warning",
    title: { zh: "同一个条件写了两遍", en: "one condition written twice" },
    why: {
      zh: "多写一遍不改变结果，但多半是照抄之后忘了改：本来要看的另一项没有看。",
      en: "It changes nothing by itself, but is often a copy that was to be altered: then what was meant is not looked at.",
    },
    mend: {
      zh: "把其中一个改成本来要写的条件；确实多余的，删去。",
      en: "Make one of them what was meant, or take it out.",
    },
    ...checkBoth(`
      inputs:
        times: { name: 活动次数, type: count }
        hours: { name: 人均小时 }
      indicators:
        - id: volunteering
          name: 志愿服务
          points: 5
          rule: threshold
          when:
            all:
              - { input: times, at-least: 6 }
              - { input: hours, at-least: 12 }
    ✗         - { input: times, at-least: 6 }
    `),
  },
  "condition-superfluous": {
    severity: "warning",
    title: { zh: "有了别的条件就不起作用的条件", en: "a condition that others make superfluous" },
    why: {
      zh: "一个条件已经包含在另一个里，等于没有写：写的人想的多半不是这个意思，常见的是 all 和 any 写反，或者抄错一个数。",
      en: "A part that follows from another says nothing. Whoever wrote both will have meant something else: all for any, or another figure.",
    },
    mend: {
      zh: "看是 all 还是 any，核对各条的数；确实多余的，删去。",
      en: "See whether all or any is meant, compare the figures with the paper, or take the condition out.",
    },
    ...checkBoth(`
      inputs:
        times: { name: 活动次数, type: count }
    ✓   hours: { name: 人均小时 }
      indicators:
        - id: volunteering
          name: 志愿服务
          points: 5
          rule: threshold
          when:
            all:
              - { input: times, at-least: 6 }
    ✗         - { input: times, at-least: 4 }
    ✓         - { input: hours, at-least: 4 }
    `),
  },
  "condition-of-one": {
    severity: "info",
    title: { zh: "all 或 any 里只有一个条件", en: "all or any with a single condition inside" },
    why: {
      zh: "不影响结果，只是看的人会找漏掉的那一个。",
      en: "It changes nothing, but readers will look for the condition that is missing.",
    },
    mend: {
      zh: "直接写这个条件；确实漏了的，补上。",
      en: "Write the condition by itself; or add the one that is missing.",
    },
    ...checkBoth(`
      inputs:
        times: { name: 活动次数, type: count }
      indicators:
        - id: volunteering
          name: 志愿服务
          points: 5
          rule: threshold
    ✗     when: { all: [{ input: times, at-least: 6 }] }
    ✓     when: { input: times, at-least: 6 }
    `),
  },
  "condition-double-not": {
    severity: "info",
    title: { zh: "两个 not 套在一起", en: "not inside not" },
    why: {
      zh: "两个 not 互相抵消，等于没有写；读的人很容易看反。",
      en: "The two cancel out, and are easily read the wrong way round.",
    },
    mend: {
      zh: "两个都删去；本来只要一个的，删去一个。",
      en: "Take both out; or one, where one was meant.",
    },
    ...checkBoth(`
      inputs:
        late: { name: 逾期, type: yes-no }
      indicators:
        - id: filing
          name: 按时申报
          points: 5
          rule: threshold
    ✗     when: { not: { not: { input: late } } }
    ✓     when: { not: { input: late } }
    `),
  },
  "case-never": {
    severity: "warning",
    title: { zh: "轮不到的情形", en: "a case that is never reached" },
    why: {
      zh: "分情形的数自上而下，第一个符合的算数。宽的情形写在前面，后面专门为一部分单位写的数就永远用不上，这些单位会按前面的数计分。",
      en: "Of the cases of a figure the first that holds counts. Behind a wide case one for some units only is never used, and they are scored by the wide one.",
    },
    mend: {
      zh: "把特殊的情形移到前面，或改正条件。",
      en: "Move the special case up, or mend its condition.",
    },
    ...checkBoth(`
      units: { categories: [机关, 企业], tags: [窗口] }
      indicators:
        - id: service
          name: 服务
          points:
    ✗       - { when: { category: 机关 }, value: 5 }
            - when: { all: [{ category: 机关 }, { tag: 窗口 }] }
              value: 8
    ✓       - { when: { category: 机关 }, value: 5 }
            - { otherwise: 3 }
          rule: marks
    `),
  },
  "case-missing": {
    severity: "warning",
    title: { zh: "分情形的数漏了一部分单位", en: "a figure by kind of unit that leaves some out" },
    why: {
      zh: "报来的数据里一有这样的单位，就没有数可用，整个测评都算不出来。",
      en: "As soon as such a unit is in the data there is no figure for it, and nothing can be scored.",
    },
    mend: {
      zh: "补上漏掉的情形，或在最后写 { otherwise: 数 }。这一项与它们无关的，用 applies-to 说明只测哪些单位。",
      en: "Add the case, or end with { otherwise: number }. Where the item is not for them, say so with applies-to.",
    },
    ...checkBoth(`
      units: { categories: [机关, 企业, 学校] }
      indicators:
        - id: service
          name: 服务
          points:
            - { when: { category: 机关 }, value: 5 }
    ✗       - { when: { category: 企业 }, value: 3 }
    ✓       - { otherwise: 3 }
          rule: marks
    `),
  },
  "case-none": {
    severity: "error",
    title: { zh: "单位不属于分情形的数的任何情形", en: "a unit for which a figure has no case" },
    why: {
      zh: "没有这类单位的分值、目标或每次的分，按 0 计就是替您定了标准，所以不计分。",
      en: "For such a unit there are no points, no target or no worth of one. To take 0 for it would be to lay down the rule ourselves, so nothing is scored.",
    },
    mend: {
      zh: "在测评体系里补上这一情形或 otherwise；单位的类别、标签写错的，改正登记表。",
      en: "Add the case or otherwise to the rubric; or mend the unit's category or tags in the register.",
    },
    bad: score(
      `
      indicators:
        - id: service
          name: 服务
          points: 10
          rule: proportional
          target:
            - { when: { category: 机关 }, value: 4 }
            - { when: { category: 企业 }, value: 2 }
    `,
      `
      单位,类别,服务
      甲,机关,4
      乙,学校,2
    `,
    ),
    good: score(
      `
      indicators:
        - id: service
          name: 服务
          points: 10
          rule: proportional
          target:
            - { when: { category: 机关 }, value: 4 }
            - { otherwise: 2 }
    `,
      `
      单位,类别,服务
      甲,机关,4
      乙,学校,2
    `,
    ),
  },
  "condition-key": {
    severity: "error",
    title: { zh: "条件里不起作用的键", en: "a key that says nothing in its condition" },
    why: {
      zh: "如果不报，这个键会被悄悄放过：写了“至多两次”的事项，会按“有就算”来判。",
      en: "It would be passed over unseen: an event with at-most: 2 would be judged as any event at all.",
    },
    mend: {
      zh: "删去这个键，或换成这种条件能用的。事项要“不超过几次”的，写 not 和 at-least。",
      en: "Take the key out, or use one that such a condition has. For no more than so many events write not with at-least.",
    },
    ...checkBoth(`
      indicators:
        - id: order
          name: 秩序
          points: 5
          rule: threshold
    ✗     when: { event: 通报, at-most: 2 }
    ✓     when: { not: { event: 通报, at-least: 3 } }
    `),
  },
  "band-never": {
    severity: "warning",
    title: { zh: "没有数能落进去的一档", en: "a band that no figure reaches" },
    why: {
      zh: "各档自上而下，第一档符合的算数。宽的一档写在前面，后面更严的就轮不到：做得再好，也按前面那一档给分。",
      en: "The first band that fits counts. Behind a wide one the others are never reached, and the best figures earn what is laid down for ordinary ones.",
    },
    mend: {
      zh: "把要求高的一档写在前面；界线写错或超出数据范围的，改正界线。",
      en: "Put the most demanding band first; mend an edge that is wrong or beyond the limits of the data.",
    },
    ...checkBoth(`
      indicators:
        - id: satisfaction
          name: 满意率
          points: 10
          rule: bands
          bands:
            - { at-least: 95%, give: 100% }
    ✗       - { at-least: 70%, give: 33% }
            - { at-least: 80%, give: 66% }
    ✓       - { at-least: 70%, give: 33% }
    `),
  },
  "band-overlap": {
    severity: "warning",
    title: { zh: "两档有重叠", en: "two bands that overlap" },
    why: {
      zh: "正好在两档共有的数上的单位，给哪一档全凭书写的先后，而文件上的先后往往没有这个意思。",
      en: "A figure that both bands have fits either, and their order in the file decides which counts, though the paper may mean nothing by that order.",
    },
    mend: {
      zh: "文件写“80 至 90 分”时，问清 90 分归哪一档，然后一档写 at-least，另一档写 below。",
      en: "Find out which band the figure on the edge belongs to; write at-least in that one and below in the other.",
    },
    ...checkBoth(`
      indicators:
        - id: exam
          name: 测试成绩
          points: 10
          rule: bands
          bands:
    ✗       - { at-least: 80, at-most: 90, give: 6 }
    ✓       - { at-least: 80, below: 90, give: 6 }
            - { at-least: 90, give: 10 }
    `),
  },
  "band-gap": {
    severity: "warning",
    title: { zh: "两档之间有空档", en: "figures left out between two bands" },
    why: {
      zh: "落在两档之间的数哪一档都不是，会按 otherwise 给分（没有写的，是 0 分），往往反而不如比它低的。",
      en: "A figure between two bands is in neither and falls to otherwise (0 where there is none): often it earns less than a lower one does.",
    },
    mend: {
      zh: "让相邻两档接上：下一档写 below: 90。只可能是整数的，声明输入项 type: count。",
      en: "Let the edges meet: end the lower band with below: 90. Where there are whole numbers only, declare an input of type: count.",
    },
    ...checkBoth(`
      indicators:
        - id: exam
          name: 测试成绩
          points: 10
          rule: bands
          bands:
            - { at-least: 90, give: 10 }
    ✗       - { at-least: 80, at-most: 89, give: 6 }
    ✓       - { at-least: 80, below: 90, give: 6 }
    `),
  },
  "curve-point-never": {
    severity: "warning",
    title: { zh: "折线上用不到的点", en: "a point of a curve that is never used" },
    why: {
      zh: "这一点在数据的范围之外，它给的分没有单位能得到。多半是折线或输入项的范围有一个写错了。",
      en: "It lies beyond the limits of the data, and nobody can earn what it gives. Either the curve or the limits of the input are wrong.",
    },
    mend: {
      zh: "核对折线各点的 at 和输入项的 from、to。",
      en: "Compare each at of the curve with from and to of the input.",
    },
    ...checkBoth(`
      inputs:
        exam: { name: 测试成绩, from: 0, to: 100 }
      indicators:
        - id: knowledge
          name: 应知应会
          points: 10
          rule: curve
          input: exam
          curve:
            - { at: 60, points: 0 }
            - { at: 100, points: 10 }
    ✗       - { at: 150, points: 10 }
    `),
  },
  "table-row-never": {
    severity: "warning",
    title: { zh: "表里用不到的一行", en: "a row of a table that is never used" },
    why: {
      zh: "条数是整数：两个百分数要的若是一样多条，后一行就轮不到，单位得到的不是写的人想给的分。",
      en: "Clauses are whole: where two shares take equally many of them, the second row is never reached, and units earn something else than was meant.",
    },
    mend: {
      zh: "改用条数写，如 3、2、1。",
      en: "Write numbers of clauses instead, such as 3, 2 and 1.",
    },
    ...checkBoth(`
      indicators:
        - id: signs
          name: 提示牌
          points: 3
          rule: k-of-n
          clauses: [门口, 大厅, 食堂]
    ✗     table: { 80%: 3, 70%: 2 }
    ✓     table: { 3: 3, 2: 2 }
    `),
  },
  "table-more-for-fewer": {
    severity: "warning",
    title: { zh: "达到得少反而得分多", en: "fewer clauses met earn more" },
    why: {
      zh: "多做到一条的单位反而得分低，多半是两行的分写反了。",
      en: "A unit that meets one clause more earns less: the awards of two rows are probably the wrong way round.",
    },
    mend: {
      zh: "对照文件核对这两行的分。",
      en: "Compare the two rows with the paper.",
    },
    ...checkBoth(`
      indicators:
        - id: signs
          name: 提示牌
          points: 3
          rule: k-of-n
          clauses: [门口, 大厅, 食堂]
    ✗     table: { 3: 3, 2: 1, 1: 2 }
    ✓     table: { 3: 3, 2: 2, 1: 1 }
    `),
  },
  "scale-unused": {
    severity: "warning",
    title: { zh: "等级表没有指标使用", en: "a scale that no indicator uses" },
    why: {
      zh: "写了一张等级表，却没有指标按它计分。也许是剩下的，也许有个指标用错了表，分就不对。",
      en: "It may be left over; or an indicator names another scale than was meant, and its points are wrong.",
    },
    mend: {
      zh: "核对各指标的 scale；真的不用，删去这张表。",
      en: "Check the scale of each indicator; if nothing needs this one, remove it.",
    },
    ...checkBoth(`
      scales:
        四档: { A: 100%, B: 66%, C: 33%, D: 0% }
        两档: { 是: 100%, 否: 0% }
      indicators:
        - { id: files, name: 档案, points: 6, rule: grade, scale: 四档 }
    ✗   - { id: signs, name: 公示, points: 4, rule: grade, scale: 四档 }
    ✓   - { id: signs, name: 公示, points: 4, rule: grade, scale: 两档 }
    `),
  },
} satisfies Partial<Pages>;
