import { type Beside, type Example, type Pages, score } from "./page.ts";

const looksBack = `
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
  outcomes:
    - { name: 撤销, when: { earlier: outcome, is: 黄牌 } }
    - { name: 黄牌, when: { score: total, below: 80 } }
    - { name: 保留, otherwise: yes }
`;
const data = "单位,材料审核\n东街社区,95\n";
const both = "单位,材料审核\n东街社区,95\n西街社区,90\n";
const options = "--as-of 2023-12-31";
const heading = "年度,测评体系,单位名称,总分,精确总分,名次,组内单位数,结果\n";
const last = "2022,example,东街社区,83.33,250/3,1,1,保留\n";

const over = (rows: string, of = data, more: Beside = {}): Example =>
  score(looksBack, of, { history: heading + rows, options, ...more });

/** The results of earlier years. */
export const historyPages = {
  "history-missing": {
    severity: "error",
    title: { zh: "没有给历年结果", en: "no results of earlier years" },
    why: {
      zh: "体系里有规则要看以前年度，如连续两年不合格的撤销。没有历年结果，这样的规则就一条也不会成立。",
      en: "Some rules look at earlier years, such as two bad ones in a row. Without their results no such rule could ever hold.",
    },
    mend: {
      zh: "用 --history 给出历年结果的文件或文件夹；它们是往年用 -o history: 写出的。第一年测评的，给一个只有列名的文件，表示没有往年。",
      en: "Give them with --history, a file or a folder; earlier runs write them with -o history:. In the first year give a file with the headings only, to say that there is none.",
    },
    bad: score(looksBack, data, { options }),
    good: over(""),
  },
  "history-year": {
    severity: "error",
    title: { zh: "年度写得不对", en: "a year that is none" },
    why: {
      zh: "不知道是哪一年的结果，就不知道算不算连续。",
      en: "Nobody can tell which year it is, and whether years follow one another.",
    },
    mend: { zh: "写四位数的年份，如 2022。", en: "Write four digits, such as 2022." },
    bad: over("去年,example,东街社区,83.33,250/3,1,1,保留\n"),
    good: over(last),
  },
  "history-later": {
    severity: "warning",
    title: { zh: "历年结果里有今年的", en: "results of this year among the earlier ones" },
    why: {
      zh: "今年和以后的结果不能当作往年的用，没有计入。也可能是 --as-of 写错了。",
      en: "Results of this year or later are no earlier ones and were not used. Perhaps --as-of is a slip.",
    },
    mend: {
      zh: "核对 --as-of 的年份；多余的文件不要放在历年结果的文件夹里。",
      en: "Check the year of --as-of, and keep other files out of the folder.",
    },
    bad: over(`${last}2023,example,东街社区,95.00,95,1,1,保留\n`),
    good: over(last),
  },
  "history-rubric": {
    severity: "error",
    title: { zh: "历年结果出自别的体系", en: "results of another rubric" },
    why: {
      zh: "别的体系的分数和结果与本体系不能相比，如拿学校的成绩算机关的。",
      en: "Totals and outcomes of another rubric mean something else, as those of schools do for offices.",
    },
    mend: {
      zh: "换成本体系的历年结果。本体系是由那个体系改来的，在 years 的 continues 里写上它的 id。",
      en: "Give the results of this rubric. If it continues the other one, list that one's id under continues in years.",
    },
    bad: over("2022,schools,东街社区,83.33,250/3,1,1,保留\n"),
    good: over(last),
  },
  "history-outcome": {
    severity: "error",
    title: { zh: "历年结果里有不认识的结果", en: "an earlier outcome that the rubric does not know" },
    why: {
      zh: "看往年结果的规则认不出它：少一个字，该撤销的就撤不了。",
      en: "No rule that looks at earlier outcomes can see it: with one letter wrong, a unit escapes.",
    },
    mend: {
      zh: "写错的换成原来的文件；以前的体系才有的结果，写进 years 的 outcomes。",
      en: "Use the file as it was written; list outcomes that only earlier years had under outcomes in years.",
    },
    bad: over("2022,example,东街社区,83.33,250/3,1,1,黄牌警告\n"),
    good: over(last),
  },
  "history-figure": {
    severity: "error",
    title: { zh: "历年结果里的数不是数", en: "a figure of the history that is none" },
    why: {
      zh: "往年的总分和名次要参加计算，不能猜。Excel 打开再保存，会把 9/2 这样的精确总分改成日期。",
      en: "Earlier totals and places are calculated with. A spreadsheet that saves the file turns fractions such as 9/2 into dates.",
    },
    mend: {
      zh: "用工具写出的原文件。往年没有用工具的，手工做一份：精确总分可以空着，名次和组内单位数写整数。",
      en: "Use the file as it was written. Where it is made by hand, exact may be blank, and places and units are whole numbers.",
    },
    bad: over("2022,example,东街社区,83.33,9月2日,1,1,保留\n"),
    good: over(last),
  },
  "history-total": {
    severity: "error",
    title: { zh: "历年结果被改动过", en: "a history that was changed by hand" },
    why: {
      zh: "总分应是精确总分修约得来的。两者不合，就是有人只改了一个。",
      en: "A total is what the exact one rounds to. Where it is not, somebody has changed one of the two.",
    },
    mend: {
      zh: "用工具写出的原文件。要更正往年的成绩，用更正后的数据把那一年重新计算一遍。",
      en: "Use the file as it was written. To correct an earlier year, calculate it again from corrected data.",
    },
    bad: over("2022,example,东街社区,86.33,250/3,1,1,保留\n"),
    good: over(last),
  },
  "history-twice": {
    severity: "error",
    title: { zh: "一个单位一年有两个结果", en: "two results of a unit in one year" },
    why: {
      zh: "两行可能不同，不知道按哪一行；连续几年也会数错。",
      en: "The two may differ, and nobody can tell which counts; years in a row would be miscounted.",
    },
    mend: {
      zh: "同一年的文件只给一个；换过代码的单位，新旧代码在同一年只留一行。",
      en: "Give one file for a year; of a unit whose code changed keep one row a year.",
    },
    bad: over(last + last),
    good: over(last),
  },
  "history-gap": {
    severity: "error",
    title: { zh: "历年结果缺了一年", en: "a year missing from the history" },
    why: {
      zh: "缺的那一年若有黄牌，连续两年就数不出来，该撤销的会漏掉。",
      en: "If a unit had a bad year then, two in a row would not be seen.",
    },
    mend: {
      zh: "补上那一年的文件。那一年确实没有测评，加一行，只写年度，其余空着。几年测评一次的，在 years 里写 every。",
      en: "Give the file of that year. If there was no assessment, add a row with nothing but the year. Where there is one every few years, write every in years.",
    },
    bad: over("2020,example,东街社区,83.33,250/3,1,1,保留\n2022,example,东街社区,83.33,250/3,1,1,保留\n"),
    good: over(
      "2020,example,东街社区,83.33,250/3,1,1,保留\n2021,,,,,,,\n2022,example,东街社区,83.33,250/3,1,1,保留\n",
    ),
  },
  "history-group": {
    severity: "error",
    title: { zh: "历年结果的一组不全", en: "a group of the history that is not whole" },
    why: {
      zh: "看往年是不是末位，要知道全组的名次。少了行，倒数第几就不对了。",
      en: "Whether a unit was among the last is known only from the whole group. With rows missing it would be wrong.",
    },
    mend: {
      zh: "用工具写出的原文件；手工做的，组内单位数写这一组的行数。",
      en: "Use the file as it was written; where it is made by hand, units is the number of rows of the group.",
    },
    bad: over("2022,example,东街社区,83.33,250/3,1,2,保留\n", both),
    good: over("2022,example,东街社区,83.33,250/3,1,2,保留\n2022,example,西街社区,80.00,80,2,2,保留\n", both),
  },
} satisfies Partial<Pages>;
