import { describe, expect, it, test } from "vitest";
import { parseDay } from "../../src/base/date.ts";
import { exampleIo } from "../../src/cli/example-io.ts";
import { main } from "../../src/cli/main.ts";
import { type CollectInput, collect } from "../../src/evidence/collect.ts";
import type { Finding } from "../../src/findings/finding.ts";
import { planText, rubricOf, sourceOf } from "../support/assess-text.ts";
import { recordingIo } from "../support/recording-io.ts";

// What files that come from an office look like, and what is said of them.

const indicators = "indicators:\n  - { id: docs, name: 材料, points: 100, rule: marks }\n";
const honours = `${indicators}titles:
  - { name: 县文明单位, term: 3 years }
  - { name: 市文明单位, term: 3 years }
outcomes:
  - { name: 撤销, when: { score: total, below: 60 }, effect: { takes: any, bans: 2 years } }
  - { name: 保留, otherwise: yes }
`;

interface Given {
  readonly rubric?: string;
  readonly units?: string;
  readonly data?: string;
  readonly events?: string;
  readonly history?: string;
  readonly overrides?: string;
  readonly asOf?: string;
}

async function findingsOf(given: Given, all = false): Promise<readonly Finding[]> {
  const { rubric = honours, units, data, events, history, overrides, asOf = "2023-12-31" } = given;
  const { plan, findings } = planText(rubricOf(rubric));
  if (plan === undefined) throw new Error(JSON.stringify(findings));
  const source = (name: string, text: string | undefined) => text && sourceOf(`${name}.csv`, text);
  const input: CollectInput = {
    plan,
    submissions: data === undefined ? [] : [sourceOf("data.csv", data)],
    register: source("units", units) || undefined,
    events: source("events", events) || undefined,
    history: history === undefined ? undefined : [sourceOf("history.csv", history)],
    overrides: source("overrides", overrides) || undefined,
    asOf: parseDay(asOf),
  };
  const collected = await collect(input);
  return collected.findings.filter(({ code }) => all || code !== "unit-without-data");
}

/** Code, file, line and field of each finding. */
const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ code, file, cell }) => `${code} ${file}:${cell?.line}:${cell?.field}`);

