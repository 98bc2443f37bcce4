import { describe, expect, test } from "vitest";
import { assessText, oneIndicator, rubricOf, total, totals } from "../support/assess-text.ts";

/**
 * Every mechanic of real rubrics with the figure it must give, through a rubric file and a CSV file.
 * The numbers M1 to M35 are the project's catalogue of mechanics.
 */

const scale = "scales:\n  四档: { A: 100%, B: 66%, C: 33%, D: 0 }";

describe("M1 marks given directly", () => {
  const rubric = oneIndicator("points: 5\nrule: marks");
  test("4.5 of 5 is 4.5", async () => {
    expect(await total(rubric, "单位,item\n甲,4.5\n")).toBe("4.5");
  });
  test("5.5 of 5 is an error that names the cell", async () => {
    const { assessment, findings } = await assessText(rubric, "单位,item\n甲,5.5\n");
    expect(assessment).toBeUndefined();
    expect(findings).toMatchObject([
      { code: "value-above-maximum", file: "data.csv", cell: { line: 2, field: 1 } },
    ]);
  });
  test("out of 100, scaled to the points", async () => {
    expect(await total(oneIndicator("points: 85\nrule: marks\nout-of: 100"), "单位,item\n甲,97.96\n")).toBe(
      "83.266",
    );
  });
});

test("M2 clauses with points of their own: 0.5+0.5+1+2, third unmet, is 3", async () => {
  const rubric = oneIndicator(
    "points: 4\nrule: clauses\nclauses:\n  - { text: 一, points: 0.5 }\n  - { text: 二, points: 0.5 }\n  - { text: 三, points: 1 }\n  - { text: 四, points: 2 }",
  );
  expect(await total(rubric, "单位,item.1,item.2,item.3,item.4\n甲,是,是,否,是\n")).toBe("3");
});

test("M3 all or nothing: 1 of 3 clauses unmet is 0", async () => {
  const rubric = oneIndicator("points: 10\nrule: all-or-nothing\nclauses: [甲条, 乙条, 丙条]");
  expect(await totals(rubric, "单位,item.1,item.2,item.3\n甲,√,√,×\n乙,√,√,√\n")).toEqual({
    甲: "0",
    乙: "10",
  });
});

test("M4 letter to share of points: 6 points, B at 66%, is 3.96", async () => {
  expect(await total(oneIndicator("points: 6\nrule: grade\nscale: 四档", scale), "单位,item\n甲,B\n")).toBe(
    "3.96",
  );
});

test("M5 k of n clauses to letter to share: 15 points, 4 of 5, is 9.9", async () => {
  const rubric = oneIndicator(
    "points: 15\nrule: k-of-n\nscale: 四档\nclauses: [一, 二, 三, 四, 五]\ntable: { 5: A, 4: B, 3: C }\notherwise: D",
    scale,
  );
  const heading = "单位,item.1,item.2,item.3,item.4,item.5";
  expect(await totals(rubric, `${heading}\n甲,是,是,否,是,是\n乙,是,否,否,否,是\n`)).toEqual({
    甲: "9.9",
    乙: "0",
  });
});

test("M6 k of n to points by table: 3/2/1/0, 1 of 3, is 1", async () => {
  const rubric = oneIndicator("points: 3\nrule: k-of-n\nof: 3\ntable: { 3: 3, 2: 2, 1: 1, 0: 0 }");
  expect(await total(rubric, "单位,item\n甲,1\n")).toBe("1");
});

test("shares beside numbers in one table count as numbers of all", async () => {
  const rubric = oneIndicator(
    "points: 10\nrule: k-of-n\nclauses: [一, 二, 三, 四]\ntable: { 3: 6, 100%: 10, 50%: 3 }",
  );
  const csv = "unit,一,二,三,四\na,是,是,是,是\nb,是,是,是,否\nc,是,是,否,否\nd,是,否,否,否\n";
  expect(await totals(rubric, csv)).toEqual({ a: "10", b: "6", c: "3", d: "0" });
});

test("M7 words with their own points: 一般 is 0.5", async () => {
  const rubric = oneIndicator("points: 2\nrule: grade\nscale: { 好: 2, 较好: 1, 一般: 0.5, 差: 0 }");
  expect(await total(rubric, "单位,item\n甲,一般\n")).toBe("0.5");
});

