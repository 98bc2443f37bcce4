import { check, checkBoth, type Pages } from "./page.ts";

/** What is proven of a rubric: outcomes, gates, vetoes, limits and points that cannot do what they are for. */
export const proofPages = {
  "outcome-unreachable": {
    severity: "warning",
    title: { zh: "有一种结果没有单位能得到", en: "no unit can get one of the outcomes" },
    why: {
      zh: "前面的规定总是先成立，或者条件做不到，或者名额是 0 个，这条规定就成了摆设，该得这个结果的单位得了别的。",
      en: "An earlier rule always holds first, the condition cannot be met, or the quota has no place. The rule is there in vain, and units that it was made for get something else.",
    },
    mend: {
      zh: "把严的写在前面、宽的写在后面；检查界限是不是高过了能得的最高分。",
      en: "Put the stricter rule first. Look whether the line is above what can be earned.",
    },
    ...checkBoth(`
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
    ✗   - { name: 合格, when: { score: total, at-least: 80 } }
        - { name: 优秀, when: { score: total, at-least: 95 } }
    ✓   - { name: 合格, when: { score: total, at-least: 80 } }
        - { name: 不合格, otherwise: yes }
    `),
  },
  "outcome-gap": {
    severity: "warning",
    title: { zh: "有的单位得不到任何结果", en: "some units get no outcome" },
    why: {
      zh: "公布结果时这些单位名下是空的，谁也说不清它们算什么。",
      en: "Their line in the published list is empty, and nobody can say what they are.",
    },
    mend: {
      zh: "在最后写一条 otherwise: yes，或把漏掉的一段补上。",
      en: "End with a rule that says otherwise: yes, or add the stretch that is left out.",
    },
    ...checkBoth(`
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
        - { name: 合格, when: { score: total, at-least: 80 } }
    ✗   - { name: 不合格, when: { score: total, at-most: 79 } }
    ✓   - { name: 不合格, when: { score: total, below: 80 } }
    `),
  },
  "outcome-only-rounded": {
    severity: "warning",
    title: { zh: "只有靠修约才能得到的结果", en: "an outcome that only rounding reaches" },
    why: {
      zh: "实际的分从来达不到界限，是修约把它抬上去的。差一点的单位申诉时，这很难解释。",
      en: "The exact score never reaches the line: rounding lifts it there. That is hard to explain to a unit that just missed it.",
    },
    mend: {
      zh: "核对界限和各项的最高分；要按没有修约的分判断，写 rounding 的 lines: exact。",
      en: "Compare the line with the best that can be earned. To judge by exact figures write lines: exact under rounding.",
    },
    ...checkBoth(`
      rounding: { places: 0 }
      indicators:
    ✗   - { id: plan, name: 计划, points: 89.6, rule: marks }
    ✓   - { id: plan, name: 计划, points: 90, rule: marks }
      outcomes:
        - name: 优秀
          when: { score: total, at-least: 90 }
        - { name: 合格, otherwise: yes }
    `),
  },
  "veto-never": {
    severity: "warning",
    title: { zh: "不可能发生的否决事项", en: "a veto that can never occur" },
    why: {
      zh: "写在文件里的一票否决从来不会起作用，该否决的单位照样保留。",
      en: "A veto of the printed rules never comes into play, and units that it was made for keep their title.",
    },
    mend: {
      zh: "核对界限的数和方向，再看能得的分或数据的范围。",
      en: "Look at the line and its direction, then at what can be earned or handed in.",
    },
    ...checkBoth(`
      indicators:
        - { id: survey, name: 问卷, points: 100, rule: marks }
      vetoes:
        list:
          - id: suspect
            name: 分数可疑
    ✗       when: { score: total, above: 100 }
    ✓       when: { score: total, above: 99 }
    `),
  },
  "veto-always": {
    severity: "warning",
    title: { zh: "对任何单位都成立的否决事项", en: "a veto that holds for every unit" },
    why: {
      zh: "最好的单位也会被否决，评出来没有一个保留的。",
      en: "Even the best unit is vetoed: nobody keeps a title.",
    },
    mend: {
      zh: "多半是方向写反了，或界限超过了满分。",
      en: "Most likely the direction is the wrong way round, or the line is beyond full points.",
    },
    ...checkBoth(`
      indicators:
        - { id: work, name: 日常工作, points: 80, rule: marks }
      vetoes:
        list:
    ✗     - { id: low, name: 总分过低, when: { score: total, at-most: 80 } }
    ✓     - { id: low, name: 总分过低, when: { score: total, below: 60 } }
      outcomes:
        - { name: 撤销, when: { veto: low } }
        - { name: 保留, otherwise: yes }
    `),
  },
  "gate-never-met": {
    severity: "warning",
    title: { zh: "没有单位能达到的准入条件", en: "a gate that no unit can meet" },
    why: {
      zh: "准入条件做不到，所有单位都不合格，不论得多少分。",
      en: "With a gate that cannot be met every unit fails, whatever it earns.",
    },
    mend: {
      zh: "核对界限和能得的最高分；“达到”写 at-least，“超过”才写 above。",
      en: "Compare the line with the best that can be earned; to reach a figure is at-least, to exceed it is above.",
    },
    ...checkBoth(`
      indicators:
        - { id: work, name: 日常工作, points: 60, rule: marks }
        - { id: visit, name: 实地考察, points: 20, rule: marks }
      gates:
        list:
          - id: line
            name: 日常工作达标
    ✗       requires: { score: work, above: 60 }
    ✓       requires: { score: work, at-least: 60 }
      outcomes:
        - { name: 不合格, when: { unmet-gate: line } }
        - { name: 合格, otherwise: yes }
    `),
  },
  "gate-always-met": {
    severity: "warning",
    title: { zh: "任何单位都达到的准入条件", en: "a gate that every unit meets" },
    why: {
      zh: "等于没有这个条件：本应挡住的单位都过去了。",
      en: "It is as if the gate were not there: units it should stop go through.",
    },
    mend: {
      zh: "核对界限和最少能得的分，或删去这个条件。",
      en: "Compare the line with the least that can be earned, or remove the gate.",
    },
    ...checkBoth(`
      indicators:
        - { id: work, name: 日常工作, points: 60, rule: marks }
        - { id: start, name: 基础分, points: 40, rule: fixed }
      gates:
        list:
          - id: line
            name: 总分达标
    ✗       requires: { score: total, at-least: 40 }
    ✓       requires: { score: total, at-least: 80 }
    `),
  },
  "gate-missing-passes": {
    severity: "warning",
    title: { zh: "不报也算达到的准入条件", en: "a gate that counts as met where nothing is handed in" },
    why: {
      zh: "达不到条件的单位只要不报，就和达到的一样。",
      en: "A unit that does not meet the condition only has to keep silent to pass.",
    },
    mend: {
      zh: "gates 的 missing 写成 no（不报算没有达到）或 finding（不报就提醒）。",
      en: "Under gates write missing: no (silence is not met) or finding (silence is reported).",
    },
    ...checkBoth(`
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      gates:
    ✗   missing: yes
    ✓   missing: no
        list:
          - { id: filed, name: 按时申报 }
      outcomes:
        - { name: 不合格, when: { unmet-gate: filed } }
        - { name: 合格, otherwise: yes }
    `),
  },
  "cap-never-binds": {
    severity: "warning",
    title: { zh: "不起作用的上限", en: "a cap that has no effect" },
    why: {
      zh: "里面各项加起来也到不了上限，上限和分值至少有一个多半抄错了。",
      en: "All that is inside never adds up to the cap: most likely either the cap or some points were copied wrongly.",
    },
    mend: {
      zh: "对照印发的测评表核对上限和各项分值；上限确实多余就删去。",
      en: "Compare the cap and the points with the printed table; remove a cap that is not needed.",
    },
    ...checkBoth(`
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
        - id: extra
          name: 加分项
          as: bonus
    ✗     cap: 10
    ✓     cap: 8
          indicators:
            - { id: news, name: 信息, points: 5, rule: each-time, each: 1 }
            - { id: prize, name: 表彰, points: 4, rule: once }
    `),
  },
  "floor-never-binds": {
    severity: "warning",
    title: { zh: "不起作用的下限", en: "a floor that has no effect" },
    why: {
      zh: "最差的单位也到不了下限，下限或扣的分多半抄错了。",
      en: "Not even the worst unit gets down to the floor: most likely it, or what is taken off, was copied wrongly.",
    },
    mend: {
      zh: "核对下限和减分项，或删去下限。",
      en: "Compare the floor with the deductions, or remove it.",
    },
    ...checkBoth(`
    ✗ total: { floor: 20 }
    ✓ total: { floor: 40 }
      indicators:
        - { id: start, name: 基础分, points: 60, rule: fixed }
        - { id: work, name: 日常工作, points: 40, rule: marks }
        - { id: fault, name: 事故, as: deduction, points: 30, rule: once }
    `),
  },
  "kind-points": {
    severity: "warning",
    title: {
      zh: "对某类单位，写明的分值与里面的合计不符",
      en: "for some kind of unit the points inside are not the declared ones",
    },
    why: {
      zh: "按类别写分值时漏改了一处，这类单位的满分就和别的不一样，不能放在一起排名。",
      en: "Where points go by category and one of them was not changed, that kind of unit has another maximum and cannot be ranked with the rest.",
    },
    mend: {
      zh: "把这类单位各项的分值加一遍，改正多出或少掉的那一项。",
      en: "Add up the points for that kind of unit, and mend the item that makes the difference.",
    },
    ...checkBoth(`
      units: { categories: [机关, 企业] }
      points: 100
      indicators:
        - id: work
          name: 日常工作
          points:
            - { when: { category: 机关 }, value: 60 }
            - { otherwise: 70 }
          rule: marks
    ✗   - { id: visit, name: 实地考察, points: 40, rule: marks }
    ✓   - id: visit
    ✓     name: 实地考察
    ✓     points:
    ✓       - { when: { category: 机关 }, value: 40 }
    ✓       - { otherwise: 30 }
    ✓     rule: marks
    `),
  },
  "points-unattainable": {
    severity: "warning",
    title: { zh: "没有单位能得满分的指标", en: "an indicator on which nobody can earn full points" },
    why: {
      zh: "最好的一档不到分值，满分就成了得不到的，达标线等于悄悄提高了。",
      en: "The best step is worth less than the points. Nobody can earn them, which raises every line unseen.",
    },
    mend: {
      zh: "让最好的一档等于分值，或把分值改小。",
      en: "Make the best step worth the points, or lower the points.",
    },
    ...checkBoth(`
      indicators:
        - id: look
          name: 观感
          points: 20
          rule: grade
    ✗     scale: { 好: 90%, 较好: 60%, 差: 0% }
    ✓     scale: { 好: 100%, 较好: 60%, 差: 0% }
    `),
  },
  "points-constant": {
    severity: "warning",
    title: {
      zh: "无论数据怎样都得同样分的指标",
      en: "an indicator that earns the same whatever the data say",
    },
    why: {
      zh: "这一项分不出好坏，多半有一档的分抄错了。",
      en: "The item tells nobody apart: most likely the award of a step was copied wrongly.",
    },
    mend: {
      zh: "核对各档的分；人人都得的分用 rule: fixed。",
      en: "Compare the awards of the steps; for points that everybody gets write rule: fixed.",
    },
    ...checkBoth(`
      indicators:
        - id: drills
          name: 演练
          points: 20
          rule: bands
          bands: [{ at-least: 4, give: 20 }]
    ✗     otherwise: 20
    ✓     otherwise: 10
    `),
  },
  "missing-gains": {
    severity: "warning",
    title: { zh: "不报比报得不好更合算", en: "silence pays better than a bad figure" },
    why: {
      zh: "单位会发现空着比如实填更好，越差的项目越没有数据。",
      en: "Units find out that a blank is better than the truth, and the worst items go unreported.",
    },
    mend: {
      zh: "缺报写成 zero 或 finding。由主管部门填、没有记录就是没有发生的，用注释写明理由允许它。",
      en: "Write zero or finding for missing data. Where the office fills it in and no record means that nothing happened, allow it in a comment with the reason.",
    },
    bad: check(`
      indicators:
        - { id: work, name: 日常工作, points: 80, rule: marks }
        - { id: poll, name: 问卷, points: 20, rule: marks, missing: full }
    `),
    good: check(`
      indicators:
        - { id: work, name: 日常工作, points: 80, rule: marks }
        - { id: poll, name: 问卷, points: 20, rule: marks, missing: zero }
    `),
  },
  "not-monotone": {
    severity: "warning",
    title: { zh: "数据越好得分不一定越高", en: "a better figure may earn less" },
    why: {
      zh: "做得更好的单位分反而低，多半是两档的分写颠倒了。",
      en: "A unit that does better earns less: most likely the awards of two steps have changed places.",
    },
    mend: {
      zh: "按从好到差的次序核对各档的分。中间的确实最好的，如温度，用注释写明理由允许它。",
      en: "Compare the awards from best to worst. Where the middle is meant to be best, as with a temperature, allow it in a comment with the reason.",
    },
    ...checkBoth(`
      indicators:
        - id: team
          name: 专职人员
          points: 10
          rule: bands
          bands:
            - { at-least: 5, give: 10 }
    ✗       - { at-least: 3, give: 4 }
    ✗       - { at-least: 1, give: 6 }
    ✓       - { at-least: 3, give: 6 }
    ✓       - { at-least: 1, give: 4 }
    `),
  },
  "line-finer-than-rounding": {
    severity: "warning",
    title: { zh: "比修约位数更细的界限", en: "a line finer than the places of rounding" },
    why: {
      zh: "成绩先修约再比较。界限夹在修约得出的两个数之间，实际高了或低了一点，差这一点的单位会申诉。",
      en: "Figures are rounded before they are compared. A line between two of them is in effect a little higher or lower, and units that miss it by that little will appeal.",
    },
    mend: {
      zh: "界限写到修约的位数，或写 lines: exact 按未修约的数判断。",
      en: "Write the line to the places of rounding, or write lines: exact to judge by exact figures.",
    },
    ...checkBoth(`
      rounding: { places: 1 }
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
    ✗   - { name: 优秀, when: { score: total, at-least: 89.95 } }
    ✓   - { name: 优秀, when: { score: total, at-least: 90 } }
        - { name: 合格, otherwise: yes }
    `),
  },
  "relative-ignores-ties": {
    severity: "warning",
    title: {
      zh: "前几名、末几名不看怎样破同分",
      en: "the first or last few take no notice of how ties are broken",
    },
    why: {
      zh: "名次上分出了先后的两个单位，在末几名里仍算并列，被评上或被淘汰的会比说的多。",
      en: "Two units that the ranking tells apart are still level here, so that more of them are honoured or dropped than was said.",
    },
    mend: {
      zh: "并列的都算正是本意，就用注释允许；否则把界上的单位交人工核定。",
      en: "Where all who are level are meant, allow it in a comment; otherwise have the units on that place looked at by hand.",
    },
    ...checkBoth(`
    ✗ ranking: { ties: [{ score: work }] }
      indicators:
        - { id: work, name: 日常工作, points: 80, rule: marks }
        - { id: visit, name: 实地考察, points: 20, rule: marks }
      outcomes:
        - name: 先进
          when:
            all:
              - { score: total, among-best: 3 }
              - { score: total, at-least: 80 }
        - { name: 合格, otherwise: yes }
    `),
  },
  "ties-by-rounding": {
    severity: "warning",
    title: { zh: "修约造成的并列没有办法分先后", en: "ties that rounding makes, and nothing breaks" },
    why: {
      zh: "名额按修约到整数的分数取，相差不到一分的单位成了同分，谁上谁下说不清，或者多取少取了人。",
      en: "Places go by whole points, and units less than a point apart become equal: nobody can say who is in, or more or fewer are than was said.",
    },
    mend: {
      zh: "多修约几位，写出破同分的规定，或让名次看精确分。修约后相同就算并列确是本意的，用注释写明理由允许它。",
      en: "Round to more places, say how ties are broken, or go by exact figures. Where equal rounded figures are meant to tie, allow it in a comment with the reason.",
    },
    ...checkBoth(`
    ✗ rounding: { places: 0 }
    ✓ rounding: { places: 2 }
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
        - name: 先进
          when: { score: total, at-least: 80 }
          quota: { most: 3, tie: none }
        - { name: 合格, otherwise: yes }
    `),
  },
  "group-of-one": {
    severity: "warning",
    title: { zh: "组里唯一的单位既是第一也是末位", en: "the only unit of a group is its first and its last" },
    why: {
      zh: "一个组只有一个单位时，它得满分也是末位，会白白受罚；得零分也是第一，会白白得奖。",
      en: "Where a group has one unit, that unit is the last even with full points, and is punished for nothing; it is the first even with none, and is honoured for nothing.",
    },
    mend: {
      zh: "再加一条分数的界限；每组都不止一个单位的，用注释写明理由。",
      en: "Give the rule a line on the total as well; where every group has several units, allow it in a comment with the reason.",
    },
    ...checkBoth(`
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
    ✗   - { name: 撤销, when: { score: total, among-worst: 1 } }
    ✓   - name: 撤销
    ✓     when:
    ✓       all:
    ✓         - { score: total, among-worst: 1 }
    ✓         - { score: total, below: 80 }
        - { name: 保留, otherwise: yes }
    `),
  },
} satisfies Partial<Pages>;