describe("a heading of the register that is almost one that counts", () => {
  const near = async (heading: string, rubric?: string): Promise<string[]> =>
    (
      await findingsOf({
        units: `单位代码,单位名称,${heading}\nA1,甲,\n`,
        ...(rubric && { rubric }),
        history,
      })
    )
      .filter(({ code }) => code === "heading-near")
      .map(({ cell, hint }) => `${cell?.line}:${cell?.field} ${/“([^”]*)”/.exec(hint?.zh ?? "")?.[1]}`);
  const history = "年度,测评体系,单位代码,单位名称,总分,名次,组内单位数,结果,现有称号\n";
  const tagged = `units: { tags: [申报] }\ncolumns: { headcount: [编制数] }\n${indicators.replace("rule: marks", "rule: marks, applies-to: { column: 是否窗口单位, is: [是] }")}`;

  test.each([
    ["标 签", "标签"],
    ["标记", "标签"],
    ["编制 数", "编制数"],
    ["是否窗口单 位", "是否窗口单位"],
    ["是否窗囗单位", "是否窗口单位"],
    ["组 别", "组别"],
  ])("%s is told of", async (heading, meant) => {
    expect(await near(heading, tagged)).toEqual([`1:2 ${meant}`]);
  });

  test.each([
    ["称 号", "称号"],
    ["禁止申报到", "禁止申报至"],
    ["变更曰期", "变更日期"],
    ["授于日期", "授予日期"],
    ["ｓｔａｔｕｓ", "status"],
    ["suspended_untill", "suspended-until"],
  ])("%s is told of where the rubric has titles", async (heading, meant) => {
    expect(await near(heading)).toEqual([`1:2 ${meant}`]);
  });

  test.each(["序号", "性别", "备注", "联系电话", "单位地址", "成立日期", "组长", "授于日期,授予日期"])(
    "%s is another matter",
    async (heading) => {
      expect(await near(heading)).toEqual([]);
    },
  );

  it("is not told of where the rubric has no use for it, or passes it over", async () => {
    expect(await near("授于日期", indicators)).toEqual([]);
    expect(await near("标记", honours)).toEqual([]);
    expect(await near("授于日期", `ignore: [授于日期]\n${honours}`)).toEqual([]);
  });
});
describe("a code and a name of two units", () => {
  const units = "单位代码,单位名称,称号\nA1,甲,\nA2,乙,\nA3,丙,\nA4,丁,\nA5,丁,\n";
  const years = "年度,测评体系,单位代码,单位名称,总分,名次,组内单位数,结果,现有称号\n";
  const mismatches = async (given: Given): Promise<string[]> =>
    told((await findingsOf({ units, ...given })).filter(({ code }) => code === "unit-mismatch"));

  it("is an error in data, wide and long", async () => {
    expect(await mismatches({ data: "单位代码,单位名称,材料\nA1,乙,90\nA2,甲,80\nA3,丙,70\n" })).toEqual([
      "unit-mismatch data.csv:2:1",
      "unit-mismatch data.csv:3:1",
    ]);
    expect(await mismatches({ data: "单位代码,单位名称,指标,得分\n A1 , 乙 ,材料,90\n" })).toEqual([
      "unit-mismatch data.csv:2:1",
    ]);
    expect(await mismatches({ data: "单位,单位代码,材料\n甲,A2,90\n" })).toEqual([
      "unit-mismatch data.csv:2:1",
    ]);
  });

  it("is one where the name is that of several others", async () => {
    expect(await mismatches({ data: "单位代码,单位名称,材料\nA1,丁,90\nA4,丁,80\nA5,丁,70\n" })).toEqual([
      "unit-mismatch data.csv:2:1",
    ]);
  });

  it("is none where the name is nobody's, or blank", async () => {
    expect(await mismatches({ data: "单位代码,单位名称,材料\nA1,甲局,90\nA2,,80\nA3,A3,70\n" })).toEqual([]);
  });

  it("is one in events and in decisions changed by hand", async () => {
    const rubric = `${honours}vetoes:\n  list: [{ id: fire, name: 火灾, when: { event: 火灾 } }]\n`;
    expect(
      await mismatches({ rubric, events: "单位代码,单位名称,日期,事项\nA1,乙,2023-05-01,火灾\n" }),
    ).toEqual(["unit-mismatch events.csv:2:1"]);
    const overrides = "单位代码,单位名称,字段,原值,新值,理由,决定人,日期\n";
    expect(
      await mismatches({ overrides: `${overrides}A1,乙,结果,保留,撤销,复核,张三,2023-12-01\n` }),
    ).toEqual(["unit-mismatch overrides.csv:2:1"]);
    expect(
      await mismatches({ overrides: `${overrides}A1,甲,结果,保留,撤销,复核,张三,2023-12-01\n` }),
    ).toEqual([]);
  });

  it("is one in earlier years, but not where a name has passed from one unit to another", async () => {
    const history = (...names: readonly string[]): string =>
      years + names.map((name, row) => `2022,case,A${row + 1},${name},90,1,3,保留,\n`).join("");
    expect(await mismatches({ history: history("乙", "甲", "丙") })).toEqual([
      "unit-mismatch history.csv:2:3",
      "unit-mismatch history.csv:3:3",
    ]);
    expect(await mismatches({ history: history("乙", "乙", "丙") })).toEqual([
      "unit-mismatch history.csv:2:3",
    ]);
    // What is 甲 and 乙 today was 戊 and 甲 then.
    expect(await mismatches({ history: history("戊", "甲", "丙") })).toEqual([]);
  });
});

describe("one name under several codes", () => {
  const namesakes = async (units: string, rubric = honours): Promise<string[]> =>
    told((await findingsOf({ units, rubric })).filter(({ code }) => code === "unit-namesake"));

  it("is told of at every row after the first, with the codes", async () => {
    const units = "单位代码,单位名称,称号\nA1,甲,\nB1,乙,\nA2,甲,\nA3,甲,\n";
    expect(await namesakes(units)).toEqual(["unit-namesake units.csv:4:1", "unit-namesake units.csv:5:1"]);
    const [first] = await findingsOf({ units });
    expect(first?.message.zh).toContain("A1、A2、A3");
  });

  it("is not told of where the register says how they belong together, or nothing hangs on it", async () => {
    expect(await namesakes("单位代码,单位名称,称号,原代码\nA1,甲,,\nA2,甲,,A1\n")).toEqual([]);
    expect(await namesakes("单位代码,单位名称,称号,状态,并入\nA1,甲,,更名,A2\nA2,甲,,,\n")).toEqual([]);
    expect(await namesakes("单位代码,单位名称\nA1,甲\nA2,甲\n", indicators)).toEqual([]);
  });
});

