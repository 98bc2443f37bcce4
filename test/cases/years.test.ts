import { describe, expect, test } from "vitest";
import { always } from "../../src/base/period.ts";
import { planRubric } from "../../src/cli/load.ts";
import { addressOf, type Change } from "../../src/mutants/change.ts";
import { changesOf } from "../../src/mutants/changes.ts";
import { decisionChanges } from "../../src/mutants/decisions.ts";
import { withDefaults } from "../../src/mutants/defaults.ts";
import { type MutateInput, mutate } from "../../src/mutants/mutate.ts";
import { meanTheSame } from "../../src/mutants/same.ts";
import { compileRubric } from "../../src/rubric/compile.ts";
import { assessText, rubricOf } from "../support/assess-text.ts";
import { readText, type Tried, tryCases } from "../support/test-cases.ts";

const rubric = rubricOf(`
titles:
  - { name: 文明单位, term: 3 years }
  - { name: 标兵, requires: 文明单位 }
years:
  results:
    - { id: whole, name: 届期成绩, weights: { 1: 40%, 0: 60% }, missing: renormalise }
indicators:
  - { id: score, name: 成绩, points: 100, rule: marks }
  - { id: fault, name: 通报, as: deduction, points: 5, rule: once }
outcomes:
  - name: 终止
    when: { all: [{ status: [merged, closed] }, { title: any }] }
    effect: { takes: any }
  - name: 撤销
    when: { all: [{ title: any }, { score: total, below: 80 }, { earlier: total, below: 80 }] }
    effect: { takes: any, bans: 2 years }
  - name: 黄牌
    when: { all: [{ title: any }, { score: total, below: 80 }] }
    effect: { rectify: 6 months }
  - name: 晋级
    when: { all: [{ title: 文明单位 }, { not: { title: 标兵 } }, { result: whole, at-least: 95 }] }
    effect: { grants: 标兵 }
  - name: 复评
    when: { term-ends: 文明单位 }
    effect: { renews: 文明单位 }
  - { name: 保留, when: { title: any } }
  - name: 授予
    when: { all: [{ not: { standing: banned } }, { score: total, at-least: 85 }] }
    quota: { share: 50%, of: group, round: up, tie: refer, refer: 研究 }
    effect: { grants: 文明单位 }
  - { name: 不予授予, otherwise: yes }
`);

const shared = "as-of: 2022-12-31\ngiven: { 通报: 否 }\n";
const gapsOf = async (cases: string): Promise<string[]> =>
  (await tryCases(rubric, shared + cases)).coverage.gaps.map(({ id }) => id);

describe("what a unit holds is given under the headings of the register", () => {
  test.each([
    ["称号: 文明单位, 授予日期: 2020-05-01", "保留"],
    ["title: 文明单位, since: 2019-12-31", "复评"],
    ["称号: 文明单位, expires: 2022-12-31", "复评"],
    ["荣誉称号: 文明单位、标兵, 授予日期: 2021-01-01, 状态: 撤并", "终止"],
    ["禁止申报至: 2022-12-31", "不予授予"],
    ["banned-until: 2022-12-30", "授予"],
  ])("%s", async (columns, outcome) => {
    const { differences } = await tryCases(
      rubric,
      `${shared}cases: [{ name: x, given: { 成绩: 90, ${columns} }, expect: { outcome: ${outcome} } }]`,
    );
    expect(differences).toEqual([]);
  });

  test("a unit goes into another one of the case", async () => {
    const { differences } = await tryCases(
      rubric,
      `${shared}cases:
  - name: x
    units:
      东街: { given: { 成绩: 90, 称号: 文明单位, 授予日期: 2021-01-01 }, expect: { outcome: 保留, titles: 文明单位 } }
      南街: { given: { 称号: 文明单位, 授予日期: 2021-01-01, 状态: 并入, 变更日期: 2022-12-31, 并入: 东街 }, expect: { outcome: 终止, titles: none } }
      北街: { given: { 称号: 文明单位, 授予日期: 2021-01-01, 状态: 并入, 变更日期: 2023-01-01, 并入: 东街, 成绩: 85 }, expect: { outcome: 保留 } }
    expect: { findings: [value-missing] }
`,
    );
    expect(differences).toEqual([]);
  });

  test("where the rubric has no titles such a key means nothing", () => {
    const plain = rubricOf("indicators: [{ id: score, name: 成绩, points: 100, rule: marks }]\n");
    const read = readText(plain, "cases: [{ name: x, given: { 称号: 甲 }, expect: { total: 1 } }]");
    expect(read.findings.map(({ code }) => code)).toEqual(["case-key"]);
  });

  test("a misspelt one is told with the right one", () => {
    const read = readText(
      rubric,
      "cases: [{ name: x, given: { 禁止申请至: 2022-01-01 }, expect: { total: 1 } }]",
    );
    expect(read.findings.map(({ code, hint }) => [code, hint?.zh.includes("禁止申报至")])).toEqual([
      ["case-key", true],
    ]);
  });
});

