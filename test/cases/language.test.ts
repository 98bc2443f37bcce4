import { describe, expect, test } from "vitest";
import { rubricOf } from "../support/assess-text.ts";
import { readText, tryCases } from "../support/test-cases.ts";

const two = rubricOf(`
indicators:
  - { id: docs, no: "1", name: 材料, points: 60, rule: marks }
  - { id: site, no: "2", name: 实地, points: 40, rule: marks }
outcomes:
  - { name: 命名, when: { score: total, at-least: 90 } }
  - { name: 不命名, otherwise: yes }
`);

describe("a case passes when all that it says comes out, and only then", () => {
  test("totals, points, ranks, outcomes, reasons and states", async () => {
    const { differences } = await tryCases(
      two,
      `
cases:
  - name: right
    given: { 1: 55.5, 实地: 40 }
    expect: { total: 95.5, exact: 191/2, rank: 1, outcome: 命名, reasons: ["1"], points: { docs: 55.5, 实地: 40, total: 95.5 }, states: { docs: scored } }
  - name: wrong
    given: { docs: 55.5, site: 30 }
    expect: { total: 85, exact: 85.51, rank: 2, outcome: 命名, reasons: [低于], points: { docs: 55.4 }, states: { docs: missing } }
`,
    );
    expect(differences).toEqual([
      "wrong: total: 85, 85.50",
      "wrong: exact total: 85.51, 85.5",
      "wrong: rank: 2, 1",
      "wrong: outcome: 命名, 不命名 ([2] no rule before this one applies)",
      "wrong: reasons: 低于, [2] no rule before this one applies",
      "wrong: 材料 (docs): 55.4, 55.5",
      "wrong: 材料 (docs) (state): missing, scored",
    ]);
  });

  test("every reason must be expected, and every expected one given", async () => {
    const cases = (reasons: string): string =>
      `cases: [{ name: a, given: { docs: 60, site: 40 }, expect: { reasons: ${reasons} } }]`;
    expect((await tryCases(two, cases("[总分 100]"))).failed).toEqual([]);
    expect((await tryCases(two, cases('["1", total 100]'))).failed).toEqual([]);
    expect((await tryCases(two, cases('["1", 总分 99]'))).failed).toEqual(["a"]);
    expect((await tryCases(two, cases("[第九条]"))).failed).toEqual(["a"]);
  });

  test("findings must be expected, each as often as it is found", async () => {
    const cases = (expect: string): string => `cases: [{ name: a, given: { docs: "" }, expect: ${expect} }]`;
    const missing = "{ findings: { value-missing: 2, unit-without-data: 1 } }";
    expect((await tryCases(two, cases(missing))).differences).toEqual([]);
    expect(
      (await tryCases(two, cases("{ findings: [value-missing, value-missing, unit-without-data] }"))).failed,
    ).toEqual([]);
    expect(
      (await tryCases(two, cases("{ total: 0, findings: [value-missing, unit-without-data] }"))).differences,
    ).toEqual(["a: finding value-missing: 1, 2"]);
    expect((await tryCases(two, cases("{ total: 0 }"))).differences).toEqual([
      "a: finding unit-without-data: 0, 1",
      "a: finding value-missing: 0, 2",
    ]);
  });

  test("what cannot be scored meets no expectation, and stands where it is written", async () => {
    const { differences, results } = await tryCases(
      two,
      `
cases:
  - name: a
    given: { docs: 61, site: 40 }
    expect: { total: 101 }
`,
    );
    expect(differences).toEqual([
      "a: finding value-above-maximum: 0, 1",
      "a: total: 101, nothing was scored",
    ]);
    expect(results[0]?.findings.map(({ file, span }) => [file, span?.start])).toEqual([
      ["rubric.cases.yaml", { line: 5, column: 20 }],
    ]);
  });
});

