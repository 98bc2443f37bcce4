import { describe, expect, it, test } from "vitest";
import { assessText, formatExact, rubricOf } from "../support/assess-text.ts";

/** Codes and messages of what is found, without what the register would say. */
async function foundIn(body: string, data: string, register?: string): Promise<string[]> {
  const { findings } = await assessText(rubricOf(body), data, register);
  return findings.map(({ code, message }) => `${code}: ${message.zh}`);
}

async function scoreOf(body: string, data: string): Promise<string> {
  const { assessment } = await assessText(rubricOf(body), data);
  const [result] = assessment?.results ?? [];
  return result === undefined ? "none" : formatExact(result.score.total);
}

describe("what is missing has a name", () => {
  const clauses = `indicators:
  - id: a
    name: 安排
    rule: clauses
    clauses: [{ text: 有计划, points: 3 }, { no: 乙, text: 有总结, points: 3 }]
`;
  it("is the clause, whether or not the others are there", async () => {
    expect(await foundIn(clauses, "单位,a.1,a.2\n甲,是,\n")).toEqual([
      "value-missing: “甲”缺“安排（乙）”，按 0 分（未达到、未发生）计",
    ]);
    expect(await foundIn(clauses, "单位,a.1,a.2\n甲,,\n")).toEqual([
      "value-missing: “甲”缺“安排（1）”，按 0 分（未达到、未发生）计",
      "value-missing: “甲”缺“安排（乙）”，按 0 分（未达到、未发生）计",
    ]);
  });
  it("is the input, where a condition looks at several", async () => {
    const threshold = `inputs:
  times: { name: 次数, type: count }
  hours: { name: 小时 }
indicators:
  - id: a
    name: 志愿
    points: 4
    rule: threshold
    when: { all: [{ input: times, at-least: 6 }, { input: hours, at-least: 12 }] }
`;
    expect(await foundIn(threshold, "单位,次数,小时\n甲,6,\n")).toEqual([
      "value-missing: “甲”缺“小时（志愿）”，按 0 分（未达到、未发生）计",
    ]);
  });
});

describe("a trimmed mean of too few", () => {
  const jury = `inputs:
  v: { name: 均分, assessors: trimmed-mean, sites: mean }
indicators:
  - { id: a, name: 甲项, points: 10, rule: marks, input: v }
`;
  it("says how many marks there are, where, and how many cells are blank", async () => {
    const rows = [..."一二三"].map((who) => `甲,${who},东口,9`);
    const data = `单位,测评员,点位,均分\n${rows.join("\n")}\n甲,一,西口,8\n甲,二,西口,\n甲,三,西口,\n`;
    expect((await foundIn(jury, data)).filter((found) => found.startsWith("few-assessors"))).toEqual([
      "few-assessors: “甲”的“均分”（西口）只有 1 个分数（另有 2 个空着），没有去掉最高和最低，取了平均",
    ]);
  });
  it("does not count blanks of other sites", async () => {
    const rows = [..."一二三四"].map((who, index) => `甲,${who},东口,${index === 0 ? "" : "9"}`);
    const data = `单位,测评员,点位,均分\n${rows.join("\n")}\n甲,一,西口,8\n甲,二,西口,7\n`;
    expect((await foundIn(jury, data)).filter((found) => found.startsWith("few-assessors"))).toEqual([
      "few-assessors: “甲”的“均分”（西口）只有 2 个分数，没有去掉最高和最低，取了平均",
    ]);
  });
});

test("a unit whose only value is wrong is not told to have no data besides", async () => {
  const one = "indicators:\n  - { id: a, name: 甲项, points: 10, rule: marks }\n";
  const register = "name\n甲\n乙\n";
  const found = await foundIn(one, "单位,a\n甲,11\n", register);
  expect(found.map((text) => text.split(":")[0])).toEqual(["value-above-maximum", "unit-without-data"]);
  expect(found[1]).toContain("“乙”");
});

test("a survey that blank sheets take below nothing says so, and how to say that it stops at 0", async () => {
  const survey = (input: string): string => `inputs:
  v: { name: 问卷, sheets: { blank-takes: 0.5 } }
  w: { name: 到 0 为止, greatest: [v, 0] }
indicators:
  - { id: a, name: 甲项, points: 10, rule: marks, input: ${input} }
`;
  const data = "单位,问卷\n甲,1\n甲,\n甲,\n甲,\n";
  const { findings } = await assessText(rubricOf(survey("v")), data);
  expect(findings).toMatchObject([
    { code: "survey-below", severity: "error", file: "data.csv", cell: { line: 2, field: 1 } },
  ]);
  expect(findings[0]?.message.zh).toBe("“甲”的“问卷”扣去空白问卷以后是 -0.5，低于 0，计不出分");
  expect(findings[0]?.hint?.zh).toContain("{ greatest: [问卷, 0] }");
  expect(await foundIn(survey("w"), data)).toEqual([]);
  expect(await scoreOf(survey("w"), data)).toBe("0");
});

