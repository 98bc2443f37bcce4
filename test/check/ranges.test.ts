import { describe, expect, test } from "vitest";
import { formatExact } from "../../src/base/rational.ts";
import { checkRubric } from "../../src/check/check.ts";
import { createProof } from "../../src/check/proof.ts";
import { summarise } from "../../src/check/summary.ts";
import { planRubric } from "../../src/cli/load.ts";
import { assessText, rubricOf } from "../support/assess-text.ts";

/** What can be earned by rubrics of which it was once said wrongly, beside what units do earn. */

interface Checked {
  /** The lines that say what can be earned, and what becomes of units. */
  readonly lines: readonly string[];
  readonly codes: readonly string[];
}

function checked(body: string): Checked {
  const planned = planRubric("rubric.yaml", rubricOf(body));
  if (!planned.ok) return { lines: [], codes: planned.findings.map(({ code }) => code) };
  const { document, rubric, plan } = planned.value;
  return {
    lines: summarise(plan, createProof(plan), "en").map((line) => line.trim().replace(/ {2,}/g, " ")),
    codes: checkRubric(document, rubric, plan).map(({ code }) => code),
  };
}

/** Exact total and outcome of the units, in the order of the table. */
async function scored(body: string, data: string, register?: string): Promise<readonly string[]> {
  const { assessment, findings } = await assessText(rubricOf(body), data, register);
  if (assessment === undefined) throw new Error(findings.map(({ message }) => message.en).join("\n"));
  return assessment.results.map(({ score, outcome }) =>
    [formatExact(score.total), ...(outcome === undefined ? [] : [outcome])].join(" "),
  );
}

interface Case {
  readonly name: string;
  readonly rubric: string;
  /** Lines of the summary that must be there. */
  readonly lines: readonly string[];
  readonly codes?: readonly string[];
  readonly data?: string;
  readonly register?: string;
  readonly scored?: readonly string[];
}

const itemNotForTheKind = (policy: string, first: string, line: string): string => `
units: { categories: [机关, 企业] }
inputs: { m: { name: 分, from: 0, to: 50 } }
indicators:
  - id: g
    name: 组
    points: 20
    indicators:
      - ${first}
      - { id: b, name: 乙项, points: 8, rule: marks, applies-to: { category: 企业 }, not-applicable: ${policy} }
outcomes:
  - { name: 此, when: { all: [{ category: 机关 }, { score: total, ${line} }] } }
  - { name: 彼, otherwise: yes }
`;
const between = (low: string, high: string): string => `
outcomes:
  - { name: 此, when: { score: total, ${low}: ${high} } }
  - { name: 彼, otherwise: yes }
`;