describe("what is given", () => {
  test("comes from the file, then from the case that is built on, then from the case itself", async () => {
    const { differences } = await tryCases(
      two,
      `
given: { 材料: 50, 实地: 30 }
cases:
  - { name: a, expect: { total: 80 } }
  - { name: b, given: { docs: 60 }, expect: { total: 90 } }
  - { name: c, like: b, given: { "2": 31 }, expect: { total: 91 } }
  - name: d
    like: b
    units:
      x: { expect: { total: 90, rank: 2 } }
      y: { like: c, expect: { total: 91, rank: 1 } }
      z: { like: c, given: { docs: 1 }, expect: { total: 32, rank: 3 } }
`,
    );
    expect(differences).toEqual([]);
  });

  test("may say what the register says", async () => {
    const rubric = rubricOf(`
columns: { group: [片区] }
ranking: { group-by: 片区 }
inputs:
  staff: { name: 职工人数, type: count, register: headcount }
  members: { name: 志愿者, type: count }
  share: { divide: [members, staff] }
indicators:
  - id: a
    name: 一
    points: [{ when: { category: 机关 }, value: 10 }, { when: { column: 隶属, is: 市 }, value: 5 }, { otherwise: 2 }]
    rule: proportional
    input: share
    target: 1
`);
    const { differences } = await tryCases(
      rubric,
      `
given: { 人数: 100, 志愿者: 50 }
cases:
  - name: all
    units:
      甲: { given: { 类别: 机关, 片区: 东 }, expect: { total: 5, rank: 1 } }
      乙: { given: { 隶属: 市, group: 东, 职工人数: 200 }, expect: { exact: 1.25, rank: 2 } }
      丙: { given: { category: 企业, 组别: 西 }, expect: { total: 1, rank: 1 } }
`,
    );
    expect(differences).toEqual([]);
  });

  test("may have several assessors, sites and periods", async () => {
    const rubric = rubricOf(`
inputs:
  image: { name: 印象, assessors: mean, sites: least }
indicators:
  - { id: order, name: 秩序, points: 10, rule: marks, assessors: mean }
  - { id: image, name: 印象分, points: 10, rule: proportional, input: image, target: 10 }
  - { id: years, name: 三年, points: 10, rule: marks, periods: { "2015": 20%, "2016": 30%, "2017": 50% } }
  - { id: roads, name: 道路, points: 10, rule: k-of-n, per: site, of: 3, table: { 3: 10, 2: 5 } }
`);
    const { differences } = await tryCases(
      rubric,
      `
given: { order: 8, image: { 张: { 东: 8, 西: 4 }, 李: { 东: 10, 西: 6 } }, years: { 2015: 10, 2016: 10, 2017: 6 }, roads: [是, 否, 是] }
cases:
  - { name: a, expect: { points: { order: 8, image: 5, years: 8, roads: 5 } } }
  - { name: b, given: { order: [8, 9], image: [[8, 9], [10, 3]] }, expect: { points: { order: 8.5, image: 6 } } }
`,
    );
    expect(differences).toEqual([]);
  });

  test("may be answer sheets", async () => {
    const rubric = rubricOf(`
inputs:
  marks: { name: 打分, to: 10, sheets: { blank-takes: 0.2, verdict: { question: 总体, approves: [同意], disapproves: [不同意] } } }
  word: { name: 满意度, sheets: { answers: { 满意: 1, 基本满意: 0.6, 不满意: 0 } } }
indicators:
  - { id: a, name: 一, points: 10, rule: proportional, input: marks, target: 10 }
  - { id: b, name: 二, points: 100, rule: proportional, input: word, target: 1 }
`);
    const { differences } = await tryCases(
      rubric,
      `
cases:
  - name: domain M18 and M19
    given:
      打分: ["9", "8", "10", "9", "", ""]
      总体: [同意, 同意, 同意, 不同意, "", ""]
      满意度: { 满意: 172, 基本满意: 14, 不满意: 14 }
    expect: { points: { a: 6.35, b: 90.2 } }
`,
    );
    expect(differences).toEqual([]);
  });

  test("may have events, which replace those below, and a reference date", async () => {
    const rubric = rubricOf(`
indicators:
  - { id: base, name: 基本, points: 10, rule: fixed }
  - { id: fault, name: 扣分, as: deduction, rule: events, event: 事故, each: 2, within: 12 months }
`);
    const { differences } = await tryCases(
      rubric,
      `
as-of: 2021-12-31
events: [{ date: 2021-05-01, kind: 事故 }]
cases:
  - { name: shared, expect: { total: 8 } }
  - { name: own, events: [{ 日期: 2021-05-01, 事项: 事故, count: 3 }], expect: { total: 4 } }
  - { name: none, events: [], expect: { total: 10 } }
  - { name: built on, like: own, expect: { total: 4 } }
  - { name: a year later, like: own, as-of: 2022-12-31, expect: { total: 10 } }
`,
    );
    expect(differences).toEqual([]);
    const undated = await tryCases(rubric, "cases: [{ name: a, expect: { findings: [as-of-missing] } }]");
    expect(undated.differences).toEqual([]);
  });

  test("may be of another run of the rubric", async () => {
    const rubric = rubricOf(`
phases: { list: [自查, 验收], result: 验收 }
indicators:
  - { id: a, name: 一, points: 10, rule: marks }
outcomes:
  - { name: 虚报, when: { score: total, phase: 自查, at-least: 9 } }
  - { name: 正常, otherwise: yes }
`);
    const { differences } = await tryCases(
      rubric,
      `
given: { a: 5 }
cases:
  - { name: none, expect: { total: 5, outcome: 正常 } }
  - { name: own, phases: { 自查: { a: 9 } }, expect: { total: 5, outcome: 虚报 } }
  - { name: shared, phases: { 自查: {} }, expect: { outcome: 正常 } }
  - { name: built on, like: own, phases: { 自查: "" }, expect: { outcome: 正常 } }
`,
    );
    expect(differences).toEqual([]);
  });
});