const historyOf = async (cases: string): Promise<string> => {
  const { prepared } = await tryCases(rubric, shared + cases);
  const texts: string[] = [];
  for (const { sources } of prepared)
    for await (const chunk of sources.history?.chunks() ?? []) texts.push(new TextDecoder().decode(chunk));
  return texts.join("").replaceAll('"', "");
};

describe("earlier years", () => {
  test("become the history that says the same; what is not written follows", async () => {
    expect(
      await historyOf(`
cases:
  - name: x
    units:
      甲: { given: { 成绩: 90 }, history: { 2021: 88.5, 2020: { total: 70, rank: 5, units: 9, outcome: 黄牌, titles: [文明单位, 标兵] } } }
      乙: { given: { 成绩: 90 }, history: { 2021: { exact: 265/3, group: 机关 }, 2020: none } }
      丙: { given: { 成绩: 90 }, history: { 2021: { total: 91, rubric: 老办法 }, 2019: none } }
      丁: { given: { 成绩: 90, 称号: 文明单位, 授予日期: 2021-01-01 }, history: { 2021: { total: 88.5, exact: 88.4951 } } }
      戊: { given: { 成绩: 90 }, history: { 2021: 90 } }
    expect: { findings: { history-group: 2, history-rubric: 1 } }
`),
    ).toBe(`year,rubric,unit,name,group,total,exact,rank,units,outcome,computed,clause,before,after,since,expires,status
2020,case,甲,,,70,,5,9,黄牌,,,,文明单位；标兵,,,
2021,case,甲,,,88.5,,2,3,,,,,,,,
2021,case,乙,,机关,88.33,265/3,1,1,,,,,,,,
2021,老办法,丙,,,91,,1,1,,,,,,,,
2021,case,丁,,,88.5,88.4951,2,3,,,,,文明单位,,,
2021,case,戊,,,90,,1,3,,,,,,,,
2019,,,,,,,,,,,,,,,,
`);
  });

  test("group by the column that ranks are grouped by, and rank as the rubric does", async () => {
    const grouped = rubric.replace("years:", "columns: { group: 片区 }\nranking: { better: lower }\nyears:");
    const { prepared } = await tryCases(
      grouped,
      `${shared}cases:
  - name: x
    units:
      甲: { given: { 成绩: 90, 片区: 东 }, history: { 2021: 80 } }
      乙: { given: { 成绩: 90, group: 西 }, history: { 2021: 85 } }
      丙: { given: { 成绩: 90, 片区: 西 }, history: { 2021: 84 } }
    expect: { findings: [] }
`,
    );
    const [only] = prepared;
    let text = "";
    for await (const chunk of only?.sources.history?.chunks() ?? []) text += new TextDecoder().decode(chunk);
    expect(text.replaceAll('"', "").split("\n").slice(1, 4)).toEqual([
      "2021,case,甲,,东,80,,1,1,,,,,,,,",
      "2021,case,乙,,西,85,,2,2,,,,,,,,",
      "2021,case,丙,,西,84,,1,2,,,,,,,,",
    ]);
  });

  test("decide as the history that was read from a file", async () => {
    const { failed, results } = await tryCases(
      rubric,
      `${shared}cases: [{ name: x, given: { 成绩: 79, 称号: 文明单位, 授予日期: 2021-01-01 }, history: { 2021: { total: 79.5, outcome: 黄牌, titles: 文明单位 } }, expect: { outcome: 撤销, titles: none, banned-until: 2024-12-31 } }]\n`,
    );
    expect(failed).toEqual([]);
    const { assessment } = await assessText(
      rubric,
      "单位,成绩,通报\n甲,79,否\n",
      "name,title,since\n甲,文明单位,2021-01-01\n",
      {
        asOf: "2022-12-31",
        history: "year,rubric,unit,total,rank,units,outcome,after\n2021,case,甲,79.5,1,1,黄牌,文明单位\n",
      },
    );
    const plain = JSON.stringify(
      assessment?.results.map(({ before, after, outcome, reasons }) => [before, after, outcome, reasons]),
    );
    expect(plain).toContain("2021 年总分 79.50");
    const own = results[0]?.assessment?.results ?? [];
    expect(
      JSON.stringify(own.map(({ before, after, outcome, reasons }) => [before, after, outcome, reasons])),
    ).toBe(plain);
  });

  test("are layered by year: a later one goes before, and none takes one away", async () => {
    const text = await historyOf(`
history: { 2021: 80, 2020: 81 }
cases:
  - { name: a, given: { 成绩: 90 }, history: { 2019: 70 }, expect: { findings: [] } }
  - { name: b, like: a, history: { 2021: none, 2020: { total: 60 } }, expect: { findings: [] } }
`);
    expect(text.split("\n").filter((line) => /^\d/.test(line))).toEqual([
      "2020,case,单位/unit,,,81,,1,1,,,,,,,,",
      "2021,case,单位/unit,,,80,,1,1,,,,,,,,",
      "2019,case,单位/unit,,,70,,1,1,,,,,,,,",
      "2020,case,单位/unit,,,60,,1,1,,,,,,,,",
      "2019,case,单位/unit,,,70,,1,1,,,,,,,,",
      "2021,,,,,,,,,,,,,,,,",
    ]);
  });
});