const cases: readonly Case[] = [
  {
    name: "an item that is not for the kind of unit, granted in full",
    rubric: itemNotForTheKind(
      "full",
      "{ id: a, name: 甲项, points: 12, rule: marks, out-of: 100, input: m }",
      "at-least: 13",
    ),
    lines: ["total 案例 8 … 14", "[1] 此: some unit gets it"],
    codes: ["points-unattainable"],
    data: "单位,m\n甲,50\n",
    register: "name,category\n甲,机关\n",
    scored: ["14 此"],
  },
  {
    name: "an item that is not for the kind of unit, counted as 0",
    rubric: itemNotForTheKind("zero", "{ id: a, name: 甲项, points: 12, rule: fixed }", "below: 15").replace(
      /inputs: .*/,
      "",
    ),
    lines: ["total 案例 12", "[1] 此: some unit gets it"],
    data: "单位,b\n甲,\n",
    register: "name,category\n甲,机关\n",
    scored: ["12 此"],
  },
  {
    name: "weights that add up to less than the whole for a kind of unit",
    rubric: `
points: 100
units: { categories: [机关, 企业] }
indicators:
  - { id: a, name: 甲项, weight: 40%, rule: marks, out-of: 100, applies-to: { category: 机关 } }
  - { id: b, name: 乙项, weight: 60%, rule: marks, out-of: 100 }
  - { id: c, name: 丙项, weight: 20%, rule: marks, out-of: 100, applies-to: { category: 企业 } }
${between("above", "90")}`,
    lines: ["total 案例 0 … 100", "[1] 此: some unit gets it"],
    data: "单位,a,b,c\n甲,100,100,\n乙,,100,0\n",
    register: "name,category\n甲,机关\n乙,企业\n",
    scored: ["100 此", "75 彼"],
  },
  {
    name: "figures that may be below 0",
    rubric: `
inputs: { g: { name: 加减, from: -3, to: 3, type: count } }
indicators:
  - { id: b, name: 基础, points: 20, rule: fixed }
  - { id: a, name: 加减分, as: bonus, rule: each-time, each: 1, input: g }
${between("below", "20")}`,
    lines: ["total 案例 17 … 23", "a 加减分 -3 … 3"],
    data: "单位,g\n甲,-3\n",
    scored: ["17 此"],
  },
  {
    name: "faults that are worked out, and may be fewer than none",
    rubric: `
inputs:
  found: { name: 查出, type: count }
  fixed: { name: 改正, type: count }
  left: { name: 剩余, subtract: [found, fixed] }
indicators:
  - { id: a, name: 甲项, points: 10, rule: deduct-per-fault, each: 1, input: left }
${between("above", "10")}`,
    lines: ["a 甲项 0 … no limit"],
    data: "单位,查出,改正\n甲,0,2\n",
    scored: ["12 此"],
  },
  {
    name: "a number held that is worked out, and may be below 0",
    rubric: `
missing: full
inputs:
  held: { name: 召开, type: count }
  void: { name: 无效, type: count }
  valid: { name: 有效次数, subtract: [held, void] }
indicators:
  - { id: a, name: 会议, points: 10, rule: deduct-per-missing, due: 4, each: 2, input: valid }
${between("below", "2")}`,
    lines: ["total 案例 at least 0 (may not be reached) … 10"],
    data: "单位,召开,无效\n甲,0,3\n",
    scored: ["0 此"],
  },
  {
    name: "nothing that applies but a bonus",
    rubric: `
indicators:
  - { id: a, name: 甲项, points: 100, rule: grade, scale: { 优: 100%, 差: 60% }, missing: not-applicable }
  - { id: p, name: 加分, as: bonus, points: 5, rule: marks }
vetoes: { list: [{ id: v, name: 总分过低, when: { score: total, at-most: 10 } }] }
outcomes:
  - { name: 撤销, when: { veto: v } }
  - { name: 保留, otherwise: yes }
`,
    lines: [],
    data: "单位,a,p\n甲,,3\n",
    scored: ["3 撤销"],
  },
  {
    name: "rounding after the cap of a group",
    rubric: `
rounding: { places: 0, at: groups, lines: exact }
indicators:
  - { id: a, name: 甲项, points: 90, rule: marks }
  - { id: p, name: 加分, as: bonus, cap: 2.5, indicators: [{ id: q, name: 加, rule: each-time, each: 1 }] }
outcomes:
  - { name: 优, when: { score: p, at-least: 3 } }
  - { name: 无, when: { score: p, above: 3 } }
  - { name: 彼, otherwise: yes }
`,
    lines: ["total 案例 0 … 93", "p 加分 0 … 3", "[1] 优: some unit gets it", "[2] 无: no unit can get it"],
    codes: ["outcome-unreachable"],
    data: "单位,a,q\n甲,90,9\n",
    scored: ["93 优"],
  },
  {
    name: "a cap that only renormalising reaches",
    rubric: `
total: { cap: 80 }
not-applicable: renormalise
indicators:
  - { id: a, name: 甲项, points: 10, rule: marks }
  - { id: b, name: 乙项, points: 90, rule: marks, out-of: 100, input: m }
inputs: { m: { name: 分, from: 0, to: 50 } }
`,
    lines: ["total 案例 0 … 55"],
    codes: ["points-unattainable"],
    data: "单位,a,m\n甲,10,不适用\n",
    scored: ["80"],
  },
  {
    name: "a floor that only renormalising reaches",
    rubric: `
total: { floor: 50 }
missing: not-applicable
indicators:
  - { id: b, name: 乙项, points: 90, rule: grade, scale: { 优: 100%, 差: 50% } }
  - { id: a, name: 甲项, points: 10, rule: grade, scale: { 优: 100%, 差: 90% } }
  - { id: c, name: 丙项, as: deduction, points: 3, rule: marks }
`,
    lines: ["total 案例 51 … 100"],
    data: "单位,a,b,c\n甲,不适用,差,3\n",
    scored: ["50"],
    codes: ["missing-gains"],
  },
  {
    name: "a cap that only rounded terms reach",
    rubric: `
rounding: { places: 0, at: terms }
indicators:
  - { id: a, name: 基本, points: 100, rule: marks }
  - id: g
    name: 表彰
    as: bonus
    cap: 5.5
    indicators: [{ id: x, name: 省, points: 2.5, rule: once }, { id: y, name: 市, points: 2.5, rule: once }]
`,
    lines: ["g 表彰 0 … 5.5"],
    codes: [],
    data: "单位,a,x,y\n甲,100,是,是\n",
    scored: ["106"],
  },
  {
    name: "full points that rounding makes up for",
    rubric: `
rounding: { places: 0, at: terms }
indicators:
  - { id: a, name: 基本, points: 98, rule: marks }
  - { id: x, name: 省, points: 2, rule: bands, bands: [{ at-least: 50, give: 99% }], otherwise: 0 }
`,
    lines: ["x 省 0 … 1.98"],
    codes: [],
    data: "单位,a,x\n甲,98,50\n",
    scored: ["100"],
  },
  {
    name: "requirements on the kind of unit",
    rubric: `
units: { categories: [机关, 企业, 学校] }
indicators:
  - { id: a, name: 机关加分, points: 10, rule: threshold, when: { category: 机关 }, otherwise: 5 }
  - id: b
    name: 制度
    rule: clauses
    clauses:
      - { text: 有计划, points: 2 }
      - { text: 企业有党支部, points: 3, when: { not: { category: 机关 } } }
${between("at-least", "11")}`,
    lines: ["kind of unit: 机关", "total 案例 10 … 12", "kind of unit: 企业; 学校", "total 案例 8 … 10"],
    codes: [],
    data: "单位,b.1\n甲,是\n乙,是\n",
    register: "name,category\n甲,机关\n乙,企业\n",
    scored: ["12 此", "10 彼"],
  },
  {
    name: "a curve within the limits of its input",
    rubric: `
inputs: { x: { name: 数, from: 20, to: 90 } }
indicators:
  - { id: a, name: 甲项, points: 100, rule: curve, input: x, curve: [{ at: 0, points: 0 }, { at: 100, points: 100 }] }
${between("above", "90")}`,
    lines: ["a 甲项 20 … 90", "[1] 此: no unit can get it"],
    codes: ["points-unattainable", "outcome-unreachable"],
    data: "单位,x\n甲,90\n",
    scored: ["90 彼"],
  },
  {
    name: "points short that count in part",
    rubric: `
inputs: { r: { name: 满意率, type: percent, from: 0, to: 80% } }
indicators:
  - { id: a, name: 甲项, points: 10, rule: deduct-per-point-short, target: 90%, each: 0.1, part-points: proportional, input: r }
`,
    lines: ["a 甲项 1 … 9"],
    codes: ["points-unattainable"],
    data: "单位,r\n甲,80%\n",
    scored: ["9"],
  },
  {
    name: "a sum over sites, held to the points",
    rubric: `
indicators:
  - { id: a, name: 甲项, points: 5, rule: marks, out-of: 10, sites: sum }
`,
    lines: ["a 甲项 0 … 5"],
  },
  {
    name: "periods by weight, all of them handed in",
    rubric: `
indicators:
  - { id: a, name: 甲项, points: 10, rule: grade, scale: { 优: 100%, 良: 60% }, periods: { 2024: 40%, 2025: 60% } }
`,
    lines: ["a 甲项 6 … 10"],
  },
  {
    name: "clauses that contradict each other",
    rubric: `
inputs: { n: { name: 次数, type: count } }
indicators:
  - id: a
    name: 甲项
    points: 10
    rule: all-or-nothing
    clauses: [{ text: 多, when: { input: n, at-least: 5 } }, { text: 少, when: { input: n, below: 3 } }]
  - id: b
    name: 乙项
    points: 10
    rule: k-of-n
    clauses: [{ text: 多2, when: { input: n, at-least: 5 } }, { text: 少2, when: { input: n, below: 3 } }]
    table: { 2: 100%, 1: 50% }
  - id: c
    name: 丙项
    rule: clauses
    clauses:
      - { text: 多3, points: 4, when: { input: n, at-least: 5 } }
      - { text: 少3, points: 5, when: { input: n, below: 3 } }
      - { text: 有, points: 1 }
`,
    lines: ["a 甲项 0", "b 乙项 0 … 5", "c 丙项 0 … 6"],
  },
  {
    name: "two indicators that read the same figure",
    rubric: `
inputs: { n: { name: 次数, type: count, to: 10 } }
indicators:
  - { id: a, name: 多得, points: 50, rule: proportional, target: 10, input: n }
  - { id: b, name: 少得, points: 50, rule: deduct-per-fault, each: 5, input: n }
`,
    lines: [
      "total 案例 at least 0 (may not be reached) … at most 100 (may not be reached)",
      "a 多得 0 … 50",
      "b 少得 0 … 50",
    ],
    data: "单位,n\n甲,0\n乙,10\n",
    scored: ["50", "50"],
  },
  {
    name: "two indicators that the same figure lifts together",
    rubric: `
inputs: { n: { name: 次数, type: count, to: 10 } }
indicators:
  - { id: a, name: 甲项, points: 50, rule: proportional, target: 10, input: n }
  - { id: b, name: 乙项, points: 50, rule: proportional, target: 5, input: n }
`,
    lines: ["total 案例 0 … 100"],
  },
];

