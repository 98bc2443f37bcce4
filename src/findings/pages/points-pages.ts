import { check, type Pages } from "./page.ts";

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
    bad: check(`
      points: 100
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
        - { id: site, name: 实地考察, points: 30, rule: marks }
    `),
    good: check(`
      points: 100
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
        - { id: site, name: 实地考察, points: 40, rule: marks }
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
} satisfies Partial<Pages>;
