import { describe, expect, test } from "vitest";
import { pointsOf } from "../../src/cases/points.ts";
import { rubricOf } from "../support/assess-text.ts";
import { tryCases } from "../support/test-cases.ts";

/** One indicator, given as the keys after its id and name. */
const item = (keys: string, more = ""): string =>
  rubricOf(`${more}\nindicators:\n  - { id: item, name: 指标, ${keys} }\n`);

/** Cases of one unit that expect nothing in particular, one for each line of inputs. */
const given = (...inputs: readonly string[]): string =>
  `cases:\n${inputs.map((one, index) => `  - { name: "${index}", ${one}, expect: { findings: [] } }\n`).join("")}`;

const value = (text: string): string => `given: { item: "${text}" }`;

/** The points of one item that no case shows; those of ranking are tested by themselves. */
const gapsOf = async (rubric: string, cases: string): Promise<string[]> =>
  (await tryCases(rubric, cases)).coverage.gaps
    .map(({ id }) => id)
    .filter((id) => !id.startsWith("ranking."));

/** Each rule with its points, and the inputs that show each of them. */
const rules: readonly (readonly [name: string, rubric: string, shows: Readonly<Record<string, string>>])[] = [
  ["marks", item("points: 5, rule: marks"), { "item.full": value("5"), "item.less": value("4") }],
  [
    "clauses",
    item("rule: clauses, clauses: [{ text: 甲, points: 1 }, { text: 乙, points: 2 }]"),
    {
      "item.full": "given: { 甲: 是, 乙: 是 }",
      "item.clause.1.unmet": "given: { 甲: 否, 乙: 是 }",
      "item.clause.2.unmet": "given: { 甲: 是, 乙: 否 }",
    },
  ],
  [
    "grade",
    item("points: 5, rule: grade, scale: { 甲: 100%, 乙: 60%, 丙: 0% }"),
    { "item.step.甲": value("甲"), "item.step.乙": value("乙"), "item.step.丙": value("丙") },
  ],
  [
    "k-of-n",
    item("points: 5, rule: k-of-n, of: 3, table: { 3: 5, 2: 2 }"),
    { "item.row.3": value("3"), "item.row.2": value("2"), "item.row.otherwise": value("1") },
  ],
  [
    "bands",
    item("points: 5, rule: bands, bands: [{ at-least: 90, give: 5 }, { at-least: 80, give: 2 }]"),
    { "item.band.1": value("90"), "item.band.2": value("89"), "item.band.otherwise": value("79") },
  ],
  [
    "threshold",
    item(
      "points: 5, rule: threshold, when: { all: [{ input: a, at-least: 1 }, { not: { input: b, is: 有 } }] }",
      "inputs: { a: {}, b: { words: [有, 无] } }",
    ),
    {
      "item.threshold.met": "given: { a: 1, b: 无 }",
      "item.when1.no": "given: { a: 0, b: 无 }",
      "item.when2.yes": "given: { a: 1, b: 有 }",
    },
  ],
  [
    "deduct-per-missing",
    item("points: 3, rule: deduct-per-missing, due: 4, each: 1"),
    { "item.full": value("4"), "item.deduct.used-up": value("0") },
  ],
  [
    "deduct-per-point-short",
    item("points: 3, rule: deduct-per-point-short, target: 80%, each: 1, part-points: ignore"),
    {
      "item.full": value("80%"),
      "item.deduct.part-points": value("78.5%"),
      "item.deduct.used-up": value("70%"),
    },
  ],
  [
    "proportional",
    item("points: 3, rule: proportional, target: 4"),
    { "item.less": value("3"), "item.target.past-target": value("5") },
  ],
  [
    "curve",
    item(
      "points: 10, rule: curve, curve: [{ at: 60, points: 0 }, { at: 80, points: 6 }, { at: 100, points: 10 }]",
    ),
    {
      "item.curve.0": value("50"),
      "item.curve.1": value("70"),
      "item.curve.2": value("90"),
      "item.curve.3": value("100"),
    },
  ],
  ["once", item("points: 3, rule: once"), { "item.full": value("是"), "item.less": value("否") }],
  [
    "each-time with a limit",
    item("points: 3, as: bonus, rule: each-time, each: 2") +
      "  - { id: base, name: 基本, points: 1, rule: fixed }\n",
    { "item.less": value("1"), "item.each-time.limit": value("2") },
  ],
  [
    "each-time without",
    item("as: deduction, rule: each-time, each: 2") +
      "  - { id: base, name: 基本, points: 1, rule: fixed }\n",
    { "item.some": value("1"), "item.none": value("0") },
  ],
  [
    "on-time",
    item("points: 3, rule: on-time, due: 2021-03-31, late: 50%, not-after: 2021-06-30"),
    {
      "item.on-time.on-time": value("2021-03-31"),
      "item.on-time.late": value("2021-04-01"),
      "item.on-time.too-late": value("2021-07-01"),
    },
  ],
  [
    "figures by kind of unit, items for some units only",
    rubricOf(`
indicators:
  - { id: base, name: 基本, points: 1, rule: fixed }
  - id: item
    name: 指标
    points: [{ when: { category: 甲 }, value: 5 }, { otherwise: 3 }]
    applies-to: { not: { category: 丙 } }
    rule: once
`),
    {
      "item.points.1": "given: { 类别: 甲, item: 是 }",
      "item.points.2": "given: { 类别: 乙, item: 否 }",
      "item.not-for": "given: { 类别: 丙 }",
    },
  ],
  [
    "policies that are written",
    item("points: 3, rule: once, missing: full, not-applicable: full") +
      "  - { id: base, name: 基本, points: 1, rule: fixed }\n",
    {
      "item.full": value("是"),
      "item.less": value("否"),
      "item.missing": value(""),
      "item.not-applicable": value("不适用"),
    },
  ],
  [
    "methods",
    item("points: 3, rule: marks, methods: [材料, 实地], combine: mean"),
    {
      "item.full": "given: { item@材料: 3, item@实地: 3 }",
      "item.methods": "given: { item@材料: 3, item@实地: 1 }",
    },
  ],
  [
    "assessors",
    item("points: 3, rule: marks, assessors: mean"),
    { "item.full": "given: { item: [3, 3] }", "item.several": "given: { item: [3, 1] }" },
  ],
  [
    "a cap, and the limits of the total",
    rubricOf(`
total: { floor: 0, cap: 10 }
indicators:
  - { id: base, name: 基本, points: 8, rule: fixed }
  - { id: bonus, name: 加分, as: bonus, cap: 3, indicators: [{ id: a, name: 一, points: 5, rule: marks }] }
  - { id: minus, name: 减分, as: deduction, rule: each-time, each: 5 }
`),
    {
      "total.cap": "given: { a: 5, minus: 0 }",
      "total.floor": "given: { a: 0, minus: 2 }",
      "total.inside": "given: { a: 1, minus: 1 }",
    },
  ],
  [
    "gates, vetoes and outcomes",
    rubricOf(`
indicators: [{ id: base, name: 基本, points: 8, rule: fixed }]
gates: { list: [{ id: gate, name: 已申报 }] }
vetoes: { list: [{ id: veto, name: 事故 }] }
outcomes:
  - { name: 撤销, when: { veto: any } }
  - { name: 不命名, when: { unmet-gate: any } }
  - { name: 命名, otherwise: yes }
`),
    {
      "veto.fired": "given: { veto: 是, gate: 是 }",
      "gate.unmet": "given: { veto: 否, gate: 否 }",
      "outcome.3": "given: { veto: 否, gate: 是 }",
    },
  ],
  [
    "sheets",
    rubricOf(`
inputs:
  opinion:
    sheets: { answers: { 好: 1, 差: 0 }, invalid: [多选], sample: 3, blank-takes: 0.1, short-sample: finding }
indicators: [{ id: item, name: 指标, points: 1, rule: proportional, input: opinion, target: 1 }]
`),
    {
      "item.full": "given: { opinion: { 好: 3 } }",
      "opinion.blank": 'given: { opinion: { 好: 2, 差: 1, "": 1 } }',
      "opinion.invalid": "given: { opinion: { 好: 2, 差: 1, 多选: 1 } }",
      "opinion.short": "given: { opinion: { 好: 1, 差: 1 } }",
    },
  ],
];

