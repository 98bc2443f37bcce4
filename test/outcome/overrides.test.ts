import { describe, expect, it, test } from "vitest";
import { formatDay } from "../../src/base/date.ts";
import { outcomesMeant, wordFor } from "../../src/rubric/outcome-names.ts";
import { assessText, planText, rubricOf } from "../support/assess-text.ts";
import { run } from "../support/recording-io.ts";

const rubric = rubricOf(`
titles:
  - { name: 文明单位, term: 3 years }
indicators:
  - { id: docs, name: 材料, points: 100, rule: marks }
outcomes:
  - { name: 撤销, no: 一, when: { score: total, below: 50 }, effect: { takes: any, bans: 2 years } }
  - { name: 警告, no: 二, when: { score: total, below: 60 }, effect: { bans: 1 year } }
  - { name: 警告, no: 三, when: { score: total, below: 80 }, effect: { rectify: 6 months } }
  - { name: 表扬, no: 四, when: { score: total, at-least: 90 }, quota: { most: 1, tie: refer, refer: 研究 } }
  - { name: 保留, no: 五, when: { score: total, at-least: 85 } }
  - { name: 保留, no: 六, otherwise: yes }
`);
const units =
  "单位代码,单位名称,称号\nA1,东街社区,文明单位\nA2,西街社区,文明单位\nA3,南街社区,文明单位\nA4,北街社区,\n";
const data = "单位,材料\nA1,95\nA2,92\nA3,55\nA4,45\n";
const heading = "unit,field,old,new,reason,by,date\n";

const over = (rows: string, asOf = "2022-12-31", more = data) =>
  assessText(rubric, more, units, { overrides: heading + rows, asOf });

/** Code, line and field of each finding about the overrides. */
const told = async (rows: string): Promise<string[]> =>
  (await over(rows)).findings.flatMap(({ code, file, cell }) =>
    file === "overrides.csv" ? [`${code} ${cell?.line}:${cell?.field}`] : [],
  );

describe("an outcome that was changed by hand", () => {
  it("stands beside the computed one, and has the effect of its own rule", async () => {
    const { assessment, codes } = await over("A4,outcome,撤销,保留,why,who,2022-12-30\n");
    expect(codes).toEqual([]);
    const result = assessment?.results.find(({ score }) => score.unit.key === "A4");
    expect(result?.outcome).toBe("保留");
    expect(result?.computed).toBe("撤销");
    expect(result?.clause).toBe("五");
    expect(result?.override && { ...result.override, date: formatDay(result.override.date) }).toEqual({
      reason: "why",
      by: "who",
      date: "2022-12-30",
    });
    expect(result?.reasons.map(({ clause }) => clause)).toEqual(["一"]);
    expect(result?.after.bannedUntil).toBeUndefined();
  });

  it("leaves everybody else alone, also within a quota", async () => {
    const plain = await assessText(rubric, data, units, { asOf: "2022-12-31" });
    const changed = await over("东街社区,结果,表扬,撤销,why,who,2022-12-30\n");
    const others = ({ assessment }: typeof plain) =>
      assessment?.results
        .filter(({ score }) => score.unit.key !== "A1")
        .map(({ rank, outcome, after, clause }) => ({ rank, outcome, after, clause }));
    expect(others(changed)).toEqual(others(plain));
    const [first] = changed.assessment?.results ?? [];
    expect([first?.rank, first?.outcome, first?.after.titles]).toEqual([1, "撤销", []]);
    expect(first?.after.bannedUntil).toBe(20241231);
  });

  test.each([
    ["二", undefined],
    ["三", 20230630],
  ])("may name rule %s, where rules of one name differ", async (rule, rectifyBy) => {
    const { assessment, codes } = await over(`A1,结果,表扬,${rule},why,who,2022-12-30\n`);
    expect(codes).toEqual([]);
    const [first] = assessment?.results ?? [];
    expect([first?.outcome, first?.clause, first?.after.rectifyBy]).toEqual(["警告", rule, rectifyBy]);
  });

  it("may name a rule by its place, where several have one number", async () => {
    const rubric = planText(
      rubricOf(`
titles: [{ name: 文明单位 }]
indicators: [{ id: docs, name: 成绩, points: 100, rule: marks }]
outcomes:
  - { name: 撤销, no: 第三条, when: { score: total, below: 20 }, effect: { takes: any } }
  - { name: 撤销, no: 第三条, when: { score: total, below: 40 }, effect: { takes: any, bans: 1 year } }
  - { name: 保留, otherwise: yes }
`),
    ).plan;
    if (rubric === undefined) throw new Error("the rubric does not compile");
    const meant = (written: string) => outcomesMeant(rubric, written).map(({ rule }) => rule);
    expect(["撤销", "第三条", "#1", "#2", "#4", "#x"].map(meant)).toEqual([[0, 1], [0, 1], [0], [1], [], []]);
    expect(outcomesMeant(rubric, "撤销").map((one) => wordFor(rubric, one))).toEqual(["#1", "#2"]);
    expect(outcomesMeant(rubric, "3").map((one) => wordFor(rubric, one))).toEqual(["3"]);
  });

  it("may give another rule of the same name, if its effect is another one", async () => {
    const { assessment, codes } = await over("A3,结果,警告,三,why,who,2022-12-30\n");
    expect(codes).toEqual([]);
    const result = assessment?.results.find(({ score }) => score.unit.key === "A3");
    expect([result?.outcome, result?.computed, result?.after.rectifyBy]).toEqual(["警告", "警告", 20230630]);
    expect(result?.after.bannedUntil).toBeUndefined();
  });

  it("may be one that ties are referred to: it has no effect yet", async () => {
    const { assessment, codes } = await over("A4,结果,撤销,研究,why,who,2022-12-30\n");
    expect(codes).toEqual([]);
    const result = assessment?.results.find(({ score }) => score.unit.key === "A4");
    expect([result?.outcome, result?.clause, result?.after]).toEqual(["研究", undefined, result?.before]);
  });
});