test("what is wrong with an earlier year is told where the case says it", async () => {
  const { results } = await tryCases(
    rubric,
    `as-of: 2022-12-31
cases:
  - name: x
    given: { 成绩: 90, 通报: 否, 称号: 文明单位, 授予日期: 2021-01-01 }
    history:
      2021: { total: 八十, exact: 80.5, rank: 3, units: 2, titles: 文明单 }
      2019: 80
    expect: { findings: { history-figure: 1 } }
  - name: y
    given: { 成绩: 90, 通报: 否 }
    history:
      2021: { total: 80, exact: 80.5, outcome: 优 }
      上年: 80
    expect: { findings: [history-total] }
`,
  );
  const found = results.map(({ findings }) =>
    findings.map(({ code, span }) => `${code} ${span?.start.line}:${span?.start.column}`),
  );
  expect(found).toEqual([
    [
      "history-figure 7:22",
      "history-figure 7:45",
      "history-gap 4:5",
      "value-not-in-list 7:66",
      "title-not-granted 5:33",
    ],
    ["history-outcome 13:48", "history-total 13:22", "history-year 14:11"],
  ]);
});

describe("without a reference date", () => {
  const undated = async (rubric: string, more = ""): Promise<readonly string[]> =>
    (await tryCases(rubric, `cases: [{ name: x, given: { 成绩: 90 }${more}, expect: { rank: 1 } }]`))
      .differences;
  const marks = "indicators: [{ id: score, name: 成绩, points: 100, rule: marks }]\n";
  const titles = "titles: [{ name: 甲级, term: 1 year }, { name: 乙级 }]\n";
  const rule = (keys: string): string =>
    rubricOf(
      `${titles}${marks}outcomes: [{ name: 一, ${keys} }, { name: 二, when: { score: total, above: 0 } }]\n`,
    );

  test("nobody knows which year is the earlier one", async () => {
    expect(await undated(rubricOf(marks), ", history: { 2021: 80 }")).toContain(
      "x: finding as-of-missing: 0, 1",
    );
    expect(await undated(rubricOf(marks))).toEqual([]);
  });

  test.each([
    ["when: { standing: banned }"],
    ["when: { not: { term-ends: any } }"],
    ["when: { earlier: total, below: 60 }"],
    ["when: { title: any }, effect: { bans: 2 years }"],
    ["when: { title: any }, effect: { rectify: 2 years }"],
    ["when: { title: any }, effect: { renews: 甲级 }"],
    ["when: { title: any }, effect: { changes: { 乙级: 甲级 } }"],
    ["when: { title: any }, effect: { grants: 乙级, takes: 甲级 }"],
    ["when: { status: closed }, effect: { changes: { 甲级: none } }"],
  ])("%s cannot be decided", async (keys) => {
    expect(await undated(rule(keys))).toContain("x: finding as-of-missing: 0, 1");
  });
});

describe("what a decision leaves a unit with", () => {
  const expected = async (given: string, expect: string): Promise<readonly string[]> =>
    (await tryCases(rubric, `${shared}cases: [{ name: x, ${given}, expect: { ${expect} } }]`)).differences;
  const held = "称号: 文明单位, 授予日期: 2021-01-01";

  test.each([
    ["given: { 成绩: 90 }", "titles: 文明单位"],
    ["given: { 成绩: 90 }", "titles: { 文明单位: 2025-12-31 }, marks: none, rectify-by: none"],
    [`given: { 成绩: 79, ${held} }`, "titles: [文明单位], rectify-by: 2023-06-30, banned-until: 无"],
    [
      "given: { 成绩: 99, title: 文明单位, since: 2021-01-01 }, history: { 2021: 98 }",
      "outcome: 晋级, titles: { 标兵: none, 文明单位: 2024-01-01 }, marks: none",
    ],
    ["given: { 成绩: 80.5, 通报: 是, 停牌至: 2022-12-30 }", "titles: 无, suspended-until: 2022-12-30"],
    ["given: { 成绩: 86, 通报: 是 }", "total: 81, titles: none, marks: [deduction]"],
    ["given: { 成绩: 84.995 }", "total: 85, outcome: 授予, marks: rounding"],
  ])("%s: %s", async (given, wanted) => {
    expect(await expected(given, wanted)).toEqual([]);
  });

  test.each([
    ["given: { 成绩: 90 }", "titles: none", "x: titles afterwards: none, 文明单位"],
    ["given: { 成绩: 90 }", "titles: [文明单位, 标兵]", "x: titles afterwards: 文明单位; 标兵, 文明单位"],
    [
      "given: { 成绩: 90 }",
      "titles: { 文明单位: 2025-12-30 }",
      "x: titles afterwards: 文明单位 (until 2025-12-30), 文明单位 (until 2025-12-31)",
    ],
    [
      "given: { 成绩: 90 }",
      "titles: { 文明单位: none }",
      "x: titles afterwards: 文明单位 (without end), 文明单位 (until 2025-12-31)",
    ],
    [`given: { 成绩: 79, ${held} }`, "rectify-by: 2023-06-29", "x: rectify by: 2023-06-29, 2023-06-30"],
    [`given: { 成绩: 79, ${held} }`, "rectify-by: none", "x: rectify by: none, 2023-06-30"],
    ["given: { 成绩: 79 }", "banned-until: 2022-01-01", "x: banned until: 2022-01-01, none"],
    ["given: { 成绩: 79 }", "suspended-until: 2022-01-01", "x: suspended until: 2022-01-01, none"],
    ["given: { 成绩: 90 }", "marks: [rounding]", "x: marks: rounding, none"],
    ["given: { 成绩: 84.995 }", "marks: none", "x: marks: none, rounding"],
  ])("%s, not %s", async (given, wanted, difference) => {
    expect(await expected(given, wanted)).toEqual([difference]);
  });

  test.each([
    ["titles: 文明单为", "unknown-word"],
    ["titles: { 文明单位: 明年 }", "date-text"],
    ["banned-until: 明年", "date-text"],
    ["marks: luck", "unknown-word"],
  ])("%s is %s", (wanted, code) => {
    const read = readText(rubric, `cases: [{ name: x, given: { 成绩: 90 }, expect: { ${wanted} } }]`);
    expect(read.findings.map((finding) => finding.code)).toEqual([code]);
  });
});

