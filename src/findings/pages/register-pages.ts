import { type Example, type Pages, rubric, run, score } from "./page.ts";

const honours = `
  titles:
    - { name: 文明单位, term: 3 years }
    - { name: 标兵单位 }
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
`;
const reviewed = `
  titles:
    - { name: 文明单位, term: 3 years }
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
  outcomes:
    - { name: 复查, when: { term-ends: 文明单位 } }
    - { name: 不复查, otherwise: yes }
`;
const data = "单位,材料审核\n东街社区,95\n";
const both = "单位,材料审核\n东街社区,95\n西街社区,90\n";
const options = "--as-of 2023-12-31";
const heading = "年度,测评体系,单位代码,单位名称,总分,名次,组内单位数,结果,现有称号\n";

/** A register with titles, as of the end of 2023. */
const titled = (cells: string): Example =>
  score(honours, data, { units: `单位名称,称号,授予日期,有效期至\n东街社区,${cells}\n`, options });

/** A register of two units, one of which goes into another. */
const moving = (first: string, second = ",,"): Example =>
  score(honours, both, {
    units: `单位名称,称号,状态,并入\n东街社区,,${first}\n西街社区,${second}\n`,
    options,
  });

/** A register, and the results of an earlier year; the names of the files are short, so that the command is one line. */
const over = (units: string, history: string, handedIn = data): Example =>
  run(`score r.yaml d.csv --units u.csv --history h.csv ${options}`, {
    "r.yaml": rubric(honours),
    "d.csv": handedIn,
    "u.csv": units,
    "h.csv": heading + history,
  });

/** What a unit held after 2022, and what the register says of it. */
const earlier = (after: string, cells: string, code = "A1"): Example =>
  over(`单位代码,单位名称,原代码,称号\n${cells}\n`, `2022,example,${code},东街社区,90,1,1,,${after}\n`);

