import type { Text } from "../../base/language.ts";
import type {
  caseSchema,
  expectSchema,
  fileSchema,
  markWords,
  pastSchema,
  states,
  unitSchema,
} from "../../cases/schema.ts";
import type { DescribedKeys } from "../described.ts";

export const casesText: Text = {
  zh: "测评体系的用例。怎样写见 rubrics/README.md 的“测试一个体系”。",
  en: "The cases of a rubric. See “Testing a rubric” in rubrics/README.md.",
};

/** What a case and a unit of a case are given alike. */
const inputs = {
  given: {
    zh: "给的值。键与报送表的列名一样：输入项、指标、条文的 id、no 或 name，或单位的属性；值与格子里的一样。",
    en: "What is handed in. Keys are headings: id, number or name of an input, an indicator or a clause, or what is said of the unit; values are those of cells.",
  },
  events: {
    zh: "事项的列表；写了就代替底下那一层的全部事项。",
    en: "The events, which take the place of all those below.",
  },
  history: {
    zh: "往年的结果，一年一项；一个数就是那年的总分，none 是那年没有参加测评。",
    en: "Results of earlier years, by year; a number is the total of that year, none means that it was not assessed.",
  },
  phases: {
    zh: "别的阶段的值；没有写到的阶段没有参加。",
    en: "The values of the other runs; a run that is not named did not happen.",
  },
} as const;

const asOf: Text = { zh: "基准日，如 2021-12-31。", en: "The reference date, such as 2021-12-31." };
const likeText: Text = {
  zh: "以哪个用例为底：它的名字。只写不同的。",
  en: "The name of the case this one builds on; only what differs is written.",
};

/** What may be expected, with or without several units. */
const expectTexts: Omit<DescribedKeys<(typeof expectSchema)["shape"]>, "states" | "marks"> & {
  readonly marks: Text & { readonly words: Readonly<Record<(typeof markWords)[number], Text>> };
  readonly states: Text & { readonly words: Readonly<Record<(typeof states)[number], Text>> };
} = {
  total: { zh: "表上的总分，修约以后。", en: "The total as reports show it, rounded." },
  exact: {
    zh: "精确的总分：小数或分数，如 9209/150。",
    en: "The exact total: a decimal, or a fraction such as 9209/150.",
  },
  rank: { zh: "名次。", en: "The rank." },
  outcome: { zh: "结果的名称。", en: "The name of the outcome." },
  reasons: {
    zh: "全部理由：条号，或其中的几个字。",
    en: "All reasons, each by its clause or by some of its words.",
  },
  titles: {
    zh: "评定以后的全部称号；也可以写成“称号: 有效期至”。没有的写 none。",
    en: "All titles after the decision, or each with its last day; none for no title.",
  },
  "suspended-until": {
    zh: "评定以后停牌到哪天；没有的写 none。",
    en: "Suspended until this day after the decision; none for not at all.",
  },
  "banned-until": {
    zh: "评定以后到哪天不得申报；没有的写 none。",
    en: "Not to apply until this day after the decision; none for no ban.",
  },
  "rectify-by": {
    zh: "评定以后整改的期限；没有的写 none。",
    en: "The day by which things must be put right; none for no such day.",
  },
  marks: {
    zh: "恰好决定了结果的，全部写出；没有的写 none。",
    en: "All that alone has made the decision what it is; none for nothing.",
    words: {
      "tie-break": { zh: "破同分", en: "a tie-break" },
      rounding: { zh: "修约", en: "rounding" },
      deduction: { zh: "扣分", en: "a deduction" },
      none: { zh: "没有", en: "nothing" },
    },
  },
  points: {
    zh: "指标或组在总分里的得分，精确：小数或分数。",
    en: "What an indicator or a group adds to the total, exactly: a decimal or a fraction.",
  },
  states: {
    zh: "指标的状态。",
    en: "The state of an indicator.",
    words: {
      scored: { zh: "计了分", en: "scored" },
      missing: { zh: "缺报", en: "missing" },
      "not-applicable": { zh: "不适用", en: "not applicable" },
    },
  },
  findings: {
    zh: "提示的代码，一处写一个，或每种几处；没有写的提示一处也不能有。",
    en: "Codes of findings, one for each, or how many of each; what is not named must not be found.",
  },
};

