import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDay } from "../../src/base/date.ts";
import { assessText } from "../support/assess-text.ts";

const head = 'ceping: 1\nid: years\ntitle: 年度评定\nversion: "1"\n';
const marks = "indicators: [{ id: score, name: 成绩, points: 100, rule: marks }]\n";
const options = { asOf: "2022-12-31" };

const register = (heading: string, ...rows: string[]): string => [heading, ...rows, ""].join("\n");
const scores = (points: Readonly<Record<string, number>>): string =>
  ["单位,成绩", ...Object.entries(points).map(([name, score]) => `${name},${score}`), ""].join("\n");

const historyHeading = "年度,测评体系,单位名称,组别,总分,精确总分,名次,组内单位数,结果\n";
const earlier = (...rows: string[]): string => historyHeading + rows.map((row) => `${row}\n`).join("");

async function decided(
  rubric: string,
  data: string,
  units?: string,
  history?: string,
): Promise<{ readonly outcomes: Record<string, string>; readonly codes: readonly string[] }> {
  const more = history === undefined ? options : { ...options, history };
  const { assessment, codes } = await assessText(head + rubric, data, units, more);
  const results = assessment?.results ?? [];
  return {
    outcomes: Object.fromEntries(results.map(({ score, outcome }) => [score.unit.name, outcome ?? "—"])),
    codes,
  };
}

const quota = (words: string, more = ""): string => `${marks}${more}outcomes:
  - { name: 授予, when: { score: total, at-least: 60 }, quota: { ${words} } }
  - { name: 落选, otherwise: yes }
`;
const five = scores({ 甲: 90, 乙: 80, 丙: 80, 丁: 70, 戊: 50 });