describe("few units stand for many", () => {
  const quota = (size: string): string =>
    rubricOf(`
indicators:
  - { id: docs, name: 材料, points: 100, rule: marks }
outcomes:
  - { name: 命名, when: { score: total, at-least: 85 }, quota: { ${size}, tie: none } }
  - { name: 不予, otherwise: yes }
`);

  test("a quota may have more places than a case has units, in any of its groups", async () => {
    const cases = `cases:
  - { name: a, given: { docs: 90 }, expect: { outcome: 命名 } }
  - { name: b, given: { docs: 80 }, expect: { outcome: 不予 } }
  - name: c
    units:
      x: { given: { docs: 90, 组别: 甲 }, expect: { outcome: 命名 } }
      y: { given: { docs: 89, 组别: 乙 }, expect: { outcome: 命名 } }
      z: { given: { docs: 91, 组别: 乙 }, expect: { outcome: 命名 } }
`;
    expect((await tryCases(quota("most: 10"), cases)).differences).toEqual([]);
    expect((await tryCases(quota("most: 2"), cases)).differences).toEqual([]);
  });

  test("a quota cuts as it does elsewhere", async () => {
    const cases = `cases:
  - name: c
    units:
      x: { given: { docs: 90 }, expect: { outcome: 命名 } }
      y: { given: { docs: 89 }, expect: { outcome: 不予 } }
`;
    expect((await tryCases(quota("most: 1"), cases)).differences).toEqual([]);
  });
});

describe("what the rubric does not use is read all the same", () => {
  const handing = async (handed: string): Promise<readonly string[]> =>
    (
      await tryCases(
        two,
        `cases: [{ name: a, as-of: 2021-12-31, given: { docs: 60, site: 40 }, ${handed}, expect: { total: 100 } }]`,
      )
    ).differences;

  test.each([
    ["events: [{ 日期: 2021-01-01, 事项: 没有的词 }]", "value-not-in-list"],
    ["history: { 2020: 九十 }", "history-figure"],
  ])("%s", async (handed, code) => {
    expect(await handing(handed)).toEqual([`a: finding ${code}: 0, 1`, "a: total: 100, nothing was scored"]);
  });

  test("an earlier total is no fault", async () => {
    expect(await handing("history: { 2020: 90 }")).toEqual([]);
  });
});

