import type { Text } from "../../base/language.ts";
import type { caseSchema, expectSchema, fileSchema, states, unitSchema } from "../../cases/schema.ts";
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
const expectTexts: Omit<DescribedKeys<(typeof expectSchema)["shape"]>, "states"> & {
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
