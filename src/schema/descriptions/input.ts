import type { inputSchema } from "../../rubric/schema.ts";
import type { DescribedKeys } from "../described.ts";
import { severalTexts } from "./indicator.ts";

/** The keys of an input. */
export const inputTexts: DescribedKeys<(typeof inputSchema)["shape"]> = {
  ...severalTexts,
  sheets: {
    zh: "由逐份答卷得出：各份有效答卷的平均。",
    en: "From single survey sheets: the mean of the valid ones.",
    keys: {
      answers: {
        zh: "各种回答的分值；不写，回答就是数。",
        en: "What each answer is worth; without it, the answers are numbers.",
      },
      invalid: { zh: "作废的写法。", en: "How invalid sheets are marked." },
      sample: { zh: "有效答卷至少几份；默认 0。", en: "How many valid sheets there must be; 0 by default." },
      "short-sample": {
        zh: "有效答卷不够怎样算；默认 finding。",
        en: "What too few valid sheets mean; finding by default.",
        words: {
          finding: { zh: "照算，并提出警告", en: "they count, with a warning" },
          missing: { zh: "作为缺报", en: "they are taken for missing" },
        },
      },
      "blank-takes": {
        zh: "每份白卷从结果里扣多少；默认 0。",
        en: "What each blank sheet takes off the result; 0 by default.",
      },
      verdict: {
        zh: "同一份答卷上的总体评价；不赞成的一份计 0，仍在份数里。",
        en: "The overall verdict on the same sheet; one that disapproves counts 0 and stays in the divisor.",
        keys: {
          question: { zh: "总体评价那一列的列名。", en: "The heading of its column." },
          approves: { zh: "哪些回答是赞成。", en: "The answers that approve." },
          disapproves: { zh: "哪些回答是不赞成。", en: "The answers that disapprove." },
        },
      },
    },
  },
  no: { zh: "文件上的序号，也能作列名。", en: "Its number on paper, which may head a column." },
  name: { zh: "名称，也能作列名。", en: "Its name, which may head a column." },
  note: { zh: "给看文件的人看的话。计分时不用。", en: "For those who read the file. Not used in scoring." },
  type: {
    zh: "是什么；默认 number，有 words 时 word。",
    en: "What it is; number by default, word where there are words.",
    words: {
      number: { zh: "数", en: "a number" },
      count: { zh: "整数", en: "a whole number" },
      percent: { zh: "百分数", en: "a percentage" },
      "yes-no": { zh: "是或否", en: "yes or no" },
      word: { zh: "一个词", en: "a word" },
    },
  },
  words: { zh: "可用的词。", en: "The words there are." },
  from: { zh: "最小是多少；默认 0。", en: "The least it may be; 0 by default." },
  to: { zh: "最大是多少。", en: "The most it may be." },
  register: { zh: "取自登记表的这一列。", en: "Taken from this column of the register." },
  add: { zh: "由这些输入项或数相加。", en: "The sum of these inputs or numbers." },
  subtract: { zh: "第一个减第二个。", en: "The first less the second." },
  multiply: { zh: "由这些输入项或数相乘。", en: "The product of these inputs or numbers." },
  divide: {
    zh: "第一个除以第二个；除数为 0 的不适用。",
    en: "The first by the second; not applicable where that is 0.",
  },
  mean: { zh: "这些输入项或数的平均。", en: "The mean of these inputs or numbers." },
  least: { zh: "这些输入项或数中最小的。", en: "The least of these inputs or numbers." },
  greatest: { zh: "这些输入项或数中最大的。", en: "The greatest of these inputs or numbers." },
};