describe("coverage", () => {
  const eligible = "given: { 成绩: 90 }";
  const full = `
cases:
  - { name: 终止, given: { 成绩: 90, 称号: 文明单位, 授予日期: 2021-01-01, 状态: 注销 }, expect: { outcome: 终止 } }
  - { name: 撤销, given: { 成绩: 70, 称号: 文明单位, 授予日期: 2021-01-01 }, history: { 2021: { total: 70, outcome: 黄牌, titles: 文明单位 } }, expect: { outcome: 撤销 } }
  - { name: 黄牌, given: { 成绩: 70, 称号: 文明单位, 授予日期: 2021-01-01 }, expect: { outcome: 黄牌 } }
  - { name: 晋级, given: { 成绩: 100, 称号: 文明单位, 授予日期: 2021-01-01 }, expect: { outcome: 晋级 } }
  - { name: 复评, given: { 成绩: 90, 称号: 文明单位, 授予日期: 2019-12-31 }, expect: { outcome: 复评 } }
  - { name: 保留, given: { 成绩: 90, 称号: 文明单位、标兵, 授予日期: 2021-01-01 }, expect: { outcome: 保留 } }
  - { name: 禁止, given: { 成绩: 90, 禁止申报至: 2023-01-01 }, expect: { outcome: 不予授予 } }
  - { name: 通报, given: { 成绩: 90, 通报: 是 }, expect: { outcome: 授予 } }
  - { name: 名额, units: { 甲: { ${eligible} }, 乙: { given: { 成绩: 88 } }, 丙: { given: { 成绩: 60 } }, 丁: { given: { 成绩: 86 } } }, expect: { findings: [] } }
  - { name: 并列, units: { 甲: { ${eligible} }, 乙: { ${eligible} } }, expect: { findings: [] } }
`;
  /** Gaps about decisions when the cases of these names are left out. */
  const without = async (...names: readonly string[]): Promise<string[]> => {
    const left = full.split("\n").filter((line) => !names.some((name) => line.includes(`name: ${name},`)));
    return (await gapsOf(left.join("\n"))).filter((id) => /^(?:outcome|years)\./.test(id));
  };

  test("all of it can be seen", async () => {
    expect(await gapsOf(full)).toEqual(["score.none"].filter(() => false));
  });

  test.each([
    ["终止", ["outcome.1", "outcome.1.when1.yes", "outcome.1.takes"]],
    ["撤销", ["years.whole.1", "outcome.2", "outcome.2.when3.yes", "outcome.2.takes"]],
    ["晋级", ["outcome.4", "outcome.4.when3.yes", "outcome.4.grants"]],
    ["复评", ["outcome.5", "outcome.5.when.yes", "outcome.5.renews"]],
    ["保留", ["outcome.4.when2.yes", "outcome.6"]],
    ["禁止", ["outcome.7.when1.yes"]],
    ["并列", ["outcome.7.quota.tie"]],
  ])("%s alone shows something", async (name, gaps) => {
    expect(await without(name)).toEqual(gaps);
  });

  test("a quota: who has a place, who is cut, a tie on the last place; an effect that changed a title", async () => {
    expect(await without("名额", "通报")).toEqual([
      "outcome.7",
      "outcome.7.quota.placed",
      "outcome.7.quota.cut",
      "outcome.7.grants",
    ]);
    expect(await without("名额")).toEqual(["outcome.7.quota.cut"]);
  });

  test("what a tie is referred to does not show the rule itself", async () => {
    const { coverage } = await tryCases(
      rubric,
      `${shared}cases: [{ name: x, units: { 甲: { ${eligible} }, 乙: { ${eligible} } }, expect: { findings: [] } }]`,
    );
    const ids = coverage.gaps.map(({ id }) => id);
    expect(ids).toContain("outcome.7");
    expect(ids).toContain("outcome.7.grants");
    expect(ids).not.toContain("outcome.7.quota.tie");
  });

  test("figures of a quota by kind of unit, its tie-breaks, and what it is a share of", async () => {
    const quotas = rubricOf(`
titles: [{ name: 甲级, term: 1 year }, { name: 乙级 }]
years: { results: [{ id: mean, name: 均分, mean: 2, missing: finding }] }
inputs: { visits: { name: 走访, type: count } }
indicators: [{ id: score, name: 成绩, points: 100, rule: marks }]
outcomes:
  - name: 授予
    when: { score: total, at-least: 60 }
    quota: { most: [{ when: { column: 区 , is: 东 }, value: 1 }, { otherwise: 2 }], tie-break: [{ input: visits }], tie: none }
    effect: { grants: 乙级, changes: { 甲级: none }, lifts: [ban] }
  - name: 保留
    when: { title: any }
    quota: { share: 50%, of: { term-ends: 甲级 }, by: mean, tie: all }
  - { name: 落选, otherwise: yes }
`);
    const gaps = async (...units: readonly string[]): Promise<string[]> => {
      const lines = units.map((one, index) => `      "${index}": { ${one} }\n`).join("");
      const { coverage } = await tryCases(
        quotas,
        `as-of: 2022-12-31\nhistory: { 2021: 70 }\ncases:\n  - name: x\n    units:\n${lines}    expect: { findings: [] }\n`,
      );
      return coverage.gaps.map(({ id }) => id).filter((id) => !/^(?:ranking|score)\.|\.when/.test(id));
    };
    const one = "given: { 成绩: 70, 走访: 1, 区: 东 }";
    expect(await gaps(one)).toEqual([
      "years.mean.missing",
      "outcome.1.quota.cut",
      "outcome.1.quota.tie",
      "outcome.1.quota.tie-break.1",
      "outcome.1.quota.most.2",
      "outcome.1.changes",
      "outcome.1.lifts",
      "outcome.2",
      "outcome.2.quota.placed",
      "outcome.2.quota.cut",
      "outcome.2.quota.tie",
      "outcome.3",
    ]);
    expect(
      await gaps(
        one,
        "given: { 成绩: 70, 走访: 2, 区: 东, title: 甲级, 有效期至: 2022-12-31, 禁止申报至: 2020-01-01 }",
      ),
    ).toEqual([
      "years.mean.missing",
      "outcome.1.quota.tie",
      "outcome.1.quota.most.2",
      "outcome.2",
      "outcome.2.quota.placed",
      "outcome.2.quota.cut",
      "outcome.2.quota.tie",
    ]);
    const titled = "given: { 成绩: 50, 走访: 2, 区: 东, title: 甲级, 有效期至: 2022-12-31 }";
    expect(await gaps(one, titled, titled)).toEqual([
      "years.mean.missing",
      "outcome.1.quota.cut",
      "outcome.1.quota.tie",
      "outcome.1.quota.tie-break.1",
      "outcome.1.quota.most.2",
      "outcome.1.changes",
      "outcome.1.lifts",
      "outcome.2.quota.cut",
      "outcome.3",
    ]);
    expect(await gaps("given: { 成绩: 70, 走访: 1 }", "given: { 成绩: 70, 走访: 1 }")).not.toContain(
      "outcome.1.quota.most.2",
    );
    const { coverage } = await tryCases(
      quotas,
      "as-of: 2022-12-31\ncases: [{ name: x, given: { 成绩: 50, 走访: 1, title: 甲级, 有效期至: 2022-12-31 }, expect: { findings: [earlier-missing] } }]",
    );
    // What could not be decided shows nothing.
    expect(coverage.gaps.map(({ id }) => id)).toContain("years.mean.1");
  });
});

