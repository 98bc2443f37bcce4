import { describe, expect, it, test } from "vitest";
import { formatDay, parseDay } from "../../src/base/date.ts";
import { formatFraction } from "../../src/base/rational.ts";
import { collect } from "../../src/evidence/collect.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import type { Finding } from "../../src/findings/finding.ts";
import type { Plan, TitlePlan } from "../../src/rubric/plan.ts";
import { planText, rubricOf, sourceOf } from "../support/assess-text.ts";

const title = (name: string, more: Partial<TitlePlan> = {}): TitlePlan => ({
  name,
  term: { months: 36, written: "3 years" },
  requires: [],
  excludes: [],
  external: false,
  origin: [],
  ...more,
});

const titles = [
  title("县文明单位"),
  title("市文明单位", { term: undefined }),
  title("全国文明单位", { external: true }),
];
const body =
  "indicators:\n  - { id: docs, name: 材料, points: 100, rule: marks }\noutcomes:\n  - { name: 保留, otherwise: yes }\n";

/** A rubric with these titles that looks back so many years. */
function planWith(more: Partial<Plan["years"]> = {}, held: readonly TitlePlan[] = titles): Plan {
  const { plan } = planText(rubricOf(body));
  if (plan === undefined) throw new Error("the rubric does not compile");
  const years = { continues: ["case"], outcomes: [], every: 1, results: [], reach: 0, ...more };
  return { ...plan, titles: held, years };
}

interface Given {
  readonly units?: string;
  readonly history?: string | Readonly<Record<string, string>>;
  readonly asOf?: string;
  readonly data?: string;
  readonly plan?: Plan;
}

interface Read {
  readonly evidence: Evidence | undefined;
  readonly findings: readonly Finding[];
  /** Code, file, line and field of each finding. */
  readonly told: readonly string[];
}

async function read({ units, history, asOf = "2023-12-31", data, plan = planWith() }: Given): Promise<Read> {
  const files = typeof history === "string" ? { "history.csv": history } : history;
  const collected = await collect({
    plan,
    submissions: data === undefined ? [] : [sourceOf("data.csv", data)],
    register: units === undefined ? undefined : sourceOf("units.csv", units),
    history: files && Object.entries(files).map(([name, text]) => sourceOf(name, text)),
    asOf: asOf === "" ? undefined : parseDay(asOf),
  });
  const findings = collected.findings.filter(({ code }) => code !== "unit-without-data");
  return {
    evidence: collected.ok ? collected.value : undefined,
    findings,
    told: findings.map(
      ({ code, file, cell }) => `${code} ${file ?? "-"}${cell ? `:${cell.line}:${cell.field}` : ""}`,
    ),
  };
}

const day = (value: number | undefined): string => (value === undefined ? "-" : formatDay(value));

/** The titles of each unit: name, first and last day. */
const held = ({ evidence }: Read): string[][] | undefined =>
  evidence?.standings.map((standing) =>
    standing.titles.map(
      ({ title: at, since, expires }) => `${titles[at]?.name} ${day(since)} ${day(expires)}`,
    ),
  );

const heading =
  "年度,测评体系,单位代码,单位名称,组别,总分,精确总分,名次,组内单位数,结果,计算结果,条款,原有称号,现有称号,授予日期,有效期至\n";
const row = (
  year: number | string,
  unit: string,
  {
    name = unit,
    total = "90.00",
    exact = "90",
    rank = 1,
    units = 1,
    outcome = "保留",
    group = "",
    before = "",
    after = "",
    since = "",
    expires = "",
    rubric = "case",
  } = {},
): string =>
  `${year},${rubric},${unit},${name},${group},${total},${exact},${rank},${units},${outcome},,,${before},${after},${since},${expires}\n`;