const { findings: _, ...ofUnit } = expectTexts;
const expectText: Text = {
  zh: "应当得出什么。没有写的不比较，只有提示（findings）一概比较。",
  en: "What should come out. What is not written is not compared, except for findings, which always are.",
};

export const unitTexts: DescribedKeys<(typeof unitSchema)["shape"]> = {
  like: likeText,
  ...inputs,
  expect: { ...expectText, keys: ofUnit },
};

export const caseTexts: DescribedKeys<(typeof caseSchema)["shape"]> = {
  name: { zh: "用例的名字，不能重复。", en: "Name of the case, used once." },
  note: { zh: "给看文件的人看的话。", en: "For those who read the file." },
  like: likeText,
  "as-of": asOf,
  ...inputs,
  units: {
    zh: "几个单位的：每个单位给什么、应当得出什么。",
    en: "Several units by their names, each with what it is given and what should come out.",
  },
  expect: { ...expectText, keys: expectTexts },
};

/** What a case says of one earlier year. */
export const pastTexts: DescribedKeys<(typeof pastSchema)["shape"]> = {
  total: { zh: "那年的总分，修约以后。", en: "The total of that year, rounded." },
  exact: {
    zh: "那年的精确总分；不写就是 total。",
    en: "The exact total of that year; without it, the total.",
  },
  rank: {
    zh: "那年在组内的名次；不写就在本用例的单位里按总分排。",
    en: "The rank in its group; without it, by total among the units of the case.",
  },
  units: {
    zh: "那年组内的单位数；不写就是本用例里有那年的单位数。",
    en: "How many units its group had; without it, those of the case with that year.",
  },
  group: {
    zh: "那年的组别；不写就是现在的组。",
    en: "The group then; without it, the one the unit is in now.",
  },
  outcome: { zh: "那年的结果。", en: "The outcome of that year." },
  titles: {
    zh: "那年评定以后的称号；不写就是 given 里的称号。",
    en: "Titles after the decision of that year; without it, those under given.",
  },
  rubric: {
    zh: "那年用的体系的编号；不写就是本体系。",
    en: "The id of the rubric of that year; without it, this one.",
  },
};

const acceptedKeys = (what: Text) => ({
  what,
  because: { zh: "为什么不必测到。", en: "Why it need not be shown." },
});

export const caseFileTexts: DescribedKeys<(typeof fileSchema)["shape"]> = {
  "ceping-cases": { zh: "用例文件的版本，写 1。", en: "Version of the file of cases: 1." },
  rubric: {
    zh: "是哪个体系的用例：另一个文件的路径，从本文件所在的文件夹算起；不写就是旁边同名的体系。",
    en: "The rubric: the path of its file, from the folder of this one. Without it, the one of the same name beside this.",
  },
  note: { zh: "给看文件的人看的话。", en: "For those who read the file." },
  "as-of": asOf,
  ...inputs,
  cases: { zh: "用例。", en: "The cases." },
  "accepted-gaps": {
    zh: "不必测到的地方，各有理由。",
    en: "What need not be shown, with reasons.",
    keys: acceptedKeys({
      zh: "test 列出的没有测到的地方，方括号里的那个名字。",
      en: "The name in brackets, as test lists what no case shows.",
    }),
  },
  "accepted-mutants": {
    zh: "不必发现的改动，各有理由。",
    en: "Changes that need not be noticed, with reasons.",
    keys: acceptedKeys({
      zh: "test --mutate 列出的改动，方括号里的那个名字。",
      en: "The name in brackets, as test --mutate lists what no case notices.",
    }),
  },
};