/** Titles, status and successors of units, and whether the earlier years say the same. */
export const registerPages = {
  "titles-unknown": {
    severity: "error",
    title: { zh: "不知道谁持有称号", en: "nobody says who holds which title" },
    why: {
      zh: "体系按单位现有的称号决定结果。没有人说明，就会把每个单位都当成没有称号。",
      en: "The rubric decides by the titles that units hold. With nobody to say so, each would count as holding none.",
    },
    mend: {
      zh: "在登记表里加一列“称号”，没有称号的留空；或者用 --history 给出历年结果，从上一次的结果里取。",
      en: 'Add a column "title" to the register, blank for those without; or give the results of earlier years with --history, which say what each held.',
    },
    bad: score(honours, data, { units: "单位名称\n东街社区\n", options }),
    good: score(honours, data, { units: "单位名称,称号\n东街社区,\n", options }),
  },
  "title-twice": {
    severity: "error",
    title: { zh: "一个单位的同一称号写了两次", en: "one title of a unit twice" },
    why: {
      zh: "两处的日期可能不同，分不清按哪一个算届满。",
      en: "The two may have different dates, and nobody can tell which term counts.",
    },
    mend: { zh: "留一个，连同它的日期。", en: "Keep one of them, with its dates." },
    bad: titled("文明单位、文明单位,2022-05-01,"),
    good: titled("文明单位,2022-05-01,"),
  },
  "title-dates": {
    severity: "error",
    title: { zh: "称号和日期的个数不同", en: "more or fewer dates than titles" },
    why: {
      zh: "对不上号，一个称号的届满就会算到另一个头上。",
      en: "The term of one title would be taken for that of another.",
    },
    mend: {
      zh: "按称号的顺序一个称号一个日期，同样用顿号分开；没有的空着，如“、2022-05-01”。都是同一天的只写一个。",
      en: "Write a date for each title, in the same order and parted alike, with its place left blank where there is none; or one for all.",
    },
    bad: titled("文明单位、标兵单位,2022-05-01、2022-05-01、2022-05-01,"),
    good: titled("文明单位、标兵单位,2022-05-01、2022-06-01,"),
  },
  "title-ends-first": {
    severity: "error",
    title: { zh: "称号授予之前就到期了", en: "a title that ends before it begins" },
    why: {
      zh: "两个日期必有一个写错。按错的算，单位会少一届或多一届。",
      en: "One of the two dates is a slip, and the unit would lose or gain a term by it.",
    },
    mend: { zh: "核对授予日期和有效期。", en: "Check both dates." },
    bad: titled("文明单位,2023-05-01,2023-04-30"),
    good: titled("文明单位,2022-05-01,2025-04-30"),
  },
  "title-later": {
    severity: "error",
    title: { zh: "称号在基准日之后才授予", en: "a title granted after the reference date" },
    why: {
      zh: "测评的那一天单位还没有这个称号，按有算就错了。多半是用了后来的登记表。",
      en: "On the day of the assessment the unit did not hold it yet. Most likely this is the register of a later year.",
    },
    mend: {
      zh: "用测评当时的登记表；或者核对这个日期和 --as-of。",
      en: "Give the register as it was at the time; or check the date and --as-of.",
    },
    bad: titled("文明单位,2024-05-01,"),
    good: titled("文明单位,2022-05-01,"),
  },
  "title-expired": {
    severity: "warning",
    title: { zh: "登记表里还有到期的称号", en: "a title whose term is over" },
    why: {
      zh: "有效期在今年以前就满了，不再算作持有。也可能已经续了，只是日期没有改。",
      en: "Its term ended before this year, so it does not count as held. Perhaps it was renewed and the date was left as it was.",
    },
    mend: {
      zh: "续了的改正日期，没有续的从登记表里删去。用 -o register: 写出的登记表里没有到期的称号。",
      en: "Mend the date if it was renewed, otherwise take it out. A register written with -o register: has none of these.",
    },
    bad: titled("文明单位,2019-05-01,"),
    good: titled("文明单位,2022-05-01,"),
  },
  "title-without-term": {
    severity: "error",
    title: { zh: "不知道称号何时届满", en: "a title without the dates of its term" },
    why: {
      zh: "体系要看这一届满了没有。没有日期，就不知道该不该复查、续不续；从历年结果里取来的称号就永远不会到期。",
      en: "The rubric asks whether its term ends. Without a date nobody can tell whether the unit is due; and a title taken from the history would never end.",
    },
    mend: {
      zh: "在登记表里填上授予日期；有效期不按体系写的期限算的，填有效期至。称号从历年结果里取的，在历年结果里写这两列。",
      en: 'Fill in "since" in the register, or in the history where titles are taken from there; or "expires", where its term is not the usual one.',
    },
    bad: score(reviewed, data, { units: "单位名称,称号\n东街社区,文明单位\n", options }),
    good: score(reviewed, data, { units: "单位名称,称号,授予日期\n东街社区,文明单位,2021-01-01\n", options }),
  },
  "successor-missing": {
    severity: "warning",
    title: { zh: "没有写并入了哪个单位", en: "a merged unit without its successor" },
    why: {
      zh: "接续的单位可以重新认定称号。不写是谁，它的称号就没有着落。",
      en: "A unit that takes over may be recognised anew. Without its name the title is nobody's.",
    },
    mend: {
      zh: "在“并入”列写上接续的单位的名称或代码；没有接续单位的，状态写撤并。",
      en: 'Name it under "into", by name or code; where there is none, the status is closed.',
    },
    bad: moving("合并,"),
    good: moving("合并,西街社区"),
  },
  "successor-of-active": {
    severity: "error",
    title: { zh: "写了并入，状态却是正常", en: "an active unit that goes into another" },
    why: {
      zh: "到底并了没有，说法不一：按正常它继续参评，按合并它的称号终止。",
      en: "The two disagree: an active unit is assessed, the title of a merged one lapses.",
    },
    mend: {
      zh: "并了的在“状态”列写上合并，没有并的删去“并入”。以后才合并的，写上合并和变更日期。",
      en: "Write merged under status, or take the other cell out. For a merger to come, write merged and its date.",
    },
    bad: moving(",西街社区"),
    good: moving("合并,西街社区"),
  },
  "merger-circle": {
    severity: "error",
    title: { zh: "并来并去绕成了圈", en: "mergers in a circle" },
    why: {
      zh: "互相并入，最后一个单位也不剩，称号不知归谁。",
      en: "With each merged into the other none is left, and nobody has taken over.",
    },
    mend: {
      zh: "核对“并入”列：最后留下的那个单位，状态是正常，“并入”空着。",
      en: "Check the column into: the unit that is left is active, and its cell is blank.",
    },
    bad: moving("合并,西街社区", ",合并,东街社区"),
    good: moving("合并,西街社区"),
  },
  "former-twice": {
    severity: "error",
    title: { zh: "两个单位写了同一个原代码", en: "a former code of two units" },
    why: {
      zh: "那个代码的历年结果只能归一个单位，不能算两遍。",
      en: "The earlier results of a code belong to one unit and cannot count for two.",
    },
    mend: {
      zh: "核对是哪一个。拆分的，保留原单位一行，状态写拆分，在“并入”列写上拆成的几个单位。",
      en: "See which of them it is. After a split keep the old unit in its row, with the status split, and name its successors under into.",
    },
    bad: score(honours, data, {
      units: "单位代码,单位名称,称号,原代码\nA1,东街社区,,A0\nA2,西街社区,,A0\n",
      options: `${options} -q`,
    }),
    good: score(honours, both, {
      units: "单位代码,单位名称,称号,原代码\nA1,东街社区,,A0\nA2,西街社区,,\n",
      options,
    }),
  },
  "code-changed": {
    severity: "error",
    title: { zh: "单位的代码变了", en: "the code of a unit changed" },
    why: {
      zh: "历年结果按代码对应。换了代码又没有说明，它以前的结果和称号就都不算了。",
      en: "Earlier results go by codes. Unless the register says that it changed, all that the unit earned before is lost.",
    },
    mend: {
      zh: "是同一个单位的，在登记表的“原代码”列写上以前的代码；写错了的改正代码。",
      en: 'If it is the same unit, write the old code under "former" in the register; otherwise mend the code.',
    },
    bad: earlier("", "A1,东街社区,,", "A0"),
    good: earlier("", "A1,东街社区,A0,", "A0"),
  },
  "unit-left": {
    severity: "warning",
    title: { zh: "去年有的单位今年没有", en: "a unit of last year that is there no more" },
    why: {
      zh: "也许是漏了：漏掉的单位不参加测评，它的称号也没有人管。",
      en: "Perhaps it was forgotten: it is not assessed, and nobody decides about its title.",
    },
    mend: {
      zh: "合并、撤销的单位留在登记表里，写上状态；换过代码和名称的，在“原代码”列写上以前的代码；确实退出的不用管。",
      en: 'Keep merged and closed units in the register with their status; where code and name changed, write the old code under "former". Otherwise nothing need be done.',
    },
    bad: over("单位代码,单位名称,称号\nA1,东街社区,\n", "2022,example,B7,南门小学,90,1,1,,\n"),
    good: over(
      "单位代码,单位名称,称号\nA1,东街社区,\nB7,南门小学,\n",
      "2022,example,B7,南门小学,90,1,1,,\n",
      "单位,材料审核\n东街社区,95\n南门小学,90\n",
    ),
  },
  "title-not-granted": {
    severity: "error",
    title: { zh: "登记表里的称号没有人授予过", en: "a title that nobody granted" },
    why: {
      zh: "历年结果里单位没有这个称号。多半是填错了行，或登记表被改动过。",
      en: "By the results of earlier years the unit does not hold it. Most likely it is in the wrong row, or the register was changed.",
    },
    mend: {
      zh: "核对登记表，删去不该有的。由上级或别的部门授予的称号，在测评体系里给它写 granted-by: others。",
      en: "Check the register and take it out. Where others grant this title, write granted-by: others beside it in the rubric.",
    },
    bad: earlier("", "A1,东街社区,,文明单位"),
    good: earlier("文明单位", "A1,东街社区,,文明单位"),
  },
  "title-lost": {
    severity: "error",
    title: { zh: "登记表里少了称号", en: "a title that the register lost" },
    why: {
      zh: "历年结果说单位持有它，登记表却没有，单位会被当成从来没有得过。",
      en: "By the results of earlier years the unit holds it. Without it in the register it would be treated as if it never had.",
    },
    mend: {
      zh: "在登记表里补上。用 -o register: 写出的登记表，下一年直接用，不会少。",
      en: "Add it to the register. One that was written with -o register: can be used the next year as it is.",
    },
    bad: earlier("文明单位", "A1,东街社区,,"),
    good: earlier("文明单位", "A1,东街社区,,文明单位"),
  },
} satisfies Partial<Pages>;