/** The changes of a rubric by their names. */
function changesIn(text: string) {
  const read = planRubric("rubric.yaml", text);
  if (!read.ok) throw new Error(read.findings.map(({ message }) => message.en).join("; "));
  const { document, rubric: own, plan } = read.value;
  const all = withDefaults(own);
  const named = [...changesOf(all), ...decisionChanges(plan)].map((change: Change) => ({
    id: `${addressOf(all, change.path)} ${change.from} → ${change.to}`,
    change,
  }));
  const planOf = (id: string) => {
    const found = named.find((one) => one.id === id);
    if (found === undefined) throw new Error(`there is no change "${id}"`);
    const { edit } = found.change;
    if (edit.on === "plan") return edit.change(plan);
    const compiled = compileRubric(document, edit.change(all));
    return compiled.ok ? compiled.value : undefined;
  };
  return {
    ids: named.map(({ id }) => id),
    same: (id: string): boolean | "refused" => {
      const other = planOf(id);
      return other === undefined ? "refused" : meanTheSame(plan, other);
    },
    plan,
    planOf,
  };
}

const inputOf = (own: Tried["rubric"], prepared: Tried["prepared"]): MutateInput => ({
  versions: [{ valid: always, ...own }],
  whole: own.document,
  cases: prepared.map((one) => ({ version: 0, under: [one] })),
  accepted: [],
});