describe.each(rules)("%s", (_, rubric, shows) => {
  const lines = Object.values(shows);

  test("all is seen with all of these cases", async () => {
    expect(await gapsOf(rubric, given(...lines))).toEqual([]);
  });

  test.each(Object.keys(shows))("%s is not seen without its case", async (id) => {
    const others = lines.filter((line) => line !== shows[id]);
    expect(await gapsOf(rubric, given(...others))).toContain(id);
  });
});

test("events: kinds, levels, circumstances, windows, matters, repeats and limits", async () => {
  const rubric = rubricOf(`
indicators:
  - { id: base, name: 基本, points: 1, rule: fixed }
  - id: item
    name: 表彰
    as: bonus
    points: 8
    rule: events
    event: [表彰, 奖励]
    levels: { 国家: 5, 省: 3 }
    within: year
    once-per: matter
    factors: { 个人: 0.5 }
    repeat: { per: unit, from: 3, factor: 2 }
`);
  const event = (more: string): string => `{ date: 2021-05-01, kind: 表彰, level: 省, ${more} }`;
  const cases = (...lists: readonly string[]): string =>
    `as-of: 2021-12-31\n${given(...lists.map((list) => `events: [${list}]`))}`;
  expect(await gapsOf(rubric, cases("", event("matter: 甲")))).toEqual([
    "item.full",
    "item.kind.奖励",
    "item.level.国家",
    "item.factor.个人",
    "item.events.outside",
    "item.events.once",
    "item.events.repeat",
    "item.events.limit",
  ]);
  const all = [
    "{ date: 2020-05-01, kind: 奖励, level: 国家 }",
    `${event("matter: 甲")}, { date: 2021-06-01, kind: 奖励, level: 国家, matter: 甲, circumstance: 个人 }`,
    `${event("matter: 甲")}, { date: 2021-06-01, kind: 奖励, level: 国家, matter: 乙 }, ${event("matter: 丙")}`,
  ];
  expect(await gapsOf(rubric, cases(...all))).toEqual(["item.factor.个人"]);
  expect(await gapsOf(rubric, cases(...all, event("matter: 甲, circumstance: 个人")))).toEqual([]);
});