test("M8 percentage bands: 79.99% is C, 80% is B", async () => {
  const rubric = oneIndicator(
    "points: 100\nrule: bands\nscale: 四档\nbands:\n  - { at-least: 95%, give: A }\n  - { at-least: 80%, give: B }\n  - { at-least: 70%, give: C }\notherwise: D",
    scale,
  );
  expect(await totals(rubric, "单位,item\n甲,79.99%\n乙,80%\n丙,95%\n丁,69.9%\n")).toEqual({
    丙: "100",
    乙: "66",
    甲: "33",
    丁: "0",
  });
});

test("M9 bands where lower is better: 60 is B", async () => {
  const rubric = oneIndicator(
    "points: 100\nrule: bands\nscale: 四档\nbands:\n  - { below: 60, give: A }\n  - { below: 65, give: B }\notherwise: C",
    scale,
  );
  expect(await totals(rubric, "单位,item\n甲,60\n乙,59.9\n丙,65\n")).toEqual({
    乙: "100",
    甲: "66",
    丙: "33",
  });
});

const volunteering = `inputs:
  volunteers: { type: count }
  staff: { register: headcount }
  share: { divide: [volunteers, staff] }
  times: { type: count }
  hours: {}`;

test("M10 one threshold over several inputs: 44 of 110, 6, 12 is met; 43 of 110 is not", async () => {
  const rubric = oneIndicator(
    "points: 4\nrule: threshold\nwhen:\n  all:\n    - { input: share, at-least: 40% }\n    - { input: times, at-least: 6 }\n    - { input: hours, at-least: 12 }",
    volunteering,
  );
  const register = "name,headcount\n甲,110\n乙,110\n";
  expect(await totals(rubric, "单位,volunteers,times,hours\n甲,44,6,12\n乙,43,6,12\n", register)).toEqual({
    甲: "4",
    乙: "0",
  });
});

describe("M11 deduct for each one missing, down to 0", () => {
  test("5 points, 4 due, 1 held, is 2", async () => {
    expect(
      await total(oneIndicator("points: 5\nrule: deduct-per-missing\ndue: 4\neach: 1"), "单位,item\n甲,1\n"),
    ).toBe("2");
  });
  test("10 points, 3 faults at 5, is 0", async () => {
    expect(
      await total(oneIndicator("points: 10\nrule: deduct-per-fault\neach: 5"), "单位,item\n甲,3\n"),
    ).toBe("0");
  });
});

describe("M12 deduct for each percentage point short: 8 points, target 80%, 76.5%", () => {
  const rubric = (parts: string) =>
    oneIndicator(`points: 8\nrule: deduct-per-point-short\ntarget: 80%\neach: 1\npart-points: ${parts}`);
  test.each([
    ["ignore", "5"],
    ["proportional", "4.5"],
    ["full", "4"],
  ])("part points %s: %s", async (parts, expected) => {
    expect(await total(rubric(parts), "单位,item\n甲,76.5%\n")).toBe(expected);
  });
});

test("M13 in proportion to a target, capped: did 3 of 4 is 6, did 9 is 8", async () => {
  const rubric = oneIndicator("points: 8\nrule: proportional\ntarget: 4");
  expect(await totals(rubric, "单位,item\n甲,3\n乙,9\n")).toEqual({ 乙: "8", 甲: "6" });
});

test("M14 straight lines between points: 85 is 7", async () => {
  const rubric = oneIndicator(
    "points: 10\nrule: curve\ncurve:\n  - { at: 60, points: 0 }\n  - { at: 80, points: 6 }\n  - { at: 100, points: 10 }",
  );
  expect(await totals(rubric, "单位,item\n甲,85\n乙,50\n丙,100\n丁,120\n戊,70\n")).toEqual({
    丙: "10",
    丁: "10",
    甲: "7",
    戊: "3",
    乙: "0",
  });
});

test("M15 an input computed from others stays exact: 45 of 110 is 9/22", async () => {
  const rubric = oneIndicator("points: 1\nrule: proportional\ntarget: 1\ninput: share", volunteering);
  expect(await total(rubric, "单位,volunteers\n甲,45\n", "name,headcount\n甲,110\n")).toBe("9/22");
});