describe("titles in the register", () => {
  test.each([
    ["县文明单位,2021-05-01,", ["县文明单位 2021-05-01 2024-05-01"]],
    ["县文明单位,,2023-06-30", ["县文明单位 - 2023-06-30"]],
    ["县文明单位,2021-05-01,2025年1月1日", ["县文明单位 2021-05-01 2025-01-01"]],
    ["市文明单位,2001-05-01,", ["市文明单位 2001-05-01 -"]],
    ["县文明单位、市文明单位,2021-05-01,", ["县文明单位 2021-05-01 2024-05-01", "市文明单位 2021-05-01 -"]],
    ["市文明单位；县文明单位,、2022-01-01,", ["县文明单位 2022-01-01 2025-01-01", "市文明单位 - -"]],
    [
      "市文明单位 县文明单位,2020-01-01 2021-01-02,",
      ["县文明单位 2021-01-02 2024-01-02", "市文明单位 2020-01-01 -"],
    ],
    ["无,,", []],
    [",,", []],
  ])("%s", async (cells, expected) => {
    const result = await read({ units: `名称,称号,授予日期,有效期至\n甲,${cells}\n` });
    expect(result.told).toEqual([]);
    expect(held(result)).toEqual([expected]);
  });

  test.each([
    ["县文明单位", "2021-02-29", "", "value-not-date units.csv:2:2"],
    ["县文明单位", "2021-02", "", "value-not-date units.csv:2:2"],
    ["县文明", "", "", "value-not-in-list units.csv:2:1"],
    ["县文明单位、县文明单位", "", "", "title-twice units.csv:2:1"],
    ["县文明单位、市文明单位", "2021-01-01、2021-01-01、2021-01-01", "", "title-dates units.csv:2:2"],
    [
      "县文明单位、市文明单位",
      "2021-01-01、2021-01-01",
      "2024-01-01、2024-01-01、",
      "title-dates units.csv:2:3",
    ],
    ["", "2021-01-01", "", "title-dates units.csv:2:2"],
    ["县文明单位", "2023-01-01", "2022-12-31", "title-ends-first units.csv:2:3"],
    ["县文明单位", "2024-01-01", "", "title-later units.csv:2:2"],
    ["县文明单位", "2019-05-01", "", "title-expired units.csv:2:1"],
    ["县文明单位", "", "2022-12-31", "title-expired units.csv:2:1"],
  ])("%s since %s until %s: %s", async (name, since, expires, told) => {
    const result = await read({ units: `名称,称号,授予日期,有效期至\n甲,${name},${since},${expires}\n` });
    expect(result.told.filter((one) => one === told || !one.startsWith("title-expired"))).toEqual([told]);
  });

  it.each([
    [0, [1]],
    [1, [0]],
  ])("tells of two titles that exclude each other, whichever of them says so: %s", async (one, excludes) => {
    const exclusive = titles.map((each, place) => (place === one ? { ...each, excludes } : each));
    const units = "名称,称号\n甲,县文明单位\n乙,市文明单位、全国文明单位、县文明单位\n";
    const result = await read({ units, plan: planWith({}, exclusive) });
    expect(result.told).toEqual(["titles-exclusive units.csv:3:1"]);
    expect(result.findings[0]?.message.zh).toContain("“乙”同时有“县文明单位”和“市文明单位”");
  });

  it("holds a title to the end of the year in which its term ends, and not after", async () => {
    const units = "名称,称号,有效期至\n甲,县文明单位,2023-01-01\n乙,县文明单位,2022-12-31\n";
    const result = await read({ units });
    expect(held(result)).toEqual([["县文明单位 - 2023-01-01"], []]);
    expect(result.told).toEqual(["title-expired units.csv:3:1"]);
    expect(result.findings[0]?.message.zh).toContain("2022-12-31");
  });

  it("suggests a near title", async () => {
    const { findings } = await read({ units: "名称,称号\n甲,县文明单住\n" });
    expect(findings[0]?.hint?.zh).toContain("县文明单位");
  });

  it("needs a date where the rubric asks whether the term ends", async () => {
    const plan = planWith();
    const ends = { kind: "term-ends", titles: [0, 1] } as const;
    const gate = { id: "end", no: "1", name: "届满", requires: ends, origin: [] };
    const units = "名称,称号\n甲,县文明单位\n乙,市文明单位\n";
    expect((await read({ units, plan: { ...plan, gates: [gate] } })).told).toEqual([
      "title-without-term units.csv:2:1",
    ]);
    expect((await read({ units, plan })).told).toEqual([]);
  });

  it("has no titles where the rubric has none: the columns are what they were", async () => {
    const plan = planWith({}, []);
    const { evidence, told } = await read({ plan, units: "名称,称号,状态,原代码\n甲,某称号,某状态,A、B\n" });
    expect(told).toEqual([]);
    expect(evidence?.standings.map(({ titles: none, status }) => [none, status])).toEqual([[[], "active"]]);
    expect(evidence?.units[0]?.columns.get("称号")).toBe("某称号");
  });

  it("keeps the columns as attributes", async () => {
    const { evidence } = await read({ units: "名称,称号,状态\n甲,县文明单位,正常\n" });
    expect(evidence?.units[0]?.columns.get("称号")).toBe("县文明单位");
    expect(evidence?.units[0]?.columns.get("状态")).toBe("正常");
  });

  it("needs the reference date where there are dates", async () => {
    const units = "名称,称号,授予日期,有效期至\n甲,县文明单位,,2023-01-01\n乙,县文明单位,,2023-01-01\n";
    expect((await read({ units, asOf: "" })).told).toEqual(["as-of-missing units.csv:2:3"]);
  });
});