describe("dates as a spreadsheet writes them", () => {
  const registered = (cells: string): Promise<readonly Finding[]> =>
    findingsOf({ units: `单位,称号,授予日期,状态,变更日期\n甲,${cells}\n` });

  test.each([
    "县文明单位,2022/12/31 0:00,,",
    "县文明单位,2022-12-31 00:00:00,更名,2022年6月1日 0:00",
    "县文明单位、市文明单位,2022/12/31 0:00、2022/6/30 0:00,,",
    "县文明单位 市文明单位,2022/12/31 0:00 2022/6/30 0:00,,",
  ])("%s is read", async (cells) => {
    expect(told(await registered(cells))).toEqual([]);
  });

  it("does not take any other time of a day for midnight", async () => {
    expect(told(await registered("县文明单位,2022/12/31 10:00,,"))).toEqual(["value-not-date units.csv:2:2"]);
  });

  it("is told of a serial number which day it would be", async () => {
    const rubric = `${honours}vetoes:\n  list: [{ id: fire, name: 火灾, when: { event: 火灾 } }]\n`;
    const [inRegister] = await registered("县文明单位,44926,,");
    const [inEvents] = await findingsOf({
      rubric,
      units: "单位,称号\n甲,\n",
      events: "单位,日期,事项\n甲,44926,火灾\n",
    });
    for (const finding of [inRegister, inEvents]) {
      expect(finding?.code).toBe("value-not-date");
      expect(finding?.message.zh).toContain("2022-12-31");
      expect(finding?.hint?.en).toContain("format the column as a date");
    }
    const [small] = await registered("县文明单位,449,,");
    expect(small?.message.zh).toBe("“449”不是某一天");
  });
});

describe("codes that a spreadsheet has damaged", () => {
  const units = "单位代码,单位名称,称号\n113401000030000101,甲,\n113401000030000102,乙,\n";
  const years = "年度,测评体系,单位代码,单位名称,总分,名次,组内单位数,结果,现有称号\n";
  const everything = async (given: Given): Promise<string[]> => {
    const collected = await findingsOf(given);
    for (const { hint } of collected) expect(hint?.zh).not.toContain("是否想写");
    return told(collected);
  };

  it("are told of once a file, and nothing else", async () => {
    const [finding] = await findingsOf({ units, data: "单位代码,单位名称,材料\n1.13401E+17,甲,90\n" });
    expect(finding?.message.zh).toContain("Excel");
    expect(finding?.hint?.zh).toContain("文本");
    const rows = "1.13401E+17,甲,90\n1.13401e+17,乙,80\n";
    expect(await everything({ units, data: `单位代码,单位名称,材料\n${rows}` })).toEqual([
      "code-damaged data.csv:2:0",
    ]);
    expect(
      await everything({ units, data: "单位代码,材料\n113401000030000000,90\n113401000030000000,80\n" }),
    ).toEqual(["code-damaged data.csv:2:0"]);
    expect(await everything({ data: `单位代码,单位名称,材料\n${rows}`, rubric: indicators })).toEqual([
      "code-damaged data.csv:2:0",
    ]);
  });

  it("are told of in a register, whose names can be read all the same", async () => {
    const damaged = "单位代码,单位名称,称号\n1.13401E+17,甲,\n1.13401E+17,乙,\n";
    expect(
      await everything({ units: damaged, data: "单位,材料\n甲,90\n乙,80\n113401000030000101,70\n" }),
    ).toEqual(["code-damaged units.csv:2:0"]);
  });

  it("are told of in a register of which they have become alike", async () => {
    const alike = "单位代码,单位名称,称号\n113401000030000000,甲,\n113401000030000000,乙,\n";
    expect(await everything({ units: alike, data: "单位,材料\n甲,90\n乙,80\n" })).toEqual([
      "code-damaged units.csv:3:0",
    ]);
  });

  it("are told of in earlier years and in decisions", async () => {
    const history = `${years}2022,case,1.13401E+17,甲,90,1,2,保留,\n2022,case,1.13401E+17,乙,80,2,2,保留,\n`;
    expect(await everything({ units, history })).toEqual(["code-damaged history.csv:2:2"]);
    const overrides =
      "单位代码,字段,原值,新值,理由,决定人,日期\n1.13401E+17,结果,保留,撤销,复核,张三,2023-12-01\n";
    expect(await everything({ units, overrides })).toEqual(["code-damaged overrides.csv:2:0"]);
  });

  it("are no codes that end in zeros by right", async () => {
    // The last digit is the check digit of the others.
    const whole = "111111111100005000";
    expect(await everything({ units, data: `单位代码,材料\n${whole},90\n` })).toEqual([
      "unit-unknown data.csv:2:0",
    ]);
  });
});