describe("M20 methods weighted into the total", () => {
  const leaf = (id: string, weight: string) =>
    `{ id: ${id}, name: ${id}, weight: ${weight}, rule: marks, out-of: 100 }`;
  test("40/40/20", async () => {
    const rubric = rubricOf(
      `points: 100\nindicators:\n  - ${leaf("a", "40%")}\n  - ${leaf("b", "40%")}\n  - ${leaf("c", "20%")}\n`,
    );
    expect(await total(rubric, "单位,a,b,c\n甲,90,80.5,71\n")).toBe("82.4");
  });
  test("60 × (90% + 10%) + 40", async () => {
    const rubric = rubricOf(
      `points: 100\nindicators:\n  - id: work\n    name: 工作\n    points: 60\n    indicators:\n      - ${leaf("a", "90%")}\n      - ${leaf("b", "10%")}\n  - { id: c, name: c, points: 40, rule: marks }\n`,
    );
    // 60 × (90% × 80% + 10% × 50%) + 30 = 46.2 + 30
    expect(await total(rubric, "单位,a,b,c\n甲,80,50,30\n")).toBe("76.2");
  });
  test("a table of its own, out of 100, weighs 85%", async () => {
    const rubric = rubricOf(
      `points: 100\nindicators:\n  - id: site\n    name: 实地\n    points: 100\n    weight: 85%\n    indicators:\n      - { id: a, name: 甲项, points: 60, rule: marks }\n      - { id: b, name: 乙项, points: 40, rule: marks }\n  - ${leaf("survey", "15%")}\n`,
    );
    // 0.85 × (50 + 33) + 0.15 × 90
    expect(await total(rubric, "单位,a,b,survey\n甲,50,33,90\n")).toBe("84.05");
  });
});

describe("M21 several methods on one clause: 8 and 6", () => {
  const data = "单位,指标,测评方法,值\n甲,item,材料审核,8\n甲,item,实地考察,6\n";
  test.each([
    ["methods: [材料审核, 实地考察]\ncombine: least", "6"],
    ["methods: [材料审核, 实地考察]\ncombine: greatest", "8"],
    ["methods: [材料审核, 实地考察]\ncombine: mean", "7"],
    ["methods: { 材料审核: 75%, 实地考察: 25% }", "7.5"],
  ])("%s is %s", async (methods, expected) => {
    expect(await total(oneIndicator(`points: 10\n${methods}\nrule: marks`), data)).toBe(expected);
  });
  test("a wide table has a column for each method", async () => {
    const rubric = oneIndicator("points: 10\nmethods: [材料审核, 实地考察]\ncombine: least\nrule: marks");
    expect(await total(rubric, "单位,item@材料审核,指标@实地考察\n甲,8,6\n")).toBe("6");
  });
});

describe("M22 not applicable: group 20 = 12 + 8, the 8 does not apply, 9 of 12 earned", () => {
  const rubric = (policy: string) =>
    rubricOf(
      `points: 20\nnot-applicable: ${policy}\nindicators:\n  - id: group\n    name: 组\n    points: 20\n    indicators:\n      - { id: a, name: 甲项, points: 12, rule: marks }\n      - { id: b, name: 乙项, points: 8, rule: marks }\n`,
    );
  const data = "单位,a,b\n甲,9,不适用\n乙,12,6\n丙,12,4\n";
  test.each([
    ["renormalise", "15"],
    ["full", "17"],
    ["zero", "9"],
    ["mean", "14"], // the others earned 6 and 4 of 8: 5 on the mean
  ])("%s is %s", async (policy, expected) => {
    expect((await totals(rubric(policy), data))["甲"]).toBe(expected);
  });
});