describe("what is wrong with it", () => {
  const row = (cells: Partial<Record<string, string>>): string => {
    const sound = { unit: "A1", field: "结果", old: "表扬", new: "保留", reason: "why", by: "who" };
    return `${Object.values({ ...sound, date: "2022-12-30", ...cells }).join(",")}\n`;
  };

  test.each([
    [row({}), []],
    [row({ unit: "A9" }), ["unit-unknown 2:0"]],
    [row({ unit: "" }), ["unit-blank 2:0"]],
    [row({ field: "名次" }), ["override-field 2:1"]],
    [row({ field: "" }), ["override-field 2:1"]],
    [row({ new: "保畄" }), ["override-outcome 2:3"]],
    [row({ new: "" }), ["override-outcome 2:3"]],
    [row({ new: "警告" }), ["override-ambiguous 2:3"]],
    [row({ old: "表杨" }), ["override-outcome 2:2"]],
    [row({ old: "保留", new: "撤销" }), ["override-stale 2:2"]],
    [row({ old: "" }), ["override-stale 2:2"]],
    [row({ new: "表扬" }), ["override-same 2:3"]],
    [row({ new: "四" }), ["override-same 2:3"]],
    [row({ reason: "" }), ["override-incomplete 2:4"]],
    [row({ by: "" }), ["override-incomplete 2:5"]],
    [row({ date: "" }), ["override-incomplete 2:6"]],
    [row({ date: "2022-12" }), ["value-not-date 2:6"]],
    [row({ date: "2022-02-30" }), ["value-not-date 2:6"]],
    [row({ date: "2023-01-05" }), ["override-later 2:6"]],
    [row({}) + row({ unit: "东街社区" }), ["override-twice 3:0"]],
    ["A1,结果,表扬,保留,why,who\n", ["row-ragged 2:5"]],
    [
      row({ unit: "东街社", field: "分", reason: "", date: "x" }),
      ["unit-unknown 2:0", "override-field 2:1", "value-not-date 2:6", "override-incomplete 2:4"],
    ],
  ])("%s: %s", async (rows, expected) => {
    expect(await told(rows)).toEqual(expected);
  });

  it("names the near unit and outcome, and what is computed now", async () => {
    const hint = async (rows: string) => (await over(rows)).findings[0]?.hint?.en;
    expect(await hint(row({ unit: "东街社" }))).toContain("东街社区");
    expect(await hint(row({ new: "撤消" }))).toContain("撤销");
    const { findings } = await over(row({ old: "保留", new: "撤销" }));
    expect(findings[0]?.message.en).toContain('is now "表扬", not "保留"');
    expect(findings[0]?.message.zh).toContain("“表扬”");
  });

  test.each([
    ["单位,字段,原值,新值,理由,日期\n", ["heading-missing 1:0"]],
    ["单位,字段,原值,新值,理由,决定人,日期,名次\n", ["heading-unknown 1:7"]],
    [
      "单位代码,单位名称,字段,原值,新值,理由,决定人/机关,日期,备注\nA1,东街社区,结果,表扬,保留,a,b,2022-12-30,\n",
      [],
    ],
    ["单位,字段,原值,原结果,新值,理由,决定人,日期\n", ["heading-same-meaning 1:3"]],
    ["", ["file-empty undefined:undefined"]],
  ])("%s", async (overrides, expected) => {
    const { findings } = await assessText(rubric, data, units, { overrides, asOf: "2022-12-31" });
    expect(findings.map(({ code, cell }) => `${code} ${cell?.line}:${cell?.field}`)).toEqual(expected);
  });

  it("is told by check, too, which needs data for it", async () => {
    const base = "fixtures/overrides";
    const data = ["--data", `${base}/data.csv`, "--units", `${base}/units.csv`, "--as-of", "2022-12-31"];
    const changed = ["--overrides", `${base}/overrides.csv`, "--lang", "en"];
    const sound = await run(["check", `${base}/rubric.yaml`, ...data, ...changed]);
    expect([sound.code, sound.stdout]).toEqual([0, ""]);
    const idle = await run(["check", `${base}/rubric.yaml`, ...changed]);
    expect([idle.code, idle.stdout]).toEqual([2, expect.stringContaining("[data-missing]")]);
    const missing = await run([
      "score",
      `${base}/rubric.yaml`,
      `${base}/data.csv`,
      "--overrides",
      "none.csv",
    ]);
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("[file-missing]")]);
  });

  it("is never written over", async () => {
    const base = "fixtures/overrides";
    const { code, stderr } = await run([
      ...["score", `${base}/rubric.yaml`, `${base}/data.csv`, "--units", `${base}/units.csv`],
      ...["--as-of", "2022-12-31", "--overrides", `${base}/overrides.csv`, "-o", `${base}/overrides.csv`],
    ]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("[output-is-input]")]);
  });
});
