import { check, checkBoth, type Pages } from "./page.ts";

/** Points and weights of a rubric. */
export const pointsPages = {
  "points-sum": {
    severity: "error",
    title: { zh: "写明的分值与里面各项的合计不符", en: "declared points are not the sum of what is inside" },
    why: {
      zh: "两个数只有一个是印发的测评表上的。照哪个算，每个单位的总分都不一样，所以工具不替您选，也不计分。",
      en: "Only one of the two figures is that of the printed table. Every total depends on which, so the tool does not choose, and scores nothing.",
    },
    mend: {
      zh: "对照印发的测评表，改正写错的那个数。不想写合计，删去那一行 points，工具会自己加。",
      en: "Compare with the printed table and mend the figure that is wrong. Where you need no declared sum, take that points line out: the tool adds up by itself.",
    },
    ...checkBoth(`
      points: 100
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    ✗   - { id: site, name: 实地考察, points: 30, rule: marks }
    ✓   - { id: site, name: 实地考察, points: 40, rule: marks }
    `),
  },
  "points-missing": {
    severity: "error",
    title: { zh: "指标没有分值", en: "an indicator has no points" },
    why: {
      zh: "没有分值就不知道这一项最多给多少分，打出的分也无从核对是否超过。",
      en: "Without points nobody knows what the item is worth, or whether a mark is too high.",
    },
    mend: {
      zh: "补上 points: 分值。组的分值可以不写，由里面各项相加。",
      en: "Add points. Only a group may leave them away: they are then the sum of what is inside.",
    },
    bad: check(`
      indicators:
        - { id: docs, name: 材料审核, rule: marks }
    `),
    good: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
  "award-above-points": {
    severity: "error",
    title: { zh: "一档给的分超过指标的分值", en: "a step gives more than the indicator is worth" },
    why: {
      zh: "超出的部分会被悄悄截去，或者总分超过上限。两个数必有一个写错了。",
      en: "The surplus would be cut off unseen, or the total would exceed its limit. One of the two figures is wrong.",
    },
    mend: {
      zh: "改正这一档的分或指标的 points；也可以把各档写成百分数（100%、66%），随分值变化。",
      en: "Mend the step or the points; or write the steps as percentages, which go with the points.",
    },
    ...checkBoth(`
      indicators:
        - id: look
          name: 整体观感
    ✗     points: 2
    ✓     points: 3
          rule: grade
          scale: { 好: 3, 一般: 1, 差: 0 }
    `),
  },
  "weights-sum": {
    severity: "error",
    title: { zh: "权重合计不是 100%", en: "weights that do not add up to 100%" },
    why: {
      zh: "合计不到的，样样满分也得不了满分；合计超过的，总分会超过满分。",
      en: "With less in all, a unit that is perfect in everything does not earn all the points; with more, totals exceed them.",
    },
    mend: {
      zh: "对照文件改正权重。某项不适用时怎样分摊，由 not-applicable 规定，不用改权重。",
      en: "Mend the weights. What happens where an item does not apply is for not-applicable to say, not for the weights.",
    },
    ...checkBoth(`
      points: 100
      indicators:
        - { id: docs, name: 材料审核, weight: 60%, rule: marks, out-of: 100 }
    ✗   - { id: site, name: 实地考察, weight: 30%, rule: marks, out-of: 100 }
    ✓   - { id: site, name: 实地考察, weight: 40%, rule: marks, out-of: 100 }
    `),
  },
  "weights-mixed": {
    severity: "error",
    title: { zh: "同级里有的写权重，有的没写", en: "some items of a level have a weight, some have none" },
    why: {
      zh: "没写权重的那一项占多少，说不清。",
      en: "Nobody can tell how much the item without a weight counts.",
    },
    mend: {
      zh: "同级的每一项都写 weight；或都只写 points。",
      en: "Give every item of the level a weight, or give them all points only.",
    },
    ...checkBoth(`
      points: 100
      indicators:
    ✗   - { id: docs, name: 材料审核, weight: 60%, rule: marks, out-of: 100 }
    ✓   - { id: docs, name: 材料审核, points: 60, rule: marks }
        - { id: site, name: 实地考察, points: 40, rule: marks }
    `),
  },
  "weights-open-group": {
    severity: "error",
    title: { zh: "加分、减分或封顶的组里用了权重", en: "weights in a bonus, a deduction or a capped group" },
    why: {
      zh: "加分和封顶的组没有固定的总分，百分之几是几分就说不清。",
      en: "Such a group has no fixed total of which a weight could be a share.",
    },
    mend: {
      zh: "里面各项写 points；一共最多加多少由 cap 规定。",
      en: "Give the items points; how much they may add in all is for cap to say.",
    },
    ...checkBoth(`
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
        - id: bonus
          name: 加分项
          as: bonus
          cap: 10
          indicators:
    ✗       - { id: prize, name: 获奖, weight: 100%, rule: marks }
    ✓       - { id: prize, name: 获奖, points: 10, rule: marks }
    `),
  },
  "weights-without-points": {
    severity: "error",
    title: { zh: "用权重的组没有写分值", en: "weights, but no points that they are a share of" },
    why: {
      zh: "权重是分值的百分之几；分值没写，就不知道折成几分。",
      en: "A weight is a share of points. Without them it comes to no figure.",
    },
    mend: {
      zh: "在组上写 points；权重在第一级的，在文件开头写 points: 100。",
      en: "Write points on the group; for the first level, write points: 100 at the top of the file.",
    },
    ...checkBoth(`
    ✓ points: 100
      indicators:
        - { id: docs, name: 材料审核, weight: 60%, points: 60, rule: marks }
        - { id: site, name: 实地考察, weight: 40%, points: 40, rule: marks }
    `),
  },
  "part-inside": {
    severity: "error",
    title: { zh: "as 写在了里层", en: "as stands on an inner level" },
    why: {
      zh: "加分、减分算在总分上。写在组里面，就不知道它算不算进这一组的分值。",
      en: "A bonus or a deduction acts on the total. Inside a group it would be unclear whether it counts in the group's points.",
    },
    mend: {
      zh: "把加分项、减分项移到 indicators 的第一级。",
      en: "Move the bonus or the deduction to the first level of indicators.",
    },
    ...checkBoth(`
      indicators:
        - id: work
          name: 日常工作
          indicators:
            - { id: docs, name: 材料审核, points: 60, rule: marks }
    ✗       - { id: prize, name: 获奖, as: bonus, points: 5, rule: once }
    ✓   - { id: prize, name: 获奖, as: bonus, points: 5, rule: once }
    `),
  },
  "figure-case": {
    severity: "error",
    title: { zh: "分情形的数写得不完整", en: "an incomplete case of a figure" },
    why: {
      zh: "这种情形下是几分没有写，那类单位就没法计分。",
      en: "It does not say what the figure is in this case, so units of that kind could not be scored.",
    },
    mend: {
      zh: "每种情形写 { when: 条件, value: 数 }，其余写 { otherwise: 数 }。",
      en: "Write each case as { when: condition, value: number }, and { otherwise: number } for the rest.",
    },
    ...checkBoth(`
      indicators:
        - id: docs
          name: 材料审核
          points:
    ✗       - { when: { category: 机关 } }
    ✓       - { when: { category: 机关 }, value: 60 }
            - { otherwise: 50 }
          rule: marks
    `),
  },
  "otherwise-not-last": {
    severity: "error",
    title: { zh: "otherwise 后面还有内容", en: "something stands after otherwise" },
    why: {
      zh: "各条从上往下看，otherwise 总是成立，后面的永远轮不到：够命名的单位也得不到命名。",
      en: "They are read from top to bottom, and otherwise always holds: what follows is never reached, and no unit would get it.",
    },
    mend: {
      zh: "把 otherwise 的一条移到最后。",
      en: "Move the one with otherwise to the end.",
    },
    ...checkBoth(`
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
      outcomes:
    ✗   - { name: 不予命名, otherwise: yes }
        - { name: 命名, when: { score: total, at-least: 85 } }
    ✓   - { name: 不予命名, otherwise: yes }
    `),
  },
  "percent-mismatch": {
    severity: "error",
    title: { zh: "百分数和普通的数放在一起比", en: "a percentage compared with a plain number" },
    why: {
      zh: "一个数带不带百分号，差一百倍：比错了人人达标或人人不达标。",
      en: "With and without a percent sign a figure is a hundred times another: compared wrongly, everybody passes or nobody does.",
    },
    mend: {
      zh: "数据是百分数的，界线写成 80%；数据是分数的，界线不带百分号，或给输入项写 type: percent。",
      en: "Where the data are percentages, write the line as 80%; otherwise leave the sign out, or declare the input with type: percent.",
    },
    ...checkBoth(`
      inputs:
        rate: { name: 参与率, type: percent }
      indicators:
        - id: turnout
          name: 群众参与
          points: 8
          rule: threshold
    ✗     when: { input: rate, at-least: 80 }
    ✓     when: { input: rate, at-least: 80% }
    `),
  },
  "target-zero": {
    severity: "error",
    title: { zh: "目标值是 0", en: "a target of 0" },
    why: {
      zh: "按比例计分是做了的数除以目标，除以 0 算不出来。",
      en: "Points in proportion are what was done divided by the target, and nothing can be divided by 0.",
    },
    mend: {
      zh: "写上真正的目标；没有目标、做一次就给分的，用 rule: once 或 each-time。",
      en: "Write the real target. Where there is none and each counts, use rule: once or each-time.",
    },
    bad: check(`
      indicators:
        - { id: acts, name: 活动, points: 8, rule: proportional, target: 0 }
    `),
    good: check(`
      indicators:
        - { id: acts, name: 活动, points: 8, rule: proportional, target: 4 }
    `),
  },
  "points-percent": {
    severity: "error",
    title: { zh: "分数或次数写成了百分数", en: "points or times written as a percentage" },
    why: {
      zh: "分数或次数写成百分数，没有说是什么的百分之几，照数算就不到一分，谁也看不出来。",
      en: "A percentage does not say of what. Taken as it stands it is less than one point, and nobody would notice.",
    },
    mend: {
      zh: "写成分数，如 10 分的 10% 写 1。占上级分值的比例用 weight，按档给比例用 give。",
      en: "Write points: 10% of 10 is 1. A share of the group's points is a weight; a share by steps is what give is for.",
    },
    ...checkBoth(`
      indicators:
        - id: hygiene
          name: 卫生
          points: 10
          rule: deduct-per-fault
    ✗     each: 10%
    ✓     each: 1
    `),
  },
} satisfies Partial<Pages>;