describe("M23 missing is neither zero nor not applicable", () => {
  const rubric = (policy: string) =>
    rubricOf(
      `points: 20\n${policy}\nindicators:\n  - { id: a, name: 甲项, points: 12, rule: marks }\n  - { id: b, name: 乙项, points: 8, rule: marks }\n`,
    );
  test.each([
    ["", "9", ["value-missing"]],
    ["missing: zero", "9", []],
    ["missing: full", "17", []],
    ["missing: not-applicable", "15", []],
  ])("%s gives %s with findings %j", async (policy, expected, codes) => {
    const data = "单位,a,b\n甲,9,\n";
    expect(await total(rubric(policy), data)).toBe(expected);
    expect((await assessText(rubric(policy), data)).codes).toEqual(codes);
  });
  test("the finding stands at the blank cell", async () => {
    const { findings } = await assessText(rubric(""), "单位,a,b\n甲,9,\n");
    expect(findings).toMatchObject([{ file: "data.csv", cell: { line: 2, field: 2 }, severity: "warning" }]);
  });
});

describe("M24 points and applicability by category and tag", () => {
  const register = "name,category,tags\n甲,机关,\n乙,企业,环保\n";
  test("points by category", async () => {
    const rubric = oneIndicator(
      "points:\n  - { when: { category: 机关 }, value: 5 }\n  - { otherwise: 3 }\nrule: proportional\ntarget: 1",
    );
    expect(await totals(rubric, "单位,item\n甲,1\n乙,1\n", register)).toEqual({ 甲: "5", 乙: "3" });
  });
  test("a mark above what its category allows is an error", async () => {
    const rubric = oneIndicator(
      "points:\n  - { when: { category: 机关 }, value: 5 }\n  - { otherwise: 3 }\nrule: marks",
    );
    expect((await assessText(rubric, "单位,item\n甲,5\n乙,4\n", register)).codes).toEqual([
      "value-above-maximum",
    ]);
  });
  const green = rubricOf(
    `points: 20\nindicators:\n  - id: group\n    name: 组\n    points: 20\n    indicators:\n      - { id: a, name: 甲项, points: 12, rule: marks }\n      - { id: b, name: 四清一绿, points: 8, rule: marks, applies-to: { tag: 环保 } }\n`,
  );
  test("an item for tagged units only: the others' group is renormalised", async () => {
    expect(await totals(green, "单位,a,b\n甲,9,\n乙,9,4\n", register)).toEqual({ 甲: "15", 乙: "13" });
  });
  test("variants for two kinds of unit fill the same points", async () => {
    const rubric = rubricOf(
      `points: 20\nindicators:\n  - id: group\n    name: 组\n    points: 20\n    indicators:\n      - { id: a, name: 机关项, points: 20, rule: marks, applies-to: { category: 机关 } }\n      - { id: b, name: 企业项, points: 20, rule: marks, applies-to: { category: 企业 } }\n`,
    );
    expect(await totals(rubric, "单位,a,b\n甲,9,\n乙,,4\n", register)).toEqual({ 甲: "9", 乙: "4" });
  });
  test("points that disagree for one category only are told with a unit of it", async () => {
    const rubric = rubricOf(
      `points: 10\nindicators:\n  - id: a\n    name: 甲项\n    rule: marks\n    points:\n      - { when: { category: 机关 }, value: 10 }\n      - { otherwise: 9 }\n`,
    );
    const { findings } = await assessText(rubric, "单位,a\n甲,9\n乙,4\n", register);
    expect(findings.map(({ code, message }) => [code, message.en.includes("乙")])).toEqual([
      ["points-disagree", true],
    ]);
  });
});

describe("M27 start at 100 and add or take", () => {
  const rubric = (limits: string) =>
    rubricOf(
      `${limits}\nindicators:\n  - { id: start, name: 基础分, points: 100, rule: fixed }\n  - { id: plus, name: 加分, as: bonus, rule: each-time, each: 2 }\n  - { id: minus, name: 扣分, as: deduction, rule: each-time, each: 30 }\n`,
    );
  const data = "单位,plus,minus\n甲,3,1\n乙,0,4\n丙,5,0\n";
  test("without floor and cap", async () => {
    expect(await totals(rubric(""), data)).toEqual({ 丙: "110", 甲: "76", 乙: "-20" });
  });
  test("with floor and cap", async () => {
    expect(await totals(rubric("total: { floor: 0, cap: 100 }"), data)).toEqual({
      丙: "100",
      甲: "76",
      乙: "0",
    });
  });
});