describe("what is wrong with a case file is told where it stands", () => {
  test.each([
    ["cases: [{ nmae: a, expect: { total: 1 } }]", ["unknown-key 2:11"]],
    ["cases: [{ name: a, expect: { totl: 1 } }]", ["unknown-key 2:30"]],
    ["cases: [{ name: a, given: { dcos: 1 }, expect: { total: 1 } }]", ["case-key 2:29"]],
    ["cases: [{ name: a, given: { docs: 1, 材料: 2 }, expect: { total: 1 } }]", ["case-key-twice 2:38"]],
    ["cases: [{ name: a, given: { docs: [1, 2] }, expect: { total: 1 } }]", ["case-several 2:35"]],
    ["cases: [{ name: a, given: { 类别: [甲] }, expect: { total: 1 } }]", ["case-several 2:33"]],
    [
      "given: { docs: [1] }\ncases: [{ name: a, expect: { total: 1 } }, { name: b, expect: { total: 1 } }]",
      ["case-several 2:16"],
    ],
    [
      "cases: [{ name: a, given: { 单位: 西村, 名称: 西村 }, expect: { total: 1 } }]",
      ["case-key 2:29", "case-key 2:37"],
    ],
    ["cases: [{ name: a, expect: {} }]", ["case-expects-nothing 2:28"]],
    ["cases: [{ name: a, given: { docs: 1 } }]", ["case-expects-nothing 2:9"]],
    ["cases: [{ name: a, units: { x: {} }, expect: { total: 1 } }]", ["case-expects-of-several 2:48"]],
    ["cases: [{ name: a, like: b, expect: { total: 1 } }]", ["case-unknown 2:26"]],
    [
      "cases: [{ name: a, units: { x: {} }, expect: { findings: [x] } }, { name: b, like: a, expect: { total: 1 } }]",
      ["case-unknown 2:84"],
    ],
    [
      "cases: [{ name: a, like: b, expect: { total: 1 } }, { name: b, like: a, expect: { total: 1 } }]",
      ["case-circle 2:26", "case-circle 2:70"],
    ],
    [
      "cases: [{ name: a, expect: { total: 1 } }, { name: a, expect: { total: 1 } }]",
      ["case-duplicate 2:52"],
    ],
    ["cases: [{ name: a, as-of: 去年, expect: { total: 1 } }]", ["date-text 2:27"]],
    [
      "cases: [{ name: a, expect: { total: 九十, exact: 1/0, rank: 一 } }]",
      ["case-number 2:37", "case-number 2:48", "case-rank 2:59"],
    ],
    ["cases: [{ name: a, expect: { outcome: 命铭 } }]", ["unknown-word 2:39"]],
    [
      "cases: [{ name: a, expect: { points: { dosc: 1 }, states: { docs: lost, total: scored } } }]",
      ["unknown-reference 2:40", "unknown-word 2:67", "unknown-reference 2:73"],
    ],
    [
      "cases: [{ name: a, events: [x, { dat: 2021-01-01 }], phases: { 自查: {} }, expect: { total: 1 } }]",
      ["wrong-type 2:29", "unknown-key 2:34", "phase-unknown 2:64"],
    ],
    ["cases: [1]\naccepted-gaps: [{ what: x }]", ["wrong-type 2:9", "missing-key 3:17"]],
  ])("%s", (text, wanted) => {
    const { findings } = readText(two, text);
    const found = findings.map(({ code, span }) => `${code} ${span?.start.line}:${span?.start.column}`);
    expect(found.sort()).toEqual([...wanted].sort());
  });

  test("a near name is suggested", () => {
    const hints = (text: string): (string | undefined)[] =>
      readText(two, text).findings.map(({ hint }) => hint?.en);
    expect(
      hints("cases: [{ name: a, given: { dcos: 1 }, expect: { outcome: 命铭, points: { 实体: 1 } } }]"),
    ).toEqual(['did you mean "docs"?', 'did you mean "命名"?', 'did you mean "实地"?']);
  });

  test("who a unit is stands elsewhere: no name is suggested that was refused just now", () => {
    const [finding] = readText(
      two,
      "cases: [{ name: a, given: { 单位: 西村 }, expect: { total: 1 } }]",
    ).findings;
    expect(finding?.hint?.en).toContain("units: { 西村: {");
  });

  test.each([
    [
      "of an item",
      "indicators: [{ id: y, name: 年, points: 10, rule: marks, periods: { 2016: 40%, 2015: 60% } }]",
    ],
    [
      "of an input",
      "inputs: { y: { periods: { 2016: 40%, 2015: 60% } } }\nindicators: [{ id: a, name: 甲, points: 10, rule: proportional, input: y, target: 5 }]",
    ],
  ])("a list does not say which value is of which period: %s", (_, keys) => {
    const text = "cases: [{ name: a, given: { y: [3, 4] }, expect: { total: 1 } }]";
    const { findings } = readText(rubricOf(keys), text);
    expect(findings.map(({ code, hint }) => [code, hint?.en])).toEqual([
      ["case-several", "say of each value which period it is of, as in { 2015: 3, 2016: 4 }"],
    ]);
    expect(readText(rubricOf(keys), text.replace("[3, 4]", "{ 2015: 3, 2016: 4 }")).findings).toEqual([]);
  });
});
