import { type Example, type Pages, score } from "./page.ts";

const rubric = `
  titles:
    - { name: 文明单位 }
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
  outcomes:
    - name: 撤销
      when: { score: total, below: 50 }
      effect: { takes: any }
    - name: 警告
      when: { score: total, below: 60 }
      effect: { bans: 1 year }
    - name: 警告
      when: { score: total, below: 80 }
      effect: { rectify: 1 year }
    - { name: 保留, otherwise: yes }
`;
const units = "单位名称,称号\n东街社区,文明单位\n";
const data = "单位,材料审核\n东街社区,45\n";
const heading = "单位,字段,原值,新值,理由,决定人,日期\n";
const sound = "东街社区,结果,撤销,保留,复核：材料补齐,市文明委,2023-12-20\n";

const over = (rows: string, of = data): Example =>
  score(rubric, of, { units, overrides: heading + rows, options: "--as-of 2023-12-31" });
const good = over(sound);

/** Decisions that were changed by hand. */
export const overridePages = {
  "override-field": {
    severity: "error",
    title: { zh: "人工变更的不是结果", en: "a change by hand of something else than the outcome" },
    why: {
      zh: "能人工变更的只有结果。分数和名次错了，要改报送的数据重新计算，否则报告前后对不上。",
      en: "Only outcomes can be changed by hand. A wrong score is mended in the data, or the report would contradict itself.",
    },
    mend: {
      zh: "“字段”写“结果”；分数有误的，改正数据，重新计分。",
      en: "Write outcome as the field; correct the data where a score is wrong, and score again.",
    },
    bad: over("东街社区,总分,撤销,保留,复核：材料补齐,市文明委,2023-12-20\n"),
    good,
  },
  "override-outcome": {
    severity: "error",
    title: { zh: "人工变更写了体系里没有的结果", en: "a change by hand to an outcome that there is not" },
    why: {
      zh: "体系里没有的结果没有后果可言：称号该留该撤，没有依据。",
      en: "An outcome that is not in the rubric has no effect: nobody could say what becomes of the titles.",
    },
    mend: {
      zh: "写体系里的结果名称，一字不差；也可以写那一条的序号。",
      en: "Write an outcome as the rubric names it, or the number of its rule.",
    },
    bad: over("东街社区,结果,撤销,保畄,复核：材料补齐,市文明委,2023-12-20\n"),
    good,
  },
  "override-ambiguous": {
    severity: "error",
    title: { zh: "同名的结果有几条，后果不同", en: "several rules of that name, with different effects" },
    why: {
      zh: "结果相同、后果不同：有的禁止申报，有的只要整改。不知道按哪一条，就不知道变更以后怎样。",
      en: "The name is the same, but one rule bans and the other only sets a time to put things right. Nobody can tell which is meant.",
    },
    mend: { zh: "“新值”写那一条的序号。", en: "Write the number of the rule as the new value." },
    bad: over("东街社区,结果,撤销,警告,复核：材料补齐,市文明委,2023-12-20\n"),
    good: over("东街社区,结果,撤销,3,复核：材料补齐,市文明委,2023-12-20\n"),
  },
  "override-incomplete": {
    severity: "error",
    title: { zh: "人工变更没有写全", en: "a change by hand that does not say all" },
    why: {
      zh: "变更结果是一项决定。谁决定的、为什么、哪一天，没有写下来，以后无从查对。",
      en: "To change an outcome is a decision. Without who made it, why and when, nobody can look it up later.",
    },
    mend: { zh: "补上理由、决定人（机关）和日期。", en: "Add the reason, who decided, and the date." },
    bad: over("东街社区,结果,撤销,保留,,市文明委,2023-12-20\n"),
    good,
  },
  "override-later": {
    severity: "warning",
    title: { zh: "人工变更的日期在基准日之后", en: "a change by hand after the reference date" },
    why: {
      zh: "复核常在基准日以后，所以照样有效；但也可能是日期写错了，或把别的年度的变更拿到了这里。",
      en: "Reviews often come later, so it counts. But it may be a slip, or the change of another year's outcome.",
    },
    mend: {
      zh: "核对日期；是别的年度的，移到那一年的文件里。",
      en: "Check the date; a change of another year belongs into the file of that year.",
    },
    bad: over("东街社区,结果,撤销,保留,复核：材料补齐,市文明委,2024-01-20\n"),
    good,
  },
  "override-twice": {
    severity: "error",
    title: { zh: "一个单位的结果变更了两次", en: "an outcome that is changed twice" },
    why: {
      zh: "两项变更不知道以哪项为准。",
      en: "Nobody can tell which of the two stands.",
    },
    mend: {
      zh: "只留最后的决定，原值写计算出的结果；以前的经过写进理由。",
      en: "Keep the decision that stands, with the computed outcome as old; tell what came before it in the reason.",
    },
    bad: over(`${sound}东街社区,结果,撤销,4,再次复核,市文明委,2023-12-25\n`),
    good,
  },
  "override-stale": {
    severity: "error",
    title: { zh: "人工变更的原值不再是计算的结果", en: "a change by hand of what is no longer computed" },
    why: {
      zh: "变更是针对当时算出的结果作的。数据或体系改了，算出了别的结果，当时的决定就不能照搬。",
      en: "The decision was about what was computed then. With other data something else comes out, and it cannot simply be carried over.",
    },
    mend: {
      zh: "请决定人重新看一遍：仍要变更的，改写原值和日期；不再需要的，删去这一行。",
      en: "Let those who decided look again: they write what is computed now as old, or take out the row.",
    },
    bad: over(sound, "单位,材料审核\n东街社区,85\n"),
    good,
  },
  "override-same": {
    severity: "error",
    title: { zh: "人工变更什么也没有变", en: "a change by hand that changes nothing" },
    why: {
      zh: "新值和原值一样，多半是写错了：本来要改的没有改成。",
      en: "Old and new are the same. It is probably a slip: what was to be changed has not been.",
    },
    mend: { zh: "改正新值；不需要变更的，删去这一行。", en: "Mend the new value, or take out the row." },
    bad: over("东街社区,结果,撤销,撤销,复核：材料补齐,市文明委,2023-12-20\n"),
    good,
  },
} satisfies Partial<Pages>;