describe("M28 fixed deduction from the total: 94.65 − 5 is 89.65", () => {
  const rubric = (rule: string) =>
    rubricOf(
      `indicators:\n  - { id: base, name: 基本, points: 100, rule: marks }\n  - { id: incident, name: 事件, as: deduction, ${rule} }\n`,
    );
  test("once", async () => {
    expect(
      await totals(rubric("points: 5, rule: once"), "单位,base,incident\n甲,94.65,是\n乙,94.65,否\n"),
    ).toEqual({ 乙: "94.65", 甲: "89.65" });
  });
  test("each time", async () => {
    expect(await total(rubric("rule: each-time, each: 5"), "单位,base,incident\n甲,94.65,2\n")).toBe("84.65");
  });
  test("each time, at most once", async () => {
    expect(
      await total(rubric("rule: each-time, each: 5, times: 1"), "单位,base,incident\n甲,94.65,3\n"),
    ).toBe("89.65");
  });
});

test("M30 gate: any one unmet fails the unit regardless of the total", async () => {
  const rubric = rubricOf(
    `indicators:\n  - { id: a, name: 甲项, points: 100, rule: marks }\ngates:\n  list:\n    - { id: g1, no: ★1, name: 无重大案件 }\n    - { id: g2, no: ★2, name: 主要领导未受处分 }\noutcomes:\n  - { name: 不达标, when: { unmet-gate: any } }\n  - { name: 达标, otherwise: yes }\n`,
  );
  const { assessment } = await assessText(rubric, "单位,a,g1,g2\n甲,100,是,否\n乙,1,是,是\n");
  expect(
    assessment?.results.map(({ score, outcome, reasons }) => [score.unit.name, outcome, reasons[0]?.clause]),
  ).toEqual([
    ["甲", "不达标", "★2"],
    ["乙", "达标", "2"],
  ]);
});

describe("M31 relative to the other units", () => {
  test("min–max of 60 in 40..90 is 40%", async () => {
    expect(
      await totals(oneIndicator("points: 100\nrule: min-max"), "单位,item\n甲,60\n乙,40\n丙,90\n"),
    ).toEqual({ 丙: "100", 甲: "40", 乙: "0" });
  });
  test("within the group, lower is better", async () => {
    const rubric = oneIndicator("points: 10\nrule: min-max\nbetter: lower", "ranking: { group-by: group }");
    expect(await totals(rubric, "单位,组别,item\n甲,一,10\n乙,一,20\n丙,二,100\n丁,二,300\n")).toEqual({
      甲: "10",
      乙: "0",
      丙: "10",
      丁: "0",
    });
  });
  test("not the last of the group", async () => {
    const rubric = oneIndicator(
      "points: 5\nrule: threshold\nwhen: { not: { input: mean-rank, among-worst: 1, better: lower } }",
      "inputs: { mean-rank: {} }",
    );
    expect(await totals(rubric, "单位,mean-rank\n甲,1.5\n乙,3\n丙,3\n")).toEqual({
      甲: "5",
      乙: "0",
      丙: "0",
    });
  });
  test("among the worst three of the total", async () => {
    const rubric = rubricOf(
      `indicators:\n  - { id: a, name: 甲项, points: 100, rule: marks }\noutcomes:\n  - { name: 批评, when: { score: total, among-worst: 3 } }\n  - { name: 保留, otherwise: yes }\n`,
    );
    const { assessment } = await assessText(rubric, "单位,a\n甲,90\n乙,80\n丙,70\n丁,70\n戊,95\n");
    expect(assessment?.results.map(({ score, outcome }) => `${score.unit.name}${outcome}`)).toEqual([
      "戊保留",
      "甲保留",
      "乙批评",
      "丙批评",
      "丁批评",
    ]);
  });
});

test("a declared 15 over 5+4+3+4 inside is said, not quietly settled", async () => {
  const leaves = [5, 4, 3, 4].map(
    (points, index) => `      - { id: i${index}, name: 项${index}, points: ${points}, rule: marks }`,
  );
  const rubric = rubricOf(
    `indicators:\n  - id: group\n    name: 组\n    points: 15\n    indicators:\n${leaves.join("\n")}\n`,
  );
  const { findings } = await assessText(rubric, "单位,i0\n甲,1\n");
  expect(findings).toMatchObject([{ code: "points-sum", severity: "error" }]);
  expect(findings[0]?.message.en).toContain("16 (5+4+3+4)");
});