describe("a quota cuts the ranked list of those whom the rule fits", () => {
  test.each([
    ["most: 1, tie: none", ["甲"]],
    ["most: 2, tie: none", ["甲"]],
    ["most: 2, tie: all", ["甲", "乙", "丙"]],
    ["most: 3, tie: none", ["甲", "乙", "丙"]],
    ["most: 5, tie: none", ["甲", "乙", "丙", "丁"]],
    ["most: 0, tie: none", []],
    ["most: 1, from: worst, tie: none", ["丁"]],
    ["share: 50%, of: eligible, tie: all", ["甲", "乙", "丙"]],
    ["share: 30%, of: group, tie: none", ["甲"]],
    ["share: 30%, of: group, round: up, tie: all", ["甲", "乙", "丙"]],
    ["share: 75%, of: { score: total, at-least: 70 }, tie: none", ["甲", "乙", "丙"]],
    ["share: 50%, of: group, round: half-up, tie: none", ["甲", "乙", "丙"]],
  ])("%s", async (words, awarded) => {
    const { outcomes, codes } = await decided(quota(words), five);
    expect(codes).toEqual([]);
    expect(Object.keys(outcomes).filter((name) => outcomes[name] === "授予")).toEqual(awarded);
  });

  test("a tie on the last place may be referred", async () => {
    const { outcomes } = await decided(quota("most: 2, tie: refer, refer: 提请研究"), five);
    expect(outcomes).toEqual({ 甲: "授予", 乙: "提请研究", 丙: "提请研究", 丁: "落选", 戊: "落选" });
  });

  test("or parted by a tie-break of the quota", async () => {
    const rubric = `inputs: { visits: { name: 走访, type: count } }\n${quota(
      "most: 2, tie-break: [{ input: visits }], tie: none",
    )}`;
    const data = "单位,成绩,走访\n甲,90,1\n乙,80,2\n丙,80,3\n丁,70,9\n";
    const { outcomes } = await decided(rubric, data);
    expect(outcomes).toEqual({ 甲: "授予", 乙: "落选", 丙: "授予", 丁: "落选" });
  });

  test("each group has places of its own, or all share them", async () => {
    const data = "单位,组别,成绩\n甲,机关,90\n乙,机关,85\n丙,企业,70\n";
    const apart = await decided(quota("most: 1, tie: none"), data);
    expect(apart.outcomes).toEqual({ 甲: "授予", 乙: "落选", 丙: "授予" });
    const together = await decided(quota("most: 2, per: all, tie: none"), data);
    expect(together.outcomes).toEqual({ 甲: "授予", 乙: "授予", 丙: "落选" });
  });

  test("whoever an earlier rule has decided takes no place", async () => {
    const rubric = `${marks}vetoes: { missing: no, list: [{ id: fraud, name: 弄虚作假 }] }
outcomes:
  - { name: 取消, when: { veto: any } }
  - { name: 授予, when: { score: total, at-least: 60 }, quota: { most: 1, tie: none } }
  - { name: 落选, otherwise: yes }
`;
    const { outcomes } = await decided(rubric, "单位,成绩,弄虚作假\n甲,90,是\n乙,80,\n丙,70,\n");
    expect(outcomes).toEqual({ 甲: "取消", 乙: "授予", 丙: "落选" });
  });

  test("one larger than its group is an error", async () => {
    expect((await decided(quota("most: 6, tie: none"), five)).codes).toEqual(["quota-above"]);
  });

  test("a share that comes to no place is told of where somebody fits", async () => {
    expect((await decided(quota("share: 10%, of: group, tie: none"), five)).codes).toEqual(["quota-empty"]);
    expect((await decided(quota("share: 10%, of: group, round: up, tie: none"), five)).codes).toEqual([]);
    expect((await decided(quota("share: 0%, of: group, tie: none"), five)).codes).toEqual([]);
    expect((await decided(quota("share: 10%, of: group, tie: none"), scores({ 甲: 50 }))).codes).toEqual([]);
  });

  test("one number for all groups may be more than the smallest has units, and is then told of", async () => {
    const groups = "单位,组别,成绩\n甲,一,90\n乙,一,80\n丙,二,70\n";
    const { outcomes, codes } = await decided(quota("most: 2, tie: none"), groups);
    expect(codes).toEqual(["quota-ample"]);
    expect(outcomes).toEqual({ 甲: "授予", 乙: "授予", 丙: "授予" });
    expect((await decided(quota("most: 3, tie: none"), groups)).codes).toContain("quota-above");
    const own = "most: [{ when: { column: group, is: 一 }, value: 1 }, { otherwise: 2 }], tie: none";
    expect((await decided(quota(own), groups)).codes).toEqual(["quota-above"]);
  });

  test("never more than its places, and nobody is passed over by somebody behind", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 12 }),
        fc.nat({ max: 12 }),
        async (points, most) => {
          const size = Math.min(most, points.length);
          const data = scores(Object.fromEntries(points.map((score, index) => [`u${index}`, score + 55])));
          const { outcomes } = await decided(quota(`most: ${size}, tie: none`), data);
          const awarded = points.filter((_, index) => outcomes[`u${index}`] === "授予");
          const others = points.filter(
            (score, index) => score + 55 >= 60 && outcomes[`u${index}`] !== "授予",
          );
          expect(awarded.length).toBeLessThanOrEqual(size);
          expect(awarded.every((score) => others.every((other) => score > other))).toBe(true);
          // A place is left open only where a tie leaves no choice.
          if (awarded.length < size)
            expect(
              others.length === 0 ||
                awarded.length + others.filter((score) => score === Math.max(...others)).length > size,
            ).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("conditions on titles, status and earlier years", () => {
  const titles = "titles: [{ name: 文明单位, term: 3 years }, { name: 标兵, term: 3 years }]\n";
  const held = async (when: string, row: string, history?: string): Promise<string | undefined> => {
    const rubric = `${titles}${marks}outcomes: [{ name: 是, when: ${when} }, { name: 否, otherwise: yes }]\n`;
    const columns = "单位名称,称号,授予日期,有效期至,状态,变更日期,并入,停牌至,禁止申报至,整改期限";
    const units = register(columns, `甲,${row}`, "乙,标兵,2021-12-31,,,,,,,");
    const { outcomes, codes } = await decided(rubric, scores({ 甲: 70, 乙: 90 }), units, history);
    expect(codes).toEqual([]);
    return outcomes["甲"];
  };

  test.each([
    ["{ title: 文明单位 }", "文明单位,2021-12-31,,,,,,,", "是"],
    ["{ title: 文明单位 }", "标兵,2021-12-31,,,,,,,", "否"],
    ["{ title: any }", "标兵,2021-12-31,,,,,,,", "是"],
    ["{ not: { title: any } }", ",,,,,,,,", "是"],
    ["{ term-ends: any }", "文明单位,2019-12-31,,,,,,,", "是"],
    ["{ term-ends: any }", "文明单位,2020-01-01,,,,,,,", "否"],
    ["{ term-ends: 标兵 }", "文明单位,2019-12-31,,,,,,,", "否"],
    ["{ status: merged }", ",,,并入,2022-12-31,乙,,,", "是"],
    ["{ status: merged }", ",,,并入,2023-01-01,乙,,,", "否"],
    ["{ status: [closed, split] }", ",,,注销,2022-03-01,,,,", "是"],
    ["{ standing: suspended }", ",,,,,,2022-12-31,,", "是"],
    ["{ standing: suspended }", ",,,,,,2022-12-30,,", "否"],
    ["{ standing: banned }", ",,,,,,,2023-06-30,", "是"],
    ["{ standing: rectifying }", ",,,,,,,,2023-01-01", "是"],
    ["{ standing: overdue }", ",,,,,,,,2022-12-30", "是"],
    ["{ standing: [banned, overdue] }", ",,,,,,,,2022-12-31", "否"],
  ])("%s of %s: %s", async (when, row, expected) => {
    expect(await held(when, row)).toBe(expected);
  });

  test("a unit that another one was merged into has taken over from it", async () => {
    const rubric = `${titles}${marks}outcomes:
  - { name: 终止, when: { status: merged } }
  - { name: 认定, when: { predecessor: 文明单位 } }
  - { name: 其他, otherwise: yes }
`;
    const units = register(
      "单位名称,称号,授予日期,状态,变更日期,并入",
      "甲,文明单位,2021-12-31,并入,2022-05-01,乙",
      "乙,,,,,",
      "丙,标兵,2021-12-31,并入,2022-05-01,丁",
      "丁,,,,,",
    );
    const data = scores({ 甲: 80, 乙: 80, 丙: 80, 丁: 80 });
    expect((await decided(rubric, data, units)).outcomes).toEqual({
      甲: "终止",
      乙: "认定",
      丙: "终止",
      丁: "其他",
    });
  });

  const past = earlier(
    "2019,years,甲,,59,59,3,3,警告",
    "2019,years,乙,,80,80,1,3,保留",
    "2019,years,丙,,70,70,2,3,保留",
    "2020,years,甲,,70,70,2,2,保留",
    "2020,years,乙,,80,80,1,2,保留",
    "2021,years,甲,,59.96,59.96,2,2,警告",
    "2021,years,乙,,80,80,1,2,保留",
  );
  const looked = async (condition: string): Promise<string | undefined> => {
    const rubric = `${marks}outcomes:
  - { name: 是, when: ${condition} }
  - { name: 警告, when: { score: total, below: 1 } }
  - { name: 保留, otherwise: yes }
`;
    const { outcomes } = await decided(rubric, scores({ 甲: 70, 乙: 90 }), undefined, past);
    return outcomes["甲"] === "是" ? "是" : "否";
  };

  test.each([
    ["{ earlier: outcome, is: 警告 }", "是"],
    ["{ earlier: outcome, is: 警告, last: 2, times: 2 }", "否"],
    ["{ earlier: outcome, is: 警告, last: 3, times: 2 }", "是"],
    ["{ earlier: outcome, is: [警告, 保留], last: 3, times: 3 }", "是"],
    ["{ earlier: outcome, is: 保留 }", "否"],
    ["{ earlier: total, below: 60 }", "是"],
    ["{ earlier: total, below: 60, last: 3, times: 3 }", "否"],
    ["{ earlier: rank, among-worst: 1 }", "是"],
    ["{ earlier: rank, among-worst: 1, last: 3, times: 3 }", "是"],
    ["{ earlier: rank, among-best: 1, last: 3 }", "否"],
    ["{ earlier: rank, among-best: 50%, last: 3 }", "否"],
    ["{ earlier: rank, among-worst: 50%, last: 2, times: 2 }", "是"],
  ])("%s: %s", async (condition, expected) => {
    expect(await looked(condition)).toBe(expected);
  });
});

describe("results over years (M32)", () => {
  const over = (result: string, line = "at-least: 91.5"): string =>
    `years: { results: [{ id: whole, name: 届期成绩, ${result} }] }\n${marks}outcomes:
  - { name: 命名, when: { result: whole, ${line} } }
  - { name: 不予命名, otherwise: yes }
`;
  const two = earlier("2020,years,甲,,80,80,1,1,不予命名", "2021,years,甲,,90,90,1,1,不予命名");

  test.each([
    ["weights: { 2: 15%, 1: 25%, 0: 60% }", "at-least: 91.5", "命名"],
    ["weights: { 2: 15%, 1: 25%, 0: 60% }", "above: 91.5", "不予命名"],
    ["weights: { 1: 40%, 0: 60% }", "equals: 93", "命名"],
    ["mean: 3", "equals: 88.33", "命名"],
  ])("80, 90, 95 at %s, %s: %s", async (result, line, expected) => {
    const { outcomes, codes } = await decided(over(result, line), scores({ 甲: 95 }), undefined, two);
    expect(codes).toEqual([]);
    expect(outcomes).toEqual({ 甲: expected });
  });

  test("a missing year is an error, or the others count in proportion", async () => {
    const one = earlier("2021,years,甲,,90,90,1,1,不予命名");
    const data = scores({ 甲: 95 });
    const weights = "weights: { 2: 15%, 1: 25%, 0: 60% }";
    expect((await decided(over(weights), data, undefined, one)).codes).toContain("earlier-missing");
    // (25% of 90 + 60% of 95) / 85% = 93.53
    const rubric = over(`${weights}, missing: renormalise`, "equals: 93.53");
    expect((await decided(rubric, data, undefined, one)).outcomes).toEqual({ 甲: "命名" });
  });

  test("places may go by it", async () => {
    const rubric = `years: { results: [{ id: whole, name: 届期成绩, mean: 2 }] }\n${marks}outcomes:
  - { name: 授予, when: { score: total, at-least: 0 }, quota: { most: 1, by: whole, tie: none } }
  - { name: 落选, otherwise: yes }
`;
    const history = earlier("2021,years,甲,,60,60,2,2,落选", "2021,years,乙,,95,95,1,2,授予");
    const { outcomes } = await decided(rubric, scores({ 甲: 90, 乙: 80 }), undefined, history);
    expect(outcomes).toEqual({ 甲: "落选", 乙: "授予" });
  });
});

test.each([
  ["exact", { 甲: "授予", 乙: "落选" }],
  ["rounded", { 甲: "落选", 乙: "落选" }],
])("places by a result over years see it as ranks do: %s", async (ranks, expected) => {
  const rubric = `rounding: { places: 0, lines: rounded, ranks: ${ranks} }
years: { results: [{ id: whole, name: 届期成绩, mean: 2 }] }
${marks}outcomes:
  - { name: 授予, when: { score: total, at-least: 0 }, quota: { most: 1, by: whole, tie: none } }
  - { name: 落选, otherwise: yes }
`;
  const history = earlier("2021,years,甲,,85,85.4,1,2,授予", "2021,years,乙,,85,85,2,2,落选");
  const { outcomes } = await decided(rubric, "单位,成绩\n甲,85.4\n乙,85\n", undefined, history);
  expect(outcomes).toEqual(expected);
});

describe("what a reason says", () => {
  const reason = async (rubric: string, units: string | undefined, history: string | undefined) => {
    const more = history === undefined ? options : { ...options, history };
    const { assessment, codes } = await assessText(head + rubric, scores({ 甲: 50 }), units, more);
    expect(codes.filter((code) => code !== "unit-without-data" && code !== "value-missing")).toEqual([]);
    return assessment?.results
      .find(({ score }) => score.unit.name === "甲")
      ?.reasons.map(({ text }) => text.zh);
  };
  const bad = "{ earlier: total, below: 80, last: 2, times: 2 }";

  test.each([
    [
      ["2021,years,甲,,70,70,1,1,不变", "2020,years,甲,,90,90,1,1,不变"],
      "前 2 年里不到 2 次总分低于 80（2021 年总分 70.00）",
    ],
    [["2021,years,甲,,90,90,1,1,不变", "2020,years,甲,,90,90,1,1,不变"], "前 2 年没有总分低于 80"],
  ])("of years that were not as often like that", async (rows, expected) => {
    const rubric = `${marks}outcomes: [{ name: 不变, when: { not: ${bad} } }, { name: 撤销, otherwise: yes }]\n`;
    expect(await reason(rubric, undefined, earlier(...rows))).toEqual([expected]);
  });

  test("of a total with more places than this year's", async () => {
    const rubric = `rounding: { places: 0 }\nyears: { continues: [old] }\n${marks}outcomes: [{ name: 撤销, when: { earlier: total, below: 80 } }, { name: 不变, otherwise: yes }]\n`;
    expect(await reason(rubric, undefined, earlier("2021,old,甲,,79.95,79.95,1,1,不变"))).toEqual([
      "2021 年总分 79.95",
    ]);
  });

  test("of units that were merged into it: each title that is asked for, once", async () => {
    const rubric = `titles: [{ name: 文明单位 }, { name: 标兵 }]
${marks}outcomes:
  - { name: 认定, when: { predecessor: 文明单位 } }
  - { name: 终止, otherwise: yes }
`;
    const units = register(
      "单位名称,称号,状态,并入",
      "甲,,,",
      "乙,文明单位、标兵,合并,甲",
      "丙,文明单位,合并,甲",
    );
    expect(await reason(rubric, units, undefined)).toEqual(["接续的单位持有文明单位"]);
  });
});

test("an outcome that the rubric has at another time only may stand in its history, and be asked for", async () => {
  const rubric = `${head}${marks}outcomes:
  - { name: 命名, when: { score: total, at-least: 80 }, valid: { to: 2021 } }
  - { name: 延续, when: { earlier: outcome, is: 命名 }, valid: { from: 2022 } }
  - { name: 授予, when: { score: total, at-least: 85 }, valid: { from: 2022 } }
  - { name: 不予, otherwise: yes }
`;
  const { assessment, codes } = await assessText(rubric, scores({ 甲: 80 }), undefined, {
    ...options,
    history: earlier("2021,years,甲,,85,85,1,1,命名"),
  });
  expect(codes).toEqual([]);
  expect(assessment?.results[0]?.outcome).toBe("延续");
});

describe("what follows from an outcome", () => {
  const titles = `titles:
  - { name: 文明单位, term: 2 years }
  - { name: 标兵, term: 2 years, requires: 文明单位, excludes: 文明单位 }
  - { name: 市级文明单位, granted-by: others }
`;
  const after = async (effect: string, row: string) => {
    const rubric = `${titles}${marks}outcomes: [{ name: 结果, effect: ${effect}, otherwise: yes }]\n`;
    const columns = "单位名称,称号,授予日期,停牌至,禁止申报至,整改期限";
    const { assessment, codes } = await assessText(
      head + rubric,
      scores({ 甲: 80 }),
      register(columns, `甲,${row}`),
      options,
    );
    const standing = assessment?.results[0]?.after;
    if (standing === undefined) return codes;
    const names = ["文明单位", "标兵", "市级文明单位"];
    const day = (until: number | undefined): string => (until === undefined ? "" : formatDay(until));
    return [
      ...standing.titles.map(({ title, since, expires }) =>
        [names[title], day(since), day(expires)].filter((word) => word !== "").join(" "),
      ),
      [standing.suspendedUntil, standing.bannedUntil, standing.rectifyBy].map(day).join("|"),
    ];
  };

  test.each([
    ["{ grants: 文明单位 }", ",,,,", ["文明单位 2022-12-31 2024-12-31", "||"]],
    ["{ takes: any, bans: 2 years }", "文明单位、市级文明单位,2020-12-31,,,", ["|2024-12-31|"]],
    ["{ takes: 文明单位 }", "文明单位、市级文明单位,2020-12-31,,,", ["市级文明单位 2020-12-31", "||"]],
    ["{ changes: { 文明单位: 标兵 } }", "文明单位,2020-12-31,,,", ["标兵 2022-12-31 2024-12-31", "||"]],
    ["{ changes: { 标兵: 文明单位 } }", "标兵,2020-12-31,,,", ["文明单位 2022-12-31 2024-12-31", "||"]],
    [
      "{ changes: { 文明单位: 标兵, 标兵: 市级文明单位 } }",
      "文明单位,2020-12-31,,,",
      ["标兵 2022-12-31 2024-12-31", "||"],
    ],
    ["{ changes: { 标兵: none } }", "标兵,2020-12-31,,,", ["||"]],
    ["{ renews: any }", "文明单位,2020-12-31,,,", ["文明单位 2020-12-31 2024-12-31", "||"]],
    ["{ renews: any }", "文明单位,2021-01-01,,,", ["文明单位 2021-01-01 2023-01-01", "||"]],
    ["{ renews: any }", "文明单位,,,,", ["文明单位 2024-12-31", "||"]],
    ["{ suspends: 1 year }", "文明单位,2021-12-31,,,", ["文明单位 2021-12-31 2023-12-31", "2023-12-31||"]],
    ["{ rectify: 6 months }", ",,,,", ["||2023-06-30"]],
    ["{ lifts: [suspension, ban] }", ",,2023-06-30,2024-06-30,", ["||"]],
    ["{ bans: 1 year }", ",,,2024-06-30,", ["|2024-06-30|"]],
    ["{ suspends: 1 year }", ",,2023-06-30,,", ["2023-12-31||"]],
    ["{ bans: 1 year, lifts: ban }", ",,,2024-06-30,", ["|2023-12-31|"]],
    ["{ renews: any }", ",,2023-06-30,2024-06-30,2022-06-30", ["2023-06-30|2024-06-30|"]],
    ["{ takes: 标兵 }", "文明单位,2020-12-31,,,2022-06-30", ["文明单位 2020-12-31 2022-12-31", "||"]],
    ["{ grants: 标兵 }", ",,,,", ["title-required"]],
    ["{ changes: { 市级文明单位: 标兵 } }", "市级文明单位,2021-12-31,,,", ["title-required"]],
    ["{ grants: 标兵 }", "文明单位,2021-12-31,,,", ["titles-exclusive"]],
  ])("%s of %s", async (effect, row, expected) => {
    expect(await after(effect, row)).toEqual(expected);
  });
});

test("a time to put things right ends with the next decision, whatever follows from it", async () => {
  const rubric = `titles: [{ name: 文明单位 }]\n${marks}outcomes: [{ name: 保留, otherwise: yes }]\n`;
  const units = register("单位名称,称号,整改期限", "甲,文明单位,2022-06-30");
  const { assessment } = await assessText(head + rubric, scores({ 甲: 80 }), units, options);
  expect(assessment?.results[0]).toMatchObject({
    before: { rectifyBy: 20220630 },
    after: { rectifyBy: undefined },
  });
});

describe("a decision that one thing alone has made", () => {
  const marked = async (rubric: string, data: string, events?: string) => {
    const { assessment, codes } = await assessText(head + rubric, data, undefined, {
      ...options,
      ...(events === undefined ? {} : { events }),
    });
    expect(codes).toEqual([]);
    return (assessment?.results ?? []).flatMap(({ score, outcome, marks: own = [] }) =>
      own.map(({ kind, otherwise, instead }) =>
        [
          score.unit.name,
          outcome,
          kind,
          otherwise,
          ...instead.map(({ unit, outcome: other }) => `${assessment?.evidence.units[unit]?.name} ${other}`),
        ].join(" "),
      ),
    );
  };

  test("by rounding", async () => {
    const rubric = `rounding: { places: 0 }\n${quota("most: 3, tie: none")}`;
    expect(await marked(rubric, scores({ 甲: 59.5, 乙: 59.4, 丙: 60 }))).toEqual(["甲 授予 rounding 落选"]);
  });

  test("by a tie-break", async () => {
    const rubric = `inputs: { visits: { name: 走访, type: count } }
ranking: { ties: [{ input: visits }] }
${quota("most: 1, tie: none")}`;
    const data = "单位,成绩,走访\n甲,90,1\n乙,90,2\n丙,80,3\n";
    expect(await marked(rubric, data)).toEqual(["乙 授予 tie-break 落选"]);
  });

  test("by a deduction, and whom it would have met instead", async () => {
    const rubric = `indicators:
  - { id: score, name: 成绩, points: 100, rule: marks }
  - { id: faults, name: 扣分, as: deduction, rule: events, event: 通报, each: 3 }
outcomes:
  - { name: 授予, when: { score: total, at-least: 60 }, quota: { most: 1, tie: none } }
  - { name: 落选, otherwise: yes }
`;
    const events = "单位,日期,事项\n甲,2022-05-01,通报\n丙,2022-05-01,通报\n";
    expect(await marked(rubric, scores({ 甲: 90, 乙: 89, 丙: 70 }), events)).toEqual([
      "甲 落选 deduction 授予 乙 落选",
    ]);
  });
});

test.each([
  ["rounded", "79.995", "保留"],
  ["exact", "79.995", "撤销"],
  ["exact", "80", "保留"],
])("with lines %s an earlier total of %s is seen as lines see it", async (lines, exact, expected) => {
  const rubric = `rounding: { lines: ${lines} }
${marks}outcomes:
  - { name: 撤销, when: { all: [{ score: total, below: 80 }, { earlier: total, below: 80 }] } }
  - { name: 保留, otherwise: yes }
`;
  const history = `年度,测评体系,单位名称,总分,精确总分,名次,组内单位数,结果\n2021,years,甲,80.00,${exact},1,1,保留\n`;
  expect(await decided(rubric, scores({ 甲: 70 }), undefined, history)).toEqual({
    outcomes: { 甲: expected },
    codes: [],
  });
});

describe("the rules that came near", () => {
  const near = async (rubric: string, data: string, name: string): Promise<readonly string[]> => {
    const { assessment } = await assessText(head + rubric, data, undefined, options);
    const result = assessment?.results.find(({ score }) => score.unit.name === name);
    return (result?.near?.() ?? []).map(({ clause, outcome, text }) => `${clause} ${outcome} ${text.zh}`);
  };
  const lines = `${marks}outcomes:
  - { name: 撤销, when: { score: total, below: 60 } }
  - { name: 授予, when: { all: [{ score: total, at-least: 85 }, { category: 机关 }] } }
  - { name: 保留, when: { score: total, at-least: 70 } }
  - { name: 批评, otherwise: yes }
`;
  const data = "单位,类别,成绩\n甲,机关,84.96\n乙,企业,90\n丙,机关,71\n丁,机关,59\n戊,机关,79\n";

  test.each([
    ["甲", ["2 授予 总分 84.96，不低于 85：差 0.04"]],
    ["乙", []],
    ["丙", ["4 批评 总分 71.00，不低于 70：差 1.00，否则适用"]],
    ["丁", ["4 批评 总分 59.00，低于 60：差 1.00，否则适用"]],
    ["戊", []],
  ])("of %s", async (name, expected) => {
    expect(await near(lines, data, name)).toEqual(expected);
  });

  test("with one figure on the other side the rule would really be taken", async () => {
    const years = `titles: [{ name: 文明单位 }]
${marks}outcomes:
  - { name: 撤销, when: { all: [{ title: any }, { score: total, below: 80 }, { earlier: total, below: 80 }] } }
  - { name: 黄牌, when: { all: [{ title: any }, { score: total, below: 80 }] } }
  - { name: 保留, when: { all: [{ title: any }, { score: total, at-least: 80 }] } }
  - { name: 不予授予, otherwise: yes }
`;
    const of = async (total: string, earlier: string): Promise<readonly string[]> => {
      const { assessment } = await assessText(
        head + years,
        scores({ 甲: Number(total) }),
        register("单位名称,称号", "甲,文明单位"),
        {
          ...options,
          history: `年度,测评体系,单位名称,总分,精确总分,名次,组内单位数,结果,现有称号\n2021,years,甲,${earlier},${earlier},1,1,保留,文明单位\n`,
        },
      );
      return (assessment?.results[0]?.near?.() ?? []).map(
        ({ clause, outcome, text }) => `${clause} ${outcome} ${text.zh}`,
      );
    };
    expect(await of("79.5", "79.99")).toEqual([
      "2 黄牌 2021 年总分 79.99：差 0.01，否则适用",
      "3 保留 总分 79.50，不低于 80：差 0.50",
    ]);
    expect(await of("80", "60")).toEqual(["1 撤销 总分 80.00，低于 80：差 0.00"]);
    expect(await of("81.9", "80")).toEqual(["2 黄牌 总分 81.90，低于 80：差 1.90"]);
    expect(await of("90", "60")).toEqual([]);
  });

  test("a place that was not there", async () => {
    expect(await near(quota("most: 2, tie: none"), five, "丁")).toEqual([
      "1 授予 符合，但 4 个单位中列第 4，名额只有 2 个",
    ]);
    // From the bottom only those come near who are close to the last place.
    const worst = quota("most: 1, from: worst, tie: none");
    expect(await near(worst, five, "丙")).toEqual(["1 授予 符合，但 4 个单位中列倒数第 2，名额只有 1 个"]);
    expect(await near(worst, five, "甲")).toEqual([]);
  });
});