describe("the status of a unit", () => {
  const statusOf = async (cells: string, asOf = "2023-12-31") => {
    const units = `代码,名称,称号,状态,变更日期,并入,原代码\n${cells}\nZ,另一单位,,,,,\n`;
    const result = await read({ units: units.replace("代码,", "单位代码,"), asOf });
    return { ...result, standing: result.evidence?.standings[0] };
  };

  test.each([
    ["", "active"],
    ["正常", "active"],
    ["在册", "active"],
    ["合并", "merged"],
    ["并入", "merged"],
    ["拆分", "split"],
    ["分立", "split"],
    ["撤并", "closed"],
    ["注销", "closed"],
    ["关停", "closed"],
    ["更名", "renamed"],
    ["Merged", "merged"],
    ["closed", "closed"],
  ])("%s is %s", async (word, status) => {
    const into = status === "active" ? "" : "Z";
    const { standing, told } = await statusOf(`A,甲,,${word},,${into},`);
    expect(told).toEqual([]);
    expect(standing?.status).toBe(status);
  });

  it("has not happened before its day", async () => {
    const row = "A,甲,,合并,2023-07-01,另一单位,";
    const before = await statusOf(row, "2023-06-30");
    expect([before.standing?.status, before.standing?.into, before.evidence?.predecessors]).toEqual([
      "active",
      "",
      [[], []],
    ]);
    const after = await statusOf(row, "2023-07-01");
    expect([after.standing?.status, after.standing?.into, after.evidence?.predecessors]).toEqual([
      "merged",
      "另一单位",
      [[], [0]],
    ]);
  });

  test.each([
    ["A,甲,,合井,,,", "value-not-in-list units.csv:2:3"],
    ["A,甲,,合并,某日,Z,", "value-not-date units.csv:2:4"],
    ["A,甲,,合并,,,", "successor-missing units.csv:2:5"],
    ["A,甲,,合并,,丁,", "unit-unknown units.csv:2:5"],
    ["A,甲,,,,Z,", "successor-of-active units.csv:2:5"],
    ["A,甲,,合并,,甲,", "merger-circle units.csv:2:5"],
  ])("%s: %s", async (row, told) => {
    expect((await statusOf(row)).told).toEqual([told]);
  });

  it("may be renamed in its own row", async () => {
    expect((await statusOf("A,甲,,更名,,,A0")).told).toEqual([]);
  });

  it("has taken over from units that were merged into it, also by way of others", async () => {
    const units = "名称,称号,状态,并入\n甲,,合并,乙\n乙,,并入,丙\n丙,,,\n丁,,拆分,丙、戊\n戊,,,\n";
    const { evidence, told } = await read({ units });
    expect(told).toEqual([]);
    expect(evidence?.predecessors).toEqual([[], [0], [0, 1, 3], [], [3]]);
  });

  it("tells of a circle once", async () => {
    const units = "名称,称号,状态,并入\n甲,,合并,乙\n乙,,合并,丙\n丙,,合并,乙\n";
    const { told, findings } = await read({ units });
    expect(told).toEqual(["merger-circle units.csv:3:3"]);
    expect(findings[0]?.message.zh).toContain("乙、丙");
  });

  it("leaves a unit that is no more in peace about its data", async () => {
    const units = "名称,称号,状态\n甲,,撤并\n乙,,\n丙,,\n";
    const { findings } = await collect({
      plan: planWith(),
      submissions: [sourceOf("data.csv", "名称,材料\n丙,90\n")],
      register: sourceOf("units.csv", units),
    });
    expect(findings.map(({ code, cell }) => `${code} ${cell?.line}`)).toEqual(["unit-without-data 3"]);
  });
});