describe("only the cause is told", () => {
  it("where there is no column for the category, not that each unit has none", async () => {
    const rubric = `units: { categories: [机关, 企业] }\n${indicators}`;
    expect(told(await findingsOf({ rubric, units: "单位,组别\n甲,一\n乙,一\n" }))).toEqual([
      "category-blank units.csv:1:0",
    ]);
    expect(told(await findingsOf({ rubric, units: "单位,类别\n甲,机关\n乙,\n" }))).toEqual([
      "category-blank units.csv:3:1",
    ]);
  });

  it("where categories are the groups, a category without a group, listed or not", async () => {
    const groups = "ranking: { group-by: category, groups: [机关, 企业] }\n";
    for (const units of ["", "units: { categories: [机关, 企业, 学校] }\n"])
      expect(
        told(
          await findingsOf({
            rubric: `${units}${groups}${indicators}`,
            units: "单位,类别\n甲,机关\n乙,学校\n",
          }),
        ),
      ).toEqual(["value-not-in-list units.csv:3:1"]);
  });

  it("where a status is no word for one, not that it is active", async () => {
    expect(told(await findingsOf({ units: "单位,称号,状态,并入\n甲,,被并掉,乙\n乙,,,\n" }))).toEqual([
      "value-not-in-list units.csv:2:2",
    ]);
  });

  test.each([
    ["", "file-empty"],
    ["单位,材料\n", "file-heading-only"],
    ["单位,材科\n甲,90\n", "heading-unknown"],
    ['单位,材料\n甲,"90\n', "quote-not-closed"],
  ])("where a data file cannot be read, not that units are missing: %j", async (data, expected) => {
    const all = await findingsOf({ units: "单位,称号\n甲,\n乙,\n", data }, true);
    expect(all.map(({ code }) => code)).toEqual([expected]);
    const whole = await findingsOf({ units: "单位,称号\n甲,\n乙,\n", data: "单位,材料\n甲,90\n" }, true);
    expect(told(whole)).toEqual(["unit-without-data units.csv:3:0"]);
  });
});

describe("an unknown heading of data", () => {
  const hintsOf = async (headings: string): Promise<string[]> =>
    (await findingsOf({ data: `单位,${headings}\n甲,1\n`, rubric: indicators }))
      .filter(({ code }) => code === "heading-unknown")
      .map(({ hint }) => hint?.zh ?? "");

  test.each([
    ["结果", "--history"],
    ["名次", "--history"],
    ["总分", "--history"],
    ["禁止申报至", "--units"],
    ["得分", "“指标”列"],
    ["指标", "“值”列"],
    ["材科", "是否想写“材料”？"],
    ["填表人", "可用的有"],
  ])("%s is told with what it would be", async (heading, expected) => {
    const hints = await hintsOf(heading);
    expect(hints).toEqual([expect.stringContaining(expected)]);
    expect(hints[0]).not.toContain(`是否想写“${heading}”`);
  });
});

it("items that are missing are told in the order of the rubric, wherever they stand", async () => {
  const rubric = rubricOf(
    "indicators:\n  - { id: z, name: 走访, points: 50, rule: marks }\n  - { id: a, name: 会议, points: 50, rule: marks }\n",
  );
  const io = exampleIo(
    {
      files: { "r.yaml": rubric, "d.csv": "单位,走访,会议\n甲,1,1\n", "u.csv": "单位\n甲\n乙\n" },
      command: "",
    },
    recordingIo(),
    "zh-CN",
  );
  await main("score r.yaml d.csv --units u.csv --lang zh-CN".split(" "), io);
  const err = io.written("err");
  expect(err.match(/“乙”缺“(.+?)”/u)?.[1]).toBe("走访");
  expect(err).toContain("这一行还有 1 项也是这样：会议");
});

it("a term is printed in the language of the reader", async () => {
  const term = async (written: string, language: string): Promise<string | undefined> => {
    const rubric = rubricOf(honours.replaceAll("3 years", written));
    const io = exampleIo({ files: { "r.yaml": rubric }, command: "" }, recordingIo(), "zh-CN");
    await main(`check r.yaml --print --lang ${language}`.split(" "), io);
    return /县文明单位: (.*)/u.exec(io.written("out"))?.[1];
  };
  expect(await term("3 years", "zh-CN")).toBe("有效期 3 年，没有单位能得到");
  expect(await term("18 months", "zh-CN")).toContain("有效期 18 个月");
  expect(await term("3 years", "en")).toContain("term 3 years");
});
