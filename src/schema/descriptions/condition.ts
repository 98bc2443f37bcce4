import type { Text } from "../../base/language.ts";
import type { ConditionNode } from "../../rubric/schema.ts";
import { withinText } from "./rules.ts";
import { betterWords, earlierWords, overWords, roundWords, standingWords, statusWords } from "./words.ts";

/** Keys that take words of a closed set, alone or in a list. */
type Worded = "better" | "over" | "round" | "earlier" | "status" | "standing";
type Word<Key extends Worded> =
  NonNullable<ConditionNode[Key]> extends readonly (infer One extends string)[]
    ? One
    : NonNullable<ConditionNode[Key]> & string;

/** The keys of a condition. */
export const conditionTexts: Record<Exclude<keyof ConditionNode, Worded>, Text> & {
  readonly [Key in Worded]: Text & { readonly words: Readonly<Record<Word<Key>, Text>> };
} = {
  all: { zh: "这些条件都成立。", en: "All of these hold." },
  any: { zh: "这些条件有一个成立。", en: "Any of these holds." },
  not: { zh: "这个条件不成立。", en: "This does not hold." },
  input: { zh: "看一个输入项。", en: "Looks at an input." },
  score: {
    zh: "看一个指标或组的得分；total 是总分。与百分数比，比的是得分率。",
    en: "Looks at the score of an indicator or group, or the total. Against a percentage, its share of the points counts.",
  },
  result: {
    zh: "看一个跨年成绩（years 里的 results）。",
    en: "Looks at a result over years (results under years).",
  },
  column: {
    zh: "看登记表的一列，用 is 说明是什么。",
    en: "Looks at a column of the register; is says what it holds.",
  },
  category: {
    zh: "单位的类别是这个，或其中一个。",
    en: "The category of the unit is this, or one of these.",
  },
  tag: { zh: "单位有这个标签，或其中一个。", en: "The unit has this tag, or one of these." },
  title: {
    zh: "评定之前持有这个称号，或其中一个；any 是任何一个。",
    en: "Before the decision the unit holds this title, or one of these; any stands for each.",
  },
  status: {
    zh: "单位本身的状态。",
    en: "What has become of the unit itself.",
    words: statusWords,
  },
  standing: {
    zh: "以前的决定留下的。",
    en: "What earlier decisions have left.",
    words: standingWords,
  },
  "term-ends": {
    zh: "持有这个称号（或其中一个），而且本年内期满；any 是任何一个。",
    en: "Holds this title, or one of these, and its term ends within the year; any stands for each.",
  },
  predecessor: {
    zh: "并入、拆分或更名而来：原单位持有这个称号，或其中一个。",
    en: "A unit that held this title, or one of these, was merged, split or renamed into it.",
  },
  earlier: {
    zh: "看以前各年；last 是看几年，times 是至少几次。",
    en: "Looks at earlier years; last says how many, times how often at least.",
    words: earlierWords,
  },
  last: {
    zh: "看本年之前的几年（届）；默认 1，就是上一年。",
    en: "How many assessments before this one are looked at; 1 by default, the one before.",
  },
  times: { zh: "其中至少几次；默认 1。", en: "How many of them at least; 1 by default." },
  veto: {
    zh: "有这个否决事项，或其中一个；any 是任何一个。",
    en: "This veto happened, or one of these; any stands for each.",
  },
  "unmet-gate": {
    zh: "这个准入条件没有达到，或其中一个；any 是任何一个。",
    en: "This gate is unmet, or one of these; any stands for each.",
  },
  event: {
    zh: "有这种事项，或其中一种；可加 level、within、at-least。",
    en: "There is an event of this kind, or of these; level, within and at-least may be added.",
  },
  level: { zh: "事项的级别是这个，或其中一个。", en: "The level of the event is this, or one of these." },
  within: withinText,
  phase: {
    zh: "看哪一轮的得分；不写是算数的一轮。",
    en: "The run whose score is meant; without it, the one that counts.",
  },
  is: {
    zh: "是这个词，或其中一个。是否的输入项写 yes 或 no。",
    en: "It is this word, or one of these; yes or no where the input is that.",
  },
  "at-least": { zh: "不低于；事项是至少几次。", en: "Not below this; of events, so many at least." },
  above: { zh: "高于。", en: "Above this." },
  "at-most": { zh: "不高于。", en: "Not above this." },
  below: { zh: "低于。", en: "Below this." },
  equals: { zh: "等于。", en: "Equal to this." },
  "among-worst": {
    zh: "在末几位或末百分之几之内，并列在界上的都算。",
    en: "Among so many, or such a share, at the bottom; all who tie on the edge are in.",
  },
  "among-best": {
    zh: "在前几位或前百分之几之内，并列在界上的都算。",
    en: "Among so many, or such a share, at the top; all who tie on the edge are in.",
  },
  round: {
    zh: "百分比折成几位时怎样取整；默认 down。",
    en: "How a share becomes a number of places; down by default.",
    words: roundWords,
  },
  better: {
    zh: "among-worst、among-best 里越高越好还是越低越好；默认 higher。",
    en: "For among-worst and among-best: which is better; the higher by default.",
    words: betterWords,
  },
  over: {
    zh: "among-worst、among-best 与谁比；默认 group。",
    en: "For among-worst and among-best: which units are compared; the group by default.",
    words: overWords,
  },
};