describe("what is said of", () => {
  test.each(cases)("$name", async ({ rubric, lines, codes, data, register, scored: units }) => {
    const told = checked(rubric);
    for (const line of lines) expect(told.lines).toContain(line);
    if (codes !== undefined) expect(told.codes).toEqual(codes);
    else
      expect(told.codes.filter((code) => /-never|-always|unreachable|unattainable/.test(code))).toEqual(
        told.codes.includes("condition-never") ? told.codes : [],
      );
    if (data !== undefined) expect(await scored(rubric, data, register)).toEqual(units);
  });
});

describe("limits between which there is no figure are a finding", () => {
  const inputs: readonly (readonly [string, string])[] = [
    ["of a count without a whole number", "x: { name: 次, type: count, from: 0.2, to: 0.8 }"],
    ["of a cell that goes down from 0", "x: { name: 次, to: -1 }"],
    ["of sheets", "x: { name: 次, from: 5, to: 3, sheets: { } }"],
    ["of a sum", "y: { name: 甲, from: 3, to: 9 }\n  x: { name: 次, add: [y, y], to: 5 }"],
  ];
  test.each(inputs)("%s", (_, input) => {
    const rule = "rule: bands, input: x, bands: [{ at-least: 4, give: 100% }]";
    const { codes } = checked(
      `inputs:\n  ${input}\nindicators:\n  - { id: a, name: 甲项, points: 10, ${rule} }\n`,
    );
    expect(codes).toEqual(["limits-crossed"]);
  });
});

test("nothing is claimed of all kinds of unit where there are too many to look at", () => {
  const item = (id: string, points: string, applies: string): string =>
    `{ id: ${id}, name: 加${id}, points: ${points}, rule: once, applies-to: { all: [{ tag: ${applies} }, { not: { tag: G } }] } }`;
  const { codes, lines } = checked(`
units: { tags: [A, B, C, D, E, F, G] }
indicators:
  - id: p
    name: 加分
    as: bonus
    cap: 3
    indicators: [${item("x", "2", "A")}, ${item("y", "2", "B")}, ${item("z", "0.5", "[C, D, E, F]")}]
  - id: e
    name: 扣
    rule: deduct-per-fault
    each: 5
    points: [{ when: { all: [{ tag: A }, { tag: B }] }, value: 10 }, { otherwise: 4 }]
`);
  expect(codes).not.toContain("cap-never-binds");
  expect(codes).not.toContain("each-above-points");
  expect(lines).toContain("further kinds of unit are left out");
});