describe("months that do not apply are not due", () => {
  const rubric = (table: string, more = ""): string => `indicators:
  - { id: m, name: 每月主题, points: 12, rule: k-of-n, per: period, of: 4, table: ${table}${more} }
  - { id: b, name: 其余, points: 8, rule: marks }
`;
  const months = (words: readonly string[]): string =>
    `单位,月份,m,b\n${words.map((word, index) => `甲,${index + 1}月,${word},${index === 0 ? 8 : ""}\n`).join("")}`;
  const counts = "{ 4: 12, 3: 8, 2: 4 }";
  const shares = "{ 100%: 12, 75%: 8, 50%: 4 }";

  test.each([
    ["all that apply", ["是", "是", "是", "不适用"], "20"],
    ["two of three are 8/3 of four", ["是", "是", "否", "不适用"], "12"],
    ["one of two is two of four", ["是", "否", "不适用", "不适用"], "12"],
    ["none of them", ["否", "否", "否", "不适用"], "8"],
    ["as ever, where all apply", ["是", "是", "是", "否"], "16"],
  ])("%s: the same by number and by share", async (_, words, total) => {
    expect(await scoreOf(rubric(counts), months(words))).toBe(total);
    expect(await scoreOf(rubric(shares), months(words))).toBe(total);
    expect(await foundIn(rubric(counts), months(words))).toEqual([]);
  });

  it("does not apply where none of them does: the rest of the group takes its points", async () => {
    const none = months(["不适用", "不适用", "不适用", "不适用"]);
    expect(await scoreOf(rubric(counts), none)).toBe("20");
    expect(await foundIn(rubric(counts), none)).toEqual([]);
  });

  it("is told where one does not apply and the others are blank", async () => {
    for (const words of [["不适用", "", "", ""], ["", "不适用", "", ""], ["不适用"]]) {
      expect(await foundIn(rubric(counts), months(words)), words.join()).toEqual([
        "value-missing: “甲”的“每月主题”应有 4 个，只报了 1 个，其余按未达到计",
      ]);
      expect(await scoreOf(rubric(counts), months(words))).toBe("8");
    }
    const blank = months(["不适用", "", "", ""]);
    expect(await scoreOf(rubric(counts, ", missing: full"), blank)).toBe("20");
    expect(await scoreOf(rubric(counts, ", missing: zero"), blank)).toBe("8");
    expect(await foundIn(rubric(counts, ", missing: zero"), blank)).toEqual([]);
    // Blank ones that the rubric takes for not applicable leave nothing that applies.
    expect(await scoreOf(rubric(counts, ", missing: not-applicable"), blank)).toBe("20");
    const some = months(["是", "", "不适用", "否"]);
    expect(await scoreOf(rubric(counts, ", missing: not-applicable"), some)).toBe("12");
  });
});

describe("one value that does not apply is no word on the others", () => {
  const rubric = (keys: string): string => `inputs:
  v: { name: 成绩, ${keys} }
indicators:
  - { id: a, name: 甲项, points: 10, rule: marks, input: v }
  - { id: b, name: 乙项, points: 10, rule: marks }
`;
  const data = (words: readonly string[]): string =>
    `单位,测评员,成绩,b\n${words.map((word, index) => `甲,${index + 1},${word},${index === 0 ? 5 : ""}\n`).join("")}`;
  test.each([
    ["first", ["不适用", "", ""]],
    ["last", ["", "", "不适用"]],
  ])("%s", async (_, words) => {
    const found = await foundIn(rubric("assessors: mean"), data(words));
    expect(found).toEqual(["value-missing: “甲”缺“甲项”，按 0 分（未达到、未发生）计"]);
    expect(await scoreOf(rubric("assessors: mean"), data(words))).toBe("5");
  });
  it("does not apply where all say so", async () => {
    const all = data(["不适用", "不适用", "不适用"]);
    expect(await foundIn(rubric("assessors: mean"), all)).toEqual([]);
    expect(await scoreOf(rubric("assessors: mean"), all)).toBe("10");
  });
});

test("points that do not add up for a kind of unit are told at a unit of that kind", async () => {
  const body = `indicators:
  - id: g
    name: 组
    points: 10
    indicators:
      - { id: a, name: 甲项, points: 4, rule: marks }
      - { id: b, name: 乙项, rule: marks, points: [{ when: { category: 企业 }, value: 8 }, { otherwise: 6 }] }
`;
  const { findings } = await assessText(rubricOf(body), "单位,类别,a,b\n东街,机关,4,6\n西街,企业,4,6\n");
  expect(findings.map(({ code, file, cell }) => [code, file, cell])).toEqual([
    ["points-disagree", "data.csv", { line: 3, field: 0 }],
  ]);
});

describe("keys without a meaning are told where they stand", () => {
  const line = (rule: string, more = ""): string =>
    `indicators:\n  - { id: a, name: 甲项, points: 4, ${rule} }\n${more}`;
  test.each([
    [
      "of beside clauses",
      line("rule: k-of-n, clauses: [一, 二], of: 5, table: { 2: 4 }"),
      "clauses-or-count",
      "5, table",
    ],
    [
      "per beside clauses",
      line("rule: k-of-n, clauses: [一, 二], per: site, table: { 2: 4 }"),
      "clauses-or-count",
      "site",
    ],
    [
      "repeated from the first on",
      line("rule: events, event: 通报, each: 1, repeat: { per: unit, from: 1, factor: 2 }"),
      "repeat-from",
      "1, factor",
    ],
  ])("%s", async (_, body, code, place) => {
    const { findings } = await assessText(rubricOf(body), "单位\n甲\n");
    const own = findings.filter((finding) => finding.code === code);
    const column = (body.split("\n")[1] ?? "").indexOf(place);
    expect(own.map(({ span }) => span?.start)).toEqual([{ line: 6, column: column + 1 }]);
  });
  it("is no more than thirty decimal places", async () => {
    const places = (count: number): string => line("rule: marks", `rounding: { places: ${count} }\n`);
    expect((await foundIn(places(31), "单位,a\n甲,4\n"))[0]).toContain("保留 31 位小数太多，最多 30 位");
    expect(await foundIn(places(30), "单位,a\n甲,4\n")).toEqual([]);
  });
});