test("ranking: an order, a shared place, tie-breaks and groups", async () => {
  const rubric = rubricOf(`
ranking: { groups: [东, 西], ties: [{ score: a }, { score: b, better: lower }] }
indicators:
  - { id: a, name: 一, points: 5, rule: marks }
  - { id: b, name: 二, points: 5, rule: marks }
  - { id: c, name: 三, points: 5, rule: marks }
`);
  const gaps = async (...units: readonly string[]): Promise<string[]> => {
    const lines = units.map((one, index) => `      "${index}": { given: { ${one} } }\n`).join("");
    const cases = `cases:\n  - name: x\n    units:\n${lines}    expect: { findings: [] }\n`;
    const { coverage } = await tryCases(rubric, cases);
    return coverage.gaps.map(({ id }) => id).filter((id) => id.startsWith("ranking."));
  };
  const first = "组别: 东, a: 5, b: 2, c: 3";
  expect(await gaps(first)).toEqual([
    "ranking.group.西",
    "ranking.apart",
    "ranking.tie.1",
    "ranking.tie.2",
    "ranking.shared",
  ]);
  expect(await gaps(first, "组别: 东, a: 4, b: 3, c: 3")).toEqual([
    "ranking.group.西",
    "ranking.tie.2",
    "ranking.shared",
  ]);
  expect(await gaps(first, "组别: 东, a: 5, b: 3, c: 2")).toEqual([
    "ranking.group.西",
    "ranking.tie.1",
    "ranking.shared",
  ]);
  expect(await gaps(first, first, "组别: 西, a: 1, b: 1, c: 1")).toEqual([
    "ranking.apart",
    "ranking.tie.1",
    "ranking.tie.2",
  ]);
});

test("what is accepted counts neither way; what is seen all the same is stale", async () => {
  const cases = `${given(value("5"))}accepted-gaps:\n  - { what: [item.less, item.full], because: 说明 }\n`;
  const { coverage } = await tryCases(item("points: 5, rule: marks"), cases);
  expect(coverage.accepted.map(({ id }) => id)).toEqual(["item.less"]);
  expect(coverage.gaps.map(({ id }) => id)).toEqual(["ranking.apart", "ranking.shared"]);
  expect(coverage.stale).toEqual([1]);
});

test("ids of points tell them apart", async () => {
  for (const [, rubric] of rules) {
    const ids = (
      await tryCases(rubric, given("given: {}").replace("findings: []", "total: 0"))
    ).coverage.gaps.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  }
});

describe("what nobody can come to is not asked for", () => {
  const asked = async (text: string, id: string): Promise<boolean> => {
    const { plan, document } = (await tryCases(text, given("given: {}"))).rubric;
    return pointsOf(plan, document).some((point) => point.id === id);
  };

  test.each([
    ["{ at-least: 5, give: 5 }, { below: 5, give: 1 }", false],
    ["{ at-least: 0, give: 5 }", false], // figures begin at 0 where nothing else is said
    ["{ above: 0, give: 5 }", true],
    ["{ above: 5, give: 5 }, { below: 5, give: 1 }", true],
  ])("what bands leave over: %s: %s", async (bands, wanted) => {
    const text = item(`points: 5, rule: bands, bands: [${bands}]`);
    expect(await asked(text, "item.band.otherwise")).toBe(wanted);
  });

  const limited = (limits: string, cap: number): string =>
    rubricOf(`
total: { ${limits} }
indicators:
  - { id: base, name: 基础, points: 90, rule: marks }
  - { id: more, name: 加分, as: bonus, cap: ${cap}, indicators: [{ id: a, name: 甲, rule: once, points: 4 }, { id: b, name: 乙, rule: once, points: 6 }] }
`);
  test.each([
    ["floor: 0", 10, "total.floor", false],
    ["floor: 1", 10, "total.floor", true],
    ["cap: 100", 10, "total.cap", false],
    ["cap: 99", 10, "total.cap", true],
    ["cap: 100, floor: 0", 10, "total.inside", true],
    ["cap: 100", 10, "more.cap", false],
    ["cap: 100", 9, "more.cap", true],
  ])("total { %s }, cap %s: %s: %s", async (limits, cap, id, wanted) => {
    expect(await asked(limited(limits, cap), id)).toBe(wanted);
  });
});
