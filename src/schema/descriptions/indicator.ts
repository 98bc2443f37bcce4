import type { clauseNode, figureCase, groupSchema, leafKeys, nodeKeys } from "../../rubric/schema.ts";
import type { DescribedKeys } from "../described.ts";
import { missingWords, notApplicableWords, reducerWords, validText } from "./words.ts";

/** The keys of groups and indicators. */
export const nodeTexts: DescribedKeys<typeof nodeKeys> = {
  id: {
    zh: "指标的编号，数据的列名和条件里用它：字母、汉字、数字和 _ . -，不能重复。",
    en: "Id of the indicator, used by headings and conditions: letters of any script, digits and _ . -; used once.",
  },
  no: { zh: "文件上的序号，也能作列名。", en: "Its number on paper, which may head a column." },
  name: {
    zh: "名称，印在报告上，也能作列名。",
    en: "Its name, printed on reports, which may head a column.",
  },
  note: { zh: "给看文件的人看的话。计分时不用。", en: "For those who read the file. Not used in scoring." },
  criteria: {
    zh: "测评标准的原文。计分时不用。",
    en: "The criteria as they stand on paper. Not used in scoring.",
  },
  as: {
    zh: "在总分里算什么，只能写在第一级；默认 base。",
    en: "What it is in the total, on the first level only; base by default.",
    words: {
      base: { zh: "基本分", en: "part of the base" },
      bonus: { zh: "加分项，加在总分上", en: "a bonus, added to the total" },
      deduction: { zh: "减分项，从总分里扣", en: "a deduction, taken from the total" },
    },
  },
  points: {
    zh: "分值。组上写了的，与里面的合计核对。各类单位不同的，写成列表。",
    en: "What it is worth. On a group, checked against the sum inside. A list where it depends on the unit.",
  },
  weight: {
    zh: "占上级分值的百分比；同一级要么都写，要么都不写，合计 100%。",
    en: "Its share of the points of the group around, as a percentage; either all of a level have one or none, and they add up to 100%.",
  },
  method: { zh: "用什么方法测评。", en: "How it is assessed." },
  "applies-to": {
    zh: "只对满足条件的单位；其余单位按不适用处理。只能看 category、tag、column。",
    en: "Only for units that meet this; for others it is not applicable. It may look at category, tag and column.",
  },
  missing: {
    zh: "缺报怎样算；默认同上级。",
    en: "What a blank cell means; as the group around by default.",
    words: missingWords,
  },
  "not-applicable": {
    zh: "不适用怎样算；默认同上级。",
    en: "What becomes of points that do not apply; as the group around by default.",
    words: notApplicableWords,
  },
  valid: validText,
};

/** What a group has besides. */
export const groupTexts: DescribedKeys<Omit<(typeof groupSchema)["shape"], keyof typeof nodeKeys>> = {
  cap: { zh: "里面各项合计最多计这么多分，超过的不计。", en: "No more than this counts of what is inside." },
  indicators: {
    zh: "下级指标和组，按文件上的顺序。",
    en: "The indicators and groups inside, in the order of the paper.",
  },
};

const several = {
  assessors: {
    zh: "有几名测评员时，怎样合成一个。",
    en: "With several assessors: what their values come to.",
    words: reducerWords,
  },
  sites: {
    zh: "抽查几个点位时，怎样合成一个。",
    en: "With several sampled sites: what their values come to.",
    words: reducerWords,
  },
  periods: {
    zh: "有几个年度或月份时，怎样合成一个；写成“时期: 百分比”则加权，合计 100%。",
    en: "With several years or months: what their values come to; or period: percentage, adding up to 100%.",
    words: reducerWords,
  },
} as const;
export const severalTexts = several;

/** What every indicator has besides, whatever its rule. */
export const leafTexts: DescribedKeys<Omit<typeof leafKeys, keyof typeof nodeKeys>> = {
  ...several,
  input: {
    zh: "读哪个输入项；不写则读同名的输入项，或自己的一列。",
    en: "The input it reads; without it, the input of the same id, or a column of its own.",
  },
  methods: {
    zh: "用几种方法测评时，列出各种方法；写成“方法: 百分比”则加权，合计 100%。",
    en: "Several methods of assessment; or method: percentage, adding up to 100%.",
  },
  combine: {
    zh: "几种方法的得分怎样合成。",
    en: "What the scores of several methods come to.",
    words: {
      least: { zh: "取低的", en: "the least" },
      greatest: { zh: "取高的", en: "the greatest" },
      mean: { zh: "平均", en: "the mean" },
    },
  },
};

export const ruleText = {
  zh: "怎样得分。没有 rule 而有 indicators 的是组。",
  en: "How it earns its points. What has indicators instead of a rule is a group.",
};

/** The keys of a clause. */
export const clauseTexts: DescribedKeys<(typeof clauseNode)["shape"]> = {
  id: {
    zh: "编号，列名用它；默认是“指标编号.序号”。",
    en: "Its id, which heads its column; indicator.1 and so on by default.",
  },
  no: { zh: "文件上的序号；默认 1、2、3……", en: "Its number on paper; 1, 2, 3 and so on by default." },
  text: { zh: "条文，也能作列名。", en: "Its wording, which may head its column." },
  points: { zh: "做到得多少分。", en: "What it is worth." },
  when: {
    zh: "不问单位，由这个条件判断是否做到。",
    en: "Judged by this condition instead of a column of its own.",
  },
  valid: validText,
};

/** The keys of one case of a figure. */
export const caseTexts: DescribedKeys<(typeof figureCase)["shape"]> = {
  when: {
    zh: "对哪些单位；第一个符合的算数。只能看 category、tag、column。",
    en: "For which units; the first that holds counts. It may look at category, tag and column.",
  },
  value: { zh: "对这些单位是多少。", en: "The figure for those units." },
  otherwise: { zh: "对其余单位是多少；写在最后。", en: "The figure for all others; it stands last." },
  valid: validText,
};