describe("mutants", () => {
  const twoLevels = rubricOf(`
titles:
  - { name: 市级, term: 3 years, excludes: 县级 }
  - { name: 省级, requires: [市级, 国家级] }
  - { name: 国家级 }
  - { name: 县级 }
years: { results: [{ id: whole, name: 合成, weights: { 1: 40%, 0: 60% } }, { id: mean, name: 均分, mean: 3 }] }
ranking: { ties: [{ score: score, when: { category: 机关 } }] }
indicators: [{ id: score, name: 成绩, points: 100, rule: marks }]
outcomes:
  - name: 撤销
    when: { any: [{ earlier: total, below: 80, last: 2, times: 2 }, { earlier: rank, among-worst: 10% }, { standing: [banned, overdue] }] }
    effect: { takes: any, bans: 2 years, lifts: [ban, suspension] }
  - name: 晋级
    when: { all: [{ title: 市级 }, { result: whole, at-least: 90 }] }
    quota: { share: 90%, of: { term-ends: 市级 }, by: mean, tie: refer, refer: 研究 }
    effect: { grants: 省级 }
  - name: 降级
    when: { all: [{ title: [省级, 国家级] }, { score: total, among-worst: 10% }] }
    effect: { changes: { 省级: 县级, 国家级: none }, suspends: 6 months }
  - { name: 授予, when: { score: total, at-least: 85 }, quota: { most: 2, from: worst, tie: none }, effect: { grants: 市级, rectify: 1 year } }
  - { name: 不变, otherwise: yes }
`);

  test("change all that the language has", () => {
    const { ids } = changesIn(twoLevels);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const id of [
      "titles.1.term 3 years → 4 years",
      "titles.1.excludes excludes → —",
      "titles.1.excludes.1 县级 → 国家级",
      "titles.2.requires requires → —",
      "titles.2.requires.1 市级 → —",
      "years.every 1 → 2",
      "whole.weights.0 60% + 40% → 59% + 41%",
      "whole.missing finding → renormalise",
      "mean.mean 3 → 4",
      "ranking.ties.1.when when → —",
      "outcomes.1.when.any.1.last 2 → 3",
      "outcomes.1.when.any.1.times 2 → 1",
      "outcomes.1.when.any.2.round down → up",
      "outcomes.1.when.any.2.times 1 → 2",
      "outcomes.1.when.any.3.standing.2 overdue → rectifying",
      "outcomes.1.when.any.3.standing.1 banned → —",
      "outcomes.1.effect.takes any → 省级 国家级 县级",
      "outcomes.1.effect.takes takes → —",
      "outcomes.1.effect.bans 2 years → 1 year",
      "outcomes.1.effect.lifts.1 ban → —",
      "outcomes.2.when.all.1.title.1 市级 → 省级",
      "outcomes.2.quota quota → —",
      "outcomes.2.quota.share 90% → 91%",
      "outcomes.2.quota.of.term-ends.1 市级 → 省级",
      "outcomes.2.quota.round down → half-up",
      "outcomes.2.quota.by by → —",
      "outcomes.2.quota.tie refer → none",
      "outcomes.2.quota.tie refer → all",
      "outcomes.2.effect grants → —",
      "outcomes.2.effect.grants.1 省级 → 国家级",
      "outcomes.3.effect.changes.省级 省级 县级 → —",
      "outcomes.3.effect.changes.省级 县级 → none",
      "outcomes.3.effect.changes.国家级 none → 省级",
      "outcomes.3.effect.suspends 6 months → 7 months",
      "outcomes.4.quota.most 2 → 3",
      "outcomes.4.quota.from worst → best",
      "outcomes.4.quota.per group → all",
      "outcomes.4.quota.tie none → all",
      "outcomes.4.effect.rectify rectify → —",
    ])
      expect(ids).toContain(id);
  });

  test.each([
    // Neither grants what the other lacks: nothing else than who has it is decided.
    ["outcomes.2.quota quota → —", false],
    ["outcomes.2.quota.share 90% → 91%", false],
    ["outcomes.2.quota.tie refer → none", false],
    ["outcomes.2.effect grants → —", false],
    ["outcomes.1.effect.bans 2 years → 3 years", false],
    ["outcomes.1.effect.lifts.1 ban → —", true], // the new ban takes its place
    ["outcomes.1.effect.lifts.2 suspension → —", false],
    ["outcomes.1.effect.takes any → 市级 国家级 县级", false],
    ["outcomes.4.effect.rectify rectify → —", false],
    ["outcomes.4.quota.most 2 → 3", false],
    ["titles.2.requires requires → —", true], // who comes so far holds one of them
    ["titles.1.excludes excludes → —", false],
    ["titles.1.term 3 years → 4 years", false],
    ["outcomes.1.when.any.1.times 2 → 1", false],
    ["years.every 1 → 2", false],
    ["years.every 1 → 0", true],
    ["rounding.lines rounded → exact", false],
    ["outcomes.1 撤销（1）, 晋级（2） → 晋级（2）, 撤销（1）", false],
    ["outcomes.5 不变（5） → —", false],
  ])("%s means the same: %s", (id, wanted) => {
    expect(changesIn(twoLevels).same(id)).toBe(wanted);
  });

  const apart = rubricOf(`
titles: [{ name: 甲级 }, { name: 乙级 }]
indicators: [{ id: score, name: 成绩, points: 100, rule: marks }]
outcomes:
  - { name: 差, when: { all: [{ title: 甲级 }, { score: total, below: 60 }] }, quota: { most: 1, tie: none }, effect: { takes: 甲级 } }
  - { name: 中, when: { all: [{ title: any }, { score: total, at-least: 60 }] }, effect: { takes: any } }
  - { name: 停, when: { all: [{ status: closed }, { not: { title: any } }] } }
  - { name: 并, when: { all: [{ status: merged }, { not: { title: any } }] } }
  - { name: 余, otherwise: yes }
`);
  test.each([
    ["outcomes.1 差（1）, 中（2） → 中（2）, 差（1）", true], // nobody meets both
    ["outcomes.2 中（2）, 停（3） → 停（3）, 中（2）", true],
    ["outcomes.3 停（3）, 并（4） → 并（4）, 停（3）", true], // a unit is one or the other
    ["outcomes.1.effect.takes.1 甲级 → 乙级", false],
    ["outcomes.1.when.all.1.title.1 甲级 → 乙级", false],
    ["outcomes.1.quota quota → —", false],
    ["outcomes.4 并（4）, 余（5） → 余（5）, 并（4）", false],
  ])("%s means the same: %s", (id, wanted) => {
    expect(changesIn(apart).same(id)).toBe(wanted);
  });

  const endsOrNot = rubricOf(`
titles: [{ name: 甲级, term: 1 year }]
years: { results: [{ id: mean, name: 均分, mean: 2 }] }
indicators: [{ id: score, name: 成绩, points: 100, rule: marks }]
outcomes:
  - { name: 满, when: { term-ends: 甲级 } }
  - { name: 无, when: { not: { title: 甲级 } } }
  - { name: 取, when: { result: mean, at-least: 60 }, quota: { most: 1, tie: none } }
  - { name: 后, when: { result: mean, at-least: 60 } }
  - { name: 余, otherwise: yes }
`);
  test.each([
    ["outcomes.1 满（1）, 无（2） → 无（2）, 满（1）", true], // what ends is held
    ["outcomes.4 后（4） → —", false], // who is cut comes there
    ["outcomes.4.when.at-least 60 → 61", false],
    ["outcomes.3.quota.most 1 → 0", false],
    ["rounding.lines rounded → exact", false],
  ])("%s means the same: %s", (id, wanted) => {
    expect(changesIn(endsOrNot).same(id)).toBe(wanted);
  });

  test("results that only places go by are figures that lines see", () => {
    const places = endsOrNot
      .replace(
        "{ name: 取, when: { result: mean, at-least: 60 }, quota: { most: 1,",
        "{ name: 取, when: { title: any }, quota: { most: 1, by: mean,",
      )
      .replace("  - { name: 后, when: { result: mean, at-least: 60 } }\n", "");
    expect(changesIn(places).same("rounding.lines rounded → exact")).toBe(false);
    expect(changesIn(places.replace("by: mean, ", "")).same("rounding.lines rounded → exact")).toBe(true);
  });

  test("a term that the register leaves to the rubric is read anew", async () => {
    const text = rubricOf(`
titles: [{ name: 甲级, term: 3 years }]
indicators: [{ id: score, name: 成绩, points: 100, rule: marks }]
outcomes: [{ name: 满, when: { term-ends: 甲级 } }, { name: 余, otherwise: yes }]
`);
    const { rubric: own, prepared } = await tryCases(
      text,
      "as-of: 2022-12-31\ncases: [{ name: x, given: { 成绩: 90, 称号: 甲级, 授予日期: 2019-06-01 }, expect: { outcome: 满 } }]",
    );
    const { survivors } = await mutate(inputOf(own, prepared));
    expect(survivors.map(({ id }) => id).filter((id) => id.startsWith("titles."))).toEqual([]);
  });

  test("what a title asks for is held against each rule that grants it, and against those before it", () => {
    const asking = (tags: number) => {
      const many = Array.from({ length: tags }, (_, tag) => `{ tag: 标签${tag} }`).join(", ");
      return changesIn(
        rubricOf(`
titles: [{ name: 甲级, term: 1 year }, { name: 乙级, requires: 甲级 }, { name: 丙级, excludes: [乙级, 甲级] }]
indicators: [{ id: score, name: 成绩, points: 100, rule: marks }]
outcomes:
  - { name: 乙, when: { all: [{ tag: 申报 }, { title: 甲级 }, { not: { title: 丙级 } }] }, effect: { grants: 乙级 } }
  - { name: 持, when: { any: [{ title: any }, { term-ends: any }, { all: [${many}, { score: total, below: 60 }] }] } }
  - { name: 丙, when: { score: total, at-least: 60 }, effect: { grants: 丙级 } }
  - { name: 余, otherwise: yes }
`),
      );
    };
    const asks = asking(3);
    // More is asked there than can be gone through as a whole.
    expect(asking(12).same("titles.2.requires requires → —")).toBe(true);
    expect(asking(12).same("titles.3.excludes excludes → —")).toBe(false);
    expect(asks.same("titles.2.requires requires → —")).toBe(true);
    expect(asks.same("titles.3.excludes.2 甲级 → —")).toBe(true);
    expect(asks.same("outcomes.2 持（2） → —")).toBe(false);
    expect(asks.same("titles.3.excludes excludes → —")).toBe(true);
  });

  test("two quotas of one wording are never taken to be alike", () => {
    const twice = changesIn(
      rubricOf(`
titles: [{ name: 甲级 }, { name: 乙级 }]
indicators: [{ id: score, name: 成绩, points: 100, rule: marks }]
outcomes:
  - { name: 取, no: "1", when: { title: 甲级 }, quota: { most: 1, tie: none } }
  - { name: 取, no: "1", when: { title: 乙级 }, quota: { most: 1, tie: none } }
  - { name: 余, otherwise: yes }
`),
    );
    expect(twice.same("outcomes.1 取（1）, 取（1） → 取（1）, 取（1）")).toBe(false);
  });

  test("are noticed by what a decision leaves a unit with, and by places", async () => {
    const text = rubricOf(`
titles: [{ name: 甲级, term: 3 years }]
indicators: [{ id: score, name: 成绩, points: 100, rule: marks }]
outcomes:
  - { name: 授, when: { score: total, at-least: 80 }, quota: { most: 1, tie: none }, effect: { grants: 甲级, bans: 2 years } }
  - { name: 余, when: { all: [{ earlier: outcome, is: 授, last: 2 }] } }
  - { name: 无, otherwise: yes }
`);
    const survivorsOf = async (cases: string): Promise<string[]> => {
      const { rubric: own, prepared, failed } = await tryCases(text, `as-of: 2022-12-31\n${cases}`);
      expect(failed).toEqual([]);
      const { survivors } = await mutate(inputOf(own, prepared));
      return survivors.map(({ id }) => id).filter((id) => /^(?:titles|outcomes|years)\./.test(id));
    };
    const ranked = (more: string): string => `cases:
  - name: 名额
    units:
      甲: { given: { 成绩: 90 }, expect: { outcome: 授${more} } }
      乙: { given: { 成绩: 80 }, expect: { outcome: 无 } }
  - { name: 一个, given: { 成绩: 80 }, expect: { outcome: 授 } }
`;
    expect(await survivorsOf(ranked(""))).toEqual([
      "titles.1.term 3 years → 4 years",
      "titles.1.term 3 years → 2 years",
      "outcomes.1.when.at-least 80 → 79",
      "outcomes.1.quota.tie none → all",
      "outcomes.1.quota.per group → all",
      // Without its grant nobody ever comes to hold the title, as check says.
      "outcomes.1.effect.bans bans → —",
      "outcomes.1.effect.bans 2 years → 3 years",
      "outcomes.1.effect.bans 2 years → 1 year",
      "outcomes.2.when.all.1.last 2 → 3",
      "outcomes.2.when.all.1.last 2 → 1",
      "outcomes.2.when.all.1.times 1 → 2",
      "years.every 1 → 2",
      "outcomes.2 余（2） → —",
      "outcomes.1 授（1）, 余（2） → 余（2）, 授（1）",
      "outcomes.2 余（2）, 无（3） → 无（3）, 余（2）",
    ]);
    expect(
      await survivorsOf(`${ranked(", titles: { 甲级: 2025-12-31 }, banned-until: 2024-12-31")}
  - { name: 线下, given: { 成绩: 79.99 }, expect: { outcome: 无 } }
  - { name: 又一次, given: { 成绩: 80 }, history: { 2021: { total: 90, outcome: 授 } }, expect: { outcome: 授 } }
  - { name: 上年, given: { 成绩: 70 }, history: { 2021: { total: 90, outcome: 授 } }, expect: { outcome: 余 } }
  - { name: 前年, given: { 成绩: 70 }, history: { 2021: none, 2020: { total: 90, outcome: 授 } }, expect: { outcome: 余 } }
  - { name: 大前年, given: { 成绩: 70 }, history: { 2021: none, 2020: none, 2019: { total: 90, outcome: 授 } }, expect: { outcome: 无 } }
  - name: 并列
    units: { 甲: { given: { 成绩: 90 }, expect: { outcome: 无, titles: none } }, 乙: { given: { 成绩: 90 } } }
  - name: 两组
    units: { 甲: { given: { 成绩: 90, 组别: 一 }, expect: { outcome: 授 } }, 乙: { given: { 成绩: 81, 组别: 二 }, expect: { outcome: 授 } } }
`),
    ).toEqual([]);
  });
});