describe("the history", () => {
  const units = "单位代码,单位名称,称号,原代码\nA,甲,,\nB,乙,,B0\n";

  it("gives each unit its years, the latest first, whatever it was called", async () => {
    const history = {
      "2021.csv":
        heading +
        row(2021, "A", { name: "甲", rank: 2, units: 2 }) +
        row(2021, "B0", { name: "乙", units: 2 }),
      "2022.csv":
        heading +
        row(2022, "B", { name: "乙", rank: 1, units: 2 }) +
        row(2022, "A", { name: "甲旧名", total: "83.33", exact: "250/3", rank: 2, units: 2 }),
    };
    const { evidence, told } = await read({ units, history });
    expect(told).toEqual([]);
    expect(
      evidence?.history.map((own) =>
        own.map(({ year, unit, rank, size, worse }) => [year, unit, rank, size, worse]),
      ),
    ).toEqual([
      [
        [2022, "A", 2, 2, 0],
        [2021, "A", 2, 2, 0],
      ],
      [
        [2022, "B", 1, 2, 1],
        [2021, "B0", 1, 2, 1],
      ],
    ]);
    const [latest] = evidence?.history[0] ?? [];
    expect(latest && [formatFraction(latest.exact), formatFraction(latest.total)]).toEqual([
      "250/3",
      "8333/100",
    ]);
    expect(Object.keys(latest ?? {})).not.toContain("file");
  });

  it("goes by names where units have no codes", async () => {
    const { evidence, told } = await read({ units: "名称,称号\n甲,\n", history: heading + row(2022, "甲") });
    expect(told).toEqual([]);
    expect(evidence?.history[0]?.length).toBe(1);
    const coded = await read({ units, history: heading + row(2022, "甲") });
    expect([coded.told, coded.evidence?.history[0]?.length]).toEqual([[], 1]);
    const uncoded = await read({
      units: "名称,称号\n甲,\n",
      history: heading + row(2022, "A", { name: "甲" }),
    });
    expect([uncoded.told, uncoded.evidence?.history[0]?.length]).toEqual([[], 1]);
  });

  it("reads English headings, and needs no more than it uses", async () => {
    const history =
      "year,rubric,name,total,rank,units,outcome,after,note\n2022,case,甲,90.5,1,1,保留,县文明单位,某\n";
    const { evidence, told } = await read({ units: "名称,称号\n甲,县文明单位\n", history });
    expect(told).toEqual([]);
    const [record] = evidence?.history[0] ?? [];
    expect(record && [record.unit, formatFraction(record.exact), record.after]).toEqual([
      "甲",
      "181/2",
      ["县文明单位"],
    ]);
  });

  it("may be empty in the first year, but has its headings", async () => {
    expect((await read({ units, history: heading })).told).toEqual([]);
    expect((await read({ units, history: "" })).told).toEqual(["file-empty history.csv"]);
    expect((await read({ units, plan: planWith({ reach: 1 }) })).told).toEqual(["history-missing -"]);
  });

  it("takes a row with nothing but a year for a year without an assessment", async () => {
    const rows = row(2020, "A", { name: "甲" }) + row(2022, "A", { name: "甲" });
    expect((await read({ units, history: heading + rows })).told).toEqual(["history-gap history.csv"]);
    const { told, evidence } = await read({ units, history: `${heading}${rows}2021,,,,,,,,,,,,,,,\n` });
    expect(told).toEqual([]);
    expect(evidence?.history[0]?.map(({ year }) => year)).toEqual([2022, 2020]);
  });

  it("counts years by how often there is an assessment", async () => {
    const history = heading + row(2019, "A", { name: "甲" }) + row(2021, "A", { name: "甲" });
    expect((await read({ units, history, plan: planWith({ every: 2 }) })).told).toEqual([]);
    const missing = await read({ units, history, plan: planWith() });
    expect(missing.told).toEqual(["history-gap history.csv"]);
    expect(missing.findings[0]?.message.zh).toContain("2020、2022");
  });

  it("leaves out this year and later ones, and says so once", async () => {
    const later =
      heading +
      row(2023, "A", { name: "甲", units: 2 }) +
      row(2023, "B", { name: "乙", units: 2 }) +
      row(2024, "A", { name: "甲" });
    const { told, evidence } = await read({ units, history: later });
    expect(told).toEqual(["history-later history.csv:2:0", "history-later history.csv:4:0"]);
    expect(evidence?.history).toEqual([[], []]);
  });

  test.each([
    [row("某年", "A", { name: "甲" }), "history-year history.csv:2:0"],
    [row(2022, "A", { name: "甲", rubric: "别的" }), "history-rubric history.csv:2:1"],
    [row(2022, "", { name: "" }), "unit-blank history.csv:2:2"],
    [row(2022, "A", { name: "甲", total: "九十" }), "history-figure history.csv:2:5"],
    [row(2022, "A", { name: "甲", exact: "9月2日" }), "history-figure history.csv:2:6"],
    [row(2022, "A", { name: "甲", rank: 0 }), "history-figure history.csv:2:7"],
    [row(2022, "A", { name: "甲", rank: 2 }), "history-figure history.csv:2:7"],
    [row(2022, "A", { name: "甲", units: 1.5 }), "history-figure history.csv:2:8"],
    [row(2022, "A", { name: "甲", total: "90.01" }), "history-total history.csv:2:5"],
    [row(2022, "A", { name: "甲", total: "83.34", exact: "250/3" }), "history-total history.csv:2:5"],
    [row(2022, "A", { name: "甲", units: 2 }), "history-group history.csv:2:8"],
    [row(2022, "A", { name: "甲", after: "县文明" }), "value-not-in-list history.csv:2:13"],
    [
      row(2022, "A", { name: "甲", units: 1 }) + row(2022, "A", { name: "甲", units: 1 }),
      "history-twice history.csv:3:2",
    ],
    [row(2022, "A1", { name: "甲" }), "code-changed history.csv:2:2"],
    [row(2022, "C", { name: "丙" }), "unit-left history.csv:2:2"],
    ["2022,case,A\n", "row-ragged history.csv:2:2"],
  ])("%s: %s", async (rows, told) => {
    expect((await read({ units, history: heading + rows })).told).toEqual([told]);
  });

  it("takes any rounding from an earlier rubric, but its own from this one", async () => {
    const rows = (rubric: string): string =>
      heading + row(2022, "A", { name: "甲", total: "83.34", exact: "250/3", rubric });
    const plan = planWith({ continues: ["case", "old"] });
    expect((await read({ units, plan, history: rows("old") })).told).toEqual([]);
    expect((await read({ units, plan, history: rows("case") })).told).toEqual([
      "history-total history.csv:2:5",
    ]);
  });

  it("knows the outcomes of the rubric, and of earlier ones, where rules look back", async () => {
    const history = heading + row(2022, "A", { name: "甲", outcome: "撤消" });
    expect((await read({ units, history, plan: planWith() })).told).toEqual([]);
    expect((await read({ units, history, plan: planWith({ reach: 1 }) })).told).toEqual([
      "history-outcome history.csv:2:9",
    ]);
    expect((await read({ units, history, plan: planWith({ reach: 1, outcomes: ["撤消"] }) })).told).toEqual(
      [],
    );
  });

  test.each([
    ["年度,测评体系,单位,总分,名次,组内单位数,结果\n", ["heading-missing history.csv:1:0"]],
    ["年度,测评体系,总分,名次,组内单位数,结果,现有称号\n", ["heading-missing history.csv:1:0"]],
    [`${heading.trim()},别的\n`, ["heading-unknown history.csv:1:16"]],
    [`${heading.trim()},year\n`, ["heading-same-meaning history.csv:1:16"]],
  ])("%s", async (history, told) => {
    expect((await read({ units, history })).told).toEqual(told);
  });

  it("tells of units that left in the latest year, or with a title", async () => {
    const history =
      heading +
      row(2021, "C", { name: "丙", units: 2 }) +
      row(2021, "D", { name: "丁", units: 2, after: "县文明单位" }) +
      row(2022, "A", { name: "甲" });
    expect((await read({ units, history })).told).toEqual(["unit-left history.csv:3:2"]);
  });

  it("knows a unit by its own row in the year in which it took over from an old code", async () => {
    const register = "单位代码,单位名称,称号,原代码\nN,新,,O\n";
    const withStatus = (line: string, status: string) => line.replace(/\n$/, `,${status}\n`);
    const rows = (status: string, ...lines: readonly string[]): string =>
      withStatus(heading, "单位状态") +
      lines.map((line) => withStatus(line, line.includes(",O,") ? status : "")).join("");
    const old = row(2022, "O", { name: "旧", units: 2, total: "50.00", exact: "50", rank: 2 });
    const own = row(2022, "N", { name: "新", units: 2 });
    for (const lines of [
      [old, own],
      [own, old],
    ]) {
      const { told, evidence } = await read({ units: register, history: rows("更名", ...lines) });
      expect(told).toEqual([]);
      expect(evidence?.history.map((years) => years.map(({ unit, worse }) => [unit, worse]))).toEqual([
        [["N", 1]],
      ]);
    }
    // An old code that goes on beside the new one is another unit: but the group is complete.
    expect((await read({ units: register, history: rows("", old, own) })).told).toEqual([
      "history-twice history.csv:3:2",
    ]);
    expect((await read({ units: register, history: rows("", own, own, old) })).told).toEqual([
      "history-twice history.csv:3:2",
      "history-twice history.csv:4:2",
    ]);
  });

  it("misses no unit that was no more after its last year", async () => {
    const own = heading.replace("\n", ",单位状态\n");
    const rows = (status: string) =>
      own +
      row(2022, "A", { name: "甲", units: 2 }).replace("\n", ",\n") +
      row(2022, "C", { name: "丙", units: 2, rank: 2 }).replace("\n", `,${status}\n`);
    expect((await read({ units, history: rows("合并") })).told).toEqual([]);
    expect((await read({ units, history: rows("正常") })).told).toEqual(["unit-left history.csv:3:2"]);
    expect((await read({ units, history: rows("并了") })).told).toEqual([
      "value-not-in-list history.csv:3:16",
    ]);
  });

  it("lets no two units have the same code of old", async () => {
    const { told } = await read({
      units: "单位代码,单位名称,称号,原代码\nA,甲,,X\nB,乙,,Y、X\n",
      history: heading,
    });
    expect(told).toEqual(["former-twice units.csv:3:3"]);
  });

  it("does not hold earlier units against a register that could not be read", async () => {
    const { told } = await read({ units: "某列\n甲\n", history: heading + row(2022, "A", { name: "甲" }) });
    expect(told).toEqual(["heading-without-unit units.csv:1:0"]);
  });
});

describe("the register and the history", () => {
  const units = (cells: string): string => `单位代码,单位名称,称号,授予日期\nA,甲,${cells}\n`;
  const history = (after: string, year = 2022): string => heading + row(year, "A", { name: "甲", after });

  it("agree", async () => {
    expect((await read({ units: units("县文明单位,"), history: history("县文明单位") })).told).toEqual([]);
    expect(
      (await read({ units: units("市文明单位、县文明单位,"), history: history("县文明单位、市文明单位") }))
        .told,
    ).toEqual([]);
  });

  test.each([
    ["县文明单位,", "", "title-not-granted units.csv:2:2"],
    [",", "县文明单位", "title-lost units.csv:2:2"],
    ["市文明单位,", "县文明单位、市文明单位", "title-lost units.csv:2:2"],
  ])("%s against %s: %s", async (cells, after, told) => {
    expect((await read({ units: units(cells), history: history(after) })).told).toEqual([told]);
  });

  it("leaves titles to others that others grant", async () => {
    expect((await read({ units: units("全国文明单位,"), history: history("") })).told).toEqual([]);
    expect((await read({ units: units(","), history: history("全国文明单位") })).told).toEqual([]);
  });

  it("does not miss a title whose term may have run out in a year without an assessment", async () => {
    const gap = "2022,,,,,,,,,,,,,,,\n";
    const told = async (more: Parameters<typeof row>[2], year = 2021) =>
      (
        await read({ units: units(","), history: heading + row(year, "A", { name: "甲", ...more }) + gap })
      ).told.join();
    const lost = "title-lost units.csv:2:2";
    expect(await told({ before: "县文明单位", after: "县文明单位" })).toBe("");
    expect(await told({ after: "市文明单位" })).toBe(lost);
    // Granted in 2021 for three years, it cannot have ended by 2023.
    expect(await told({ after: "县文明单位" })).toBe(lost);
    const held = { before: "县文明单位", after: "县文明单位" };
    expect(await told({ ...held, expires: "2022-12-31" })).toBe("");
    expect(await told({ ...held, expires: "2023-01-01" })).toBe(lost);
    expect(await told({ ...held, since: "2019-12-31" })).toBe("");
  });

  it("miss a title where there is an assessment every few years", async () => {
    const term = (months: number) =>
      planWith({ every: 2 }, [title("县文明单位", { term: { months, written: "" } })]);
    const told = async (months: number, more: Parameters<typeof row>[2] = {}) => {
      const after = "县文明单位";
      const rows = heading + row(2021, "A", { name: "甲", before: after, after, ...more });
      return (await read({ units: units(","), history: rows, plan: term(months) })).told.join();
    };
    const lost = "title-lost units.csv:2:2";
    // A term of four years ends in a year of assessments; one of three may have ended in 2022.
    expect(await told(48)).toBe(lost);
    expect(await told(36)).toBe("");
    expect(await told(36, { before: "" })).toBe(lost);
    expect(await told(12, { before: "" })).toBe("");
  });

  it("wants to know who granted a title in the years of the history to a unit it does not know", async () => {
    const other = heading + row(2022, "B", { name: "乙" });
    const both = (since: string): string => `${units(`县文明单位,${since}`)}B,乙,,\n`;
    expect((await read({ units: both("2022-03-01"), history: other })).told).toEqual([
      "title-not-granted units.csv:2:2",
    ]);
    expect((await read({ units: both("2021-12-31"), history: other })).told).toEqual([]);
    expect((await read({ units: both(""), history: other })).told).toEqual([]);
  });

  it("lets a unit have what those held that were merged into it", async () => {
    const register = "单位代码,单位名称,称号,状态,并入\nA,甲,县文明单位,合并,B\nB,乙,县文明单位,,\n";
    const rows =
      heading +
      row(2022, "A", { name: "甲", after: "县文明单位", units: 2 }) +
      row(2022, "B", { name: "乙", units: 2, rank: 2 });
    expect((await read({ units: register, history: rows })).told).toEqual([]);
  });

  it("takes titles from the history where the register has no column for them", async () => {
    const register = "单位代码,单位名称,原代码\nA,甲,\nB,乙,B0\nC,丙,\n";
    const rows = (since: string, expires = ""): string =>
      heading +
      row(2021, "A", { name: "甲", after: "县文明单位", units: 2 }) +
      row(2021, "B0", { name: "乙", after: "市文明单位、县文明单位", since, expires, units: 2 }) +
      row(2022, "A", { name: "甲", after: "" });
    const result = await read({ units: register, history: rows("2021-12-31") });
    expect(result.told).toEqual([]);
    expect(held(result)).toEqual([[], ["县文明单位 2021-12-31 2024-12-31", "市文明单位 2021-12-31 -"], []]);
    const ended = await read({ units: register, history: rows("2016-12-31、2019-06-30", "、2022-06-30") });
    expect(ended.told).toEqual([]);
    expect(held(ended)).toEqual([[], ["市文明单位 2016-12-31 -"], []]);
  });

  test.each([
    ["", "", "title-without-term history.csv:2:13"],
    ["2021-12-31", "", ""],
    ["", "2024-12-31", ""],
    ["某日", "", "value-not-date history.csv:2:14"],
    ["2021-12-31、2020-12-31", "", "title-dates history.csv:2:14"],
    ["2021-12-31", "2020-12-31", "title-ends-first history.csv:2:15"],
    ["2023-01-01", "", "title-later history.csv:2:14"],
  ])("a term of which the history says %j and %j: %s", async (since, expires, told) => {
    const history = heading + row(2022, "A", { name: "甲", after: "县文明单位", since, expires });
    expect((await read({ units: "单位代码,单位名称\nA,甲\n", history })).told.join()).toBe(told);
  });

  it("must not both be without titles", async () => {
    expect((await read({ units: "名称\n甲\n" })).told).toEqual(["titles-unknown units.csv:1:0"]);
    expect((await read({ data: "名称,材料\n甲,90\n" })).told).toEqual(["titles-unknown -"]);
    expect((await read({ units: "名称\n甲\n", history: heading })).told).toEqual([]);
  });
});
