import { describe, expect, test } from "vitest";
import { assessText, oneIndicator, rubricOf, total, totals } from "../support/assess-text.ts";

/** Mechanics with several values of one thing, answer sheets, events, dates, years and runs. */

const scale = "scales:\n  四档: { A: 100%, B: 66%, C: 33%, D: 0 }";
const marksBy = (...marks: readonly (number | string)[]) =>
  `单位,指标编号,测评员,值\n${marks.map((mark, index) => `甲,item,测评员${index + 1},${mark}`).join("\n")}\n`;

describe("M16 several assessors", () => {
  const rubric = (by: string) => oneIndicator(`points: 100\nrule: marks\nassessors: ${by}`);
  test.each([
    ["mean", "90"],
    ["median", "90"],
    ["trimmed-mean", "90"],
  ])("90, 92, 85, 95, 88: %s is %s", async (by, expected) => {
    expect(await total(rubric(by), marksBy(90, 92, 85, 95, 88))).toBe(expected);
  });
  test("90, 92, 85, 95 trimmed is 91", async () => {
    expect(await total(rubric("trimmed-mean"), marksBy(90, 92, 85, 95))).toBe("91");
  });
  test("the median of an even number is between the middle two", async () => {
    expect(await total(rubric("median"), marksBy(90, 92, 85, 95))).toBe("91");
  });
  test.each([
    [[80, 90], "85"],
    [[80], "80"],
  ])("trimmed with fewer than three (%j) is the plain mean, and is told", async (marks, expected) => {
    expect(await total(rubric("trimmed-mean"), marksBy(...marks))).toBe(expected);
    expect((await assessText(rubric("trimmed-mean"), marksBy(...marks))).codes).toEqual(["few-assessors"]);
  });
  test("the same assessor twice for one thing is told", async () => {
    const { codes } = await assessText(
      rubric("mean"),
      "单位,指标编号,测评员,值\n甲,item,一,80\n甲,item,一,90\n",
    );
    expect(codes).toEqual(["cell-duplicate"]);
  });
  test("an assessor to whom it does not apply takes no part", async () => {
    expect(await total(rubric("mean"), marksBy(90, "不适用", 80))).toBe("85");
  });
  test("one row an assessor, in a wide table", async () => {
    expect(await total(rubric("mean"), "单位,测评员,item\n甲,一,80\n甲,二,90\n")).toBe("85");
  });
  test("letters are scored first, and their points brought together", async () => {
    const letters = oneIndicator("points: 6\nrule: grade\nscale: 四档\nassessors: mean", scale);
    expect(await total(letters, marksBy("A", "B"))).toBe("4.98");
  });
  test("an input of its own: the mean of three is compared with a line", async () => {
    const rubric2 = oneIndicator(
      "points: 5\nrule: threshold\nwhen: { input: overall, at-least: 85 }",
      "inputs: { overall: { assessors: mean } }",
    );
    expect(await total(rubric2, "单位,指标编号,测评员,值\n甲,overall,一,80\n甲,overall,二,90\n")).toBe("5");
  });
});

describe("M17 several sampled sites", () => {
  test("5 roads, 4 pass, is B", async () => {
    const rubric = oneIndicator(
      "points: 15\nrule: k-of-n\nper: site\nof: 5\nscale: 四档\ntable: { 5: A, 4: B, 3: C }\notherwise: D",
      scale,
    );
    const rows = ["是", "是", "否", "是", "是"].map((word, index) => `甲,item,道路${index + 1},${word}`);
    expect(await total(rubric, `单位,指标编号,点位,值\n${rows.join("\n")}\n`)).toBe("9.9");
  });
  test("by share, where units have different numbers of sites", async () => {
    const rubric = oneIndicator("points: 10\nrule: k-of-n\nper: site\ntable: { 100%: 10, 75%: 6 }");
    expect(await total(rubric, "单位,点位,item\n甲,一,是\n甲,二,是\n甲,三,是\n甲,四,否\n")).toBe("6");
  });
  test("the mean of them, each site with clauses of its own", async () => {
    const rubric = oneIndicator(
      "points: 4\nrule: clauses\nsites: mean\nclauses:\n  - { text: 整洁, points: 3 }\n  - { text: 有序, points: 1 }",
    );
    expect(await total(rubric, "单位,点位,整洁,有序\n甲,一,是,是\n甲,二,否,是\n甲,三,是,否\n")).toBe("8/3");
  });
  test("assessors first, then sites", async () => {
    const rubric = oneIndicator("points: 10\nrule: marks\nassessors: mean\nsites: least");
    expect(
      await total(rubric, "单位,测评员,点位,item\n甲,一,东,8\n甲,二,东,10\n甲,一,西,6\n甲,二,西,7\n"),
    ).toBe("6.5");
  });
  test("fewer sites than are due are told, and count as not met; more are an error", async () => {
    const rubric = oneIndicator("points: 10\nrule: k-of-n\nper: site\nof: 2\ntable: { 2: 10, 1: 4 }");
    expect(await total(rubric, "单位,点位,item\n甲,一,是\n")).toBe("4");
    expect((await assessText(rubric, "单位,点位,item\n甲,一,是\n")).codes).toEqual(["value-missing"]);
    expect((await assessText(rubric, "单位,点位,item\n甲,一,是\n甲,二,是\n甲,三,是\n")).codes).toEqual([
      "more-than-due",
    ]);
  });
  test("a site that does not apply is left out; a blank one is what missing says", async () => {
    const rubric = (missing = "") =>
      oneIndicator(`points: 10\nrule: k-of-n\nper: site\ntable: { 100%: 10, 50%: 4 }\n${missing}`);
    const exempt = "单位,点位,item\n甲,一,是\n甲,二,不适用\n";
    expect((await assessText(rubric(), exempt)).codes).toEqual([]);
    expect(await total(rubric(), exempt)).toBe("10");
    const blank = "单位,点位,item\n甲,一,是\n甲,二,\n";
    expect((await assessText(rubric(), blank)).codes).toEqual(["value-missing"]);
    expect(await total(rubric(), blank)).toBe("4");
    expect(await total(rubric("missing: zero"), blank)).toBe("4");
    expect(await total(rubric("missing: full"), blank)).toBe("10");
    expect(await total(rubric("missing: not-applicable"), blank)).toBe("10");
  });
  test.each([
    ["sites", "per: site\ntable: { 100%: 10 }", "单位,点位,item\n甲,一,\n甲,二,\n"],
    ["periods", "per: period\nof: 12\ntable: { 12: 10 }", "单位,月份,item\n甲,1月,\n甲,2月,\n"],
  ])("%s that are all blank are missing, and told", async (_, rule, submissions) => {
    const rubric = oneIndicator(`points: 10\nrule: k-of-n\n${rule}`);
    expect((await assessText(rubric, submissions)).codes).toContain("value-missing");
  });
});

describe("M18 a survey from single answer sheets", () => {
  const inputs = (more = "") =>
    `inputs:\n  satisfaction:\n    name: 满意度\n    sheets:\n      answers: { 满意: 1, 基本满意: 0.6, 不满意: 0 }\n      invalid: [废卷]\n${more}`;
  const rubric = (more = "") =>
    oneIndicator("points: 100\nrule: proportional\ntarget: 1\ninput: satisfaction", inputs(more));
  const sheets = (...answers: readonly (readonly [string, number])[]) =>
    `单位,满意度\n${answers.flatMap(([answer, count]) => Array<string>(count).fill(`甲,${answer}`)).join("\n")}\n`;
  test("172 满意, 14 基本满意, 14 不满意 at 1/0.6/0 is 90.2%", async () => {
    expect(await total(rubric(), sheets(["满意", 172], ["基本满意", 14], ["不满意", 14]))).toBe("90.2");
  });
  test("invalid and blank sheets are left out", async () => {
    expect(await total(rubric(), sheets(["满意", 3], ["不满意", 1], ["废卷", 2], ["", 2]))).toBe("75");
  });
  test("the share of positive answers", async () => {
    const positive = oneIndicator(
      "points: 10\nrule: bands\nbands: [{ at-least: 90%, give: 10 }]\notherwise: 5\ninput: s",
      "inputs: { s: { sheets: { answers: { 知晓: 100%, 不知晓: 0% } } } }",
    );
    const rows = [...Array<string>(9).fill("甲,知晓"), "甲,不知晓"];
    expect(await total(positive, `单位,s\n${rows.join("\n")}\n`)).toBe("10");
  });
  test("too small a sample is told; the rubric may say that it counts as missing", async () => {
    const data = sheets(["满意", 5]);
    expect(await total(rubric("      sample: 30\n"), data)).toBe("100");
    expect((await assessText(rubric("      sample: 30\n"), data)).codes).toEqual(["survey-short"]);
    expect(await total(rubric("      sample: 30\n      short-sample: missing\n"), data)).toBe("0");
  });
  test("a survey with no valid sheet counts as missing, and is told", async () => {
    expect(await total(rubric(), sheets(["废卷", 3]))).toBe("0");
    expect((await assessText(rubric(), sheets(["废卷", 3]))).codes).toEqual([
      "survey-empty",
      "value-missing",
    ]);
  });
});

test("M19 9, 8, 10 approve, 1 disapproves, 2 blank at −0.2, is 6.35", async () => {
  const rubric = oneIndicator(
    "points: 10\nrule: marks\ninput: verdict",
    "inputs:\n  verdict:\n    name: 评分\n    from: 0\n    to: 10\n    sheets:\n      blank-takes: 0.2\n      verdict: { question: 总体评价, approves: [满意], disapproves: [不满意] }",
  );
  const data = "单位,评分,总体评价\n甲,9,满意\n甲,8,满意\n甲,10,满意\n甲,7,不满意\n甲,,\n甲,,\n";
  expect(await total(rubric, data)).toBe("6.35");
});

const units = "单位\n甲\n乙\n";
const eventsOf = (...rows: readonly string[]) => ({
  events: `单位,日期,事项,级别,事由,情节,次数\n${rows.join("\n")}\n`,
  asOf: "2021-12-31",
});

describe("M25 bonus, capped, one matter once at its highest", () => {
  const rubric = rubricOf(
    "indicators:\n  - { id: base, name: 基础分, points: 100, rule: fixed }\n  - id: plus\n    name: 加分项\n    as: bonus\n    cap: 8\n    indicators:\n      - { id: awards, name: 表彰, rule: events, event: 表彰, levels: { 国家级: 5, 省级: 3, 市级: 4 }, once-per: matter }\n",
  );
  test("national 5 + provincial 3 for one matter, another 4, cap 8, is 8", async () => {
    const more = eventsOf(
      "甲,2021-05-01,表彰,国家级,创卫,,",
      "甲,2021-06-01,表彰,省级,创卫,,",
      "甲,2021-07-01,表彰,市级,双拥,,",
    );
    expect(await totals(rubric, units, undefined, more)).toMatchObject({ 甲: "108" });
  });
  test("below the cap, the lower of one matter is not counted", async () => {
    const more = eventsOf("甲,2021-05-01,表彰,国家级,创卫,,", "甲,2021-06-01,表彰,省级,创卫,,");
    expect(await totals(rubric, units, undefined, more)).toMatchObject({ 甲: "105" });
  });
  test("the same matter in another year counts again", async () => {
    const more = eventsOf("甲,2021-05-01,表彰,省级,创卫,,", "甲,2020-06-01,表彰,省级,创卫,,");
    expect(await totals(rubric, units, undefined, more)).toMatchObject({ 甲: "106" });
  });
  test("a matter listed under two units counts for each", async () => {
    const more = eventsOf("甲,2021-05-01,表彰,省级,联建,,", "乙,2021-05-01,表彰,省级,联建,,");
    expect(await totals(rubric, units, undefined, more)).toEqual({ 甲: "103", 乙: "103" });
  });
});

describe("M26 dated events with factors and repeat rules", () => {
  const rubric = (more = "") =>
    rubricOf(
      `indicators:\n  - { id: base, name: 基础分, points: 100, rule: fixed }\n  - { id: minus, name: 问题扣分, as: deduction, rule: events, event: 环境问题, each: 2, factors: { 隐瞒: 2, 当场整改: 0.5 }${more} }\n`,
    );
  test.each([
    ["甲,2021-05-01,环境问题,,,,", "98"],
    ["甲,2021-05-01,环境问题,,,,3", "94"],
    ["甲,2021-05-01,环境问题,,,隐瞒,", "96"],
    ["甲,2021-05-01,环境问题,,,当场整改,", "99"],
    ["甲,2021-05-01,环境问题,,,隐瞒 当场整改,", "98"],
  ])("%s leaves %s", async (row, expected) => {
    expect(await totals(rubric(), units, undefined, eventsOf(row))).toMatchObject({ 甲: expected });
  });
  test("doubled from the third of one visit", async () => {
    const more = eventsOf(
      ...Array<string>(4).fill("甲,2021-05-01,环境问题,,,,"),
      "甲,2021-06-01,环境问题,,,,",
    );
    // 2 + 2 + 4 + 4 on the first day, 2 on the other
    expect(
      await totals(rubric(", repeat: { per: day, from: 3, factor: 2 }"), units, undefined, more),
    ).toMatchObject({ 甲: "86" });
  });
  test("a kind that the rubric does not know is told, with the near one", async () => {
    const { findings } = await assessText(rubric(), units, undefined, eventsOf("甲,2021-05-01,环镜问题,,,,"));
    expect(findings).toMatchObject([
      { code: "value-not-in-list", file: "events.csv", cell: { line: 2, field: 2 } },
    ]);
    expect(findings[0]?.hint?.zh).toContain("环境问题");
  });
  test("without a file of events none are counted, and that is told", async () => {
    expect((await assessText(rubric(), units)).codes).toEqual(["events-missing"]);
  });
});

describe("M29 veto list with a window before the reference date", () => {
  const rubric = (within: string) =>
    rubricOf(
      `term: { from: 2020-01-01, to: 2022-12-31 }\nindicators:\n  - { id: a, name: 基础分, points: 100, rule: fixed }\nvetoes:\n  list:\n    - { id: v1, no: 一, name: 重大事故, when: { event: 事故, within: ${within} } }\noutcomes:\n  - { name: 撤销, when: { veto: any } }\n  - { name: 保留, otherwise: yes }\n`,
    );
  const outcome = async (within: string, day: string) => {
    const { assessment } = await assessText(
      rubric(within),
      "单位\n甲\n",
      undefined,
      eventsOf(`甲,${day},事故,,,,`),
    );
    return assessment?.results[0]?.outcome;
  };
  test.each([
    ["12 months", "2020-12-30", "保留"],
    ["12 months", "2020-12-31", "撤销"], // exactly on the edge
    ["12 months", "2021-12-31", "撤销"],
    ["2 years", "2019-12-30", "保留"],
    ["2 years", "2019-12-31", "撤销"],
    ["year", "2020-12-31", "保留"],
    ["year", "2021-01-01", "撤销"],
    ["term", "2019-12-31", "保留"],
    ["term", "2020-01-01", "撤销"],
    ["2021-03-01..2021-03-31", "2021-04-01", "保留"],
  ])("%s before 2021-12-31: an event of %s: %s", async (within, day, expected) => {
    expect(await outcome(within, day)).toBe(expected);
  });
  test("an event after the reference date does not count", async () => {
    expect(await outcome("12 months", "2022-01-01")).toBe("保留");
  });
});

describe("M32 years", () => {
  const yearly = (weights: string) =>
    oneIndicator(
      "points: 100\nrule: marks\ninput: score",
      `inputs: { score: { from: 0, to: 100, periods: ${weights} } }`,
    );
  const data = "单位,指标,期,值\n甲,score,2015,80\n甲,score,2016,90\n甲,score,2017,95\n";
  test("80, 90, 95 at 15/25/60 is 91.5", async () => {
    expect(await total(yearly("{ 2015: 15%, 2016: 25%, 2017: 60% }"), data)).toBe("91.5");
  });
  test("the plain mean of three", async () => {
    expect(await total(yearly("mean"), data)).toBe("265/3");
  });
  test("40 + 60", async () => {
    expect(
      await total(
        yearly("{ 2016: 40%, 2017: 60% }"),
        "单位,指标,期,值\n甲,score,2016,90\n甲,score,2017,95\n",
      ),
    ).toBe("93");
  });
  test("an input that is the mean of two years", async () => {
    const rubric = oneIndicator(
      "points: 10\nrule: bands\nbands: [{ at-least: 5, give: 10 }]\notherwise: 0\ninput: growth",
      "inputs: { growth: { periods: mean } }",
    );
    expect(await total(rubric, "单位,指标,期,值\n甲,growth,2016,4\n甲,growth,2017,6\n")).toBe("10");
  });
  test("a year that is missing counts 0 and is told; one that is not weighed is an error", async () => {
    const rubric = yearly("{ 2016: 40%, 2017: 60% }");
    expect(await total(rubric, "单位,指标,期,值\n甲,score,2017,95\n")).toBe("57");
    expect((await assessText(rubric, "单位,指标,期,值\n甲,score,2017,95\n")).codes).toEqual([
      "value-missing",
    ]);
    const last = "单位,指标,期,值\n甲,score,2016,90\n甲,score,2017,95\n甲,score,2015,80\n";
    const { findings } = await assessText(rubric, last);
    expect(findings.map(({ code, cell }) => [code, cell?.line])).toEqual([["period-unknown", 4]]);
  });
});

describe("M33 items due by month", () => {
  const rubric = oneIndicator("points: 4\nrule: on-time\ndue: 2012-03\nlate: 50%\nnot-after: 2012-06");
  test.each([
    ["2012-03-31", "4"],
    ["2012年3月", "4"],
    ["2012-04-01", "2"],
    ["2012-06-30", "2"],
    ["2012-07-01", "0"],
  ])("done %s earns %s", async (day, expected) => {
    expect(await total(rubric, `单位,item\n甲,${day}\n`)).toBe(expected);
  });
  test("a theme a month: 11 of 12", async () => {
    const monthly = oneIndicator(
      "points: 12\nrule: k-of-n\nper: period\nof: 12\ntable: { 12: 12, 11: 11, 10: 8 }",
    );
    const rows = Array.from(
      { length: 12 },
      (_, month) => `甲,item,${month + 1}月,${month === 4 ? "否" : "是"}`,
    );
    expect(await total(monthly, `单位,指标编号,月份,值\n${rows.join("\n")}\n`)).toBe("11");
  });
});

describe("M34 several runs of one rubric in a year", () => {
  const rubric = rubricOf(
    "phases: { list: [自查, 检查, 验收], result: 验收 }\nindicators:\n  - { id: a, name: 甲项, points: 100, rule: marks }\noutcomes:\n  - { name: 合格, when: { all: [{ score: total, phase: 自查, at-least: 90 }, { score: total, at-least: 85 }] } }\n  - { name: 不合格, otherwise: yes }\n",
  );
  test("the run that counts gives the total, the others are compared with it", async () => {
    const { assessment } = await assessText(rubric, {
      "self.csv": "单位,阶段,a\n甲,自查,95\n乙,自查,80\n",
      "final.csv": "单位,阶段,a\n甲,验收,86\n乙,验收,99\n",
    });
    expect(
      assessment?.results.map(({ score, outcome }) => [score.unit.name, score.total.numerator, outcome]),
    ).toEqual([
      ["乙", 99, "不合格"],
      ["甲", 86, "合格"],
    ]);
  });
});

test("M35 the result of another assessment is an input and a gate", async () => {
  const rubric = rubricOf(
    "inputs: { other: { name: 文明程度测评, from: 0, to: 100 } }\nindicators:\n  - { id: a, name: 甲项, points: 100, rule: marks }\ngates:\n  list:\n    - { id: g, no: ★, name: 另一测评不低于 85 分, requires: { input: other, at-least: 85 } }\noutcomes:\n  - { name: 不予申报, when: { unmet-gate: any } }\n  - { name: 可申报, otherwise: yes }\n",
  );
  const { assessment } = await assessText(rubric, {
    "a.csv": "单位,a\n甲,90\n乙,99\n",
    "b.csv": "单位,文明程度测评\n甲,85\n乙,84.99\n",
  });
  expect(assessment?.results.map(({ score, outcome }) => `${score.unit.name}${outcome}`)).toEqual([
    "乙不予申报",
    "甲可申报",
  ]);
});

describe("where two mechanics meet", () => {
  test("not applicable inside a capped bonus adds nothing and is not shared out", async () => {
    const rubric = rubricOf(
      "indicators:\n  - { id: base, name: 基础分, points: 100, rule: fixed }\n  - id: plus\n    name: 加分\n    as: bonus\n    cap: 8\n    indicators:\n      - { id: a, name: 甲项, points: 5, rule: marks }\n      - { id: b, name: 乙项, points: 5, rule: marks }\n",
    );
    expect(await totals(rubric, "单位,a,b\n甲,5,不适用\n乙,5,5\n")).toEqual({ 甲: "105", 乙: "108" });
  });
  test("a deduction larger than the whole goes below zero unless the total has a floor", async () => {
    const rubric = (limits: string) =>
      rubricOf(
        `${limits}\nindicators:\n  - { id: a, name: 甲项, points: 10, rule: marks }\n  - { id: b, name: 扣分, as: deduction, rule: each-time, each: 8 }\n`,
      );
    expect(await total(rubric(""), "单位,a,b\n甲,10,2\n")).toBe("-6");
    expect(await total(rubric("total: { floor: 0 }"), "单位,a,b\n甲,10,2\n")).toBe("0");
  });
  test("terms are rounded before they are capped", async () => {
    const rubric = rubricOf(
      "rounding: { places: 0, at: terms }\nindicators:\n  - { id: base, name: 基础分, points: 90, rule: fixed }\n  - id: plus\n    name: 奖励\n    cap: 3\n    indicators:\n      - { id: a, name: 甲项, points: 3, rule: marks }\n      - { id: b, name: 乙项, points: 3, rule: marks }\n",
    );
    // 1.5 and 1.4 become 2 and 1, which is the cap; rounded after, 2.9 would be 3 as well, but 1.5 + 1.5 is 4, capped to 3.
    expect(await totals(rubric, "单位,a,b\n甲,1.5,1.4\n乙,1.5,1.5\n丙,0.5,0.4\n")).toEqual({
      甲: "93",
      乙: "93",
      丙: "91",
    });
  });
});

describe("what the rubric does not ask about, and what it cannot bring together", () => {
  const marks = (more: string) => oneIndicator(`points: 10\nrule: marks\n${more}`);
  test("marks at two sites, where only assessors are brought together, are one too many", async () => {
    const { codes } = await assessText(
      marks("assessors: mean"),
      "单位,测评员,点位,item\n甲,一,东,8\n甲,一,西,6\n",
    );
    expect(codes).toEqual(["cell-duplicate"]);
  });
  test.each([
    ["least", "4"], // only one site has the yes of both
    ["greatest", "10"],
    ["mean", "4"], // 1 + 1/2
  ])("sites that pass, when several assessors judge each: %s gives %s", async (by, expected) => {
    const rubric = oneIndicator(
      `points: 10\nrule: k-of-n\nper: site\nof: 2\ntable: { 2: 10, 1: 4 }\nassessors: ${by}`,
    );
    expect(
      await total(rubric, "单位,测评员,点位,item\n甲,一,东,是\n甲,一,西,是\n甲,二,东,是\n甲,二,西,否\n"),
    ).toBe(expected);
  });
  test("a yes at any site is a veto, and a blank is placed where it is", async () => {
    const rubric = rubricOf(
      "inputs: { fire: { name: 消防通道堵塞, type: yes-no, assessors: greatest, sites: greatest } }\nindicators:\n  - { id: m, name: 市场, points: 5, rule: marks, sites: mean }\nvetoes:\n  list:\n    - { id: v, no: 否, name: 堵塞, when: { input: fire } }\noutcomes:\n  - { name: 黄牌, when: { veto: any } }\n  - { name: 通过, otherwise: yes }\n",
    );
    const data = "单位,点位,m,消防通道堵塞\n甲,一,4,否\n甲,二,,是\n乙,一,5,否\n";
    const { assessment, findings } = await assessText(rubric, data);
    expect(assessment?.results.map(({ score, outcome }) => score.unit.name + outcome)).toEqual([
      "乙通过",
      "甲黄牌",
    ]);
    expect(findings).toMatchObject([{ code: "value-missing", cell: { line: 3, field: 2 } }]);
  });
  test("a step that gives more than the points, and several values of a computed input, are told", async () => {
    const bands = oneIndicator("points: 10\nrule: bands\nbands: [{ at-least: 3, give: 20 }]");
    expect((await assessText(bands, "单位,item\n甲,1\n")).codes).toEqual(["award-above-points"]);
    const computed = oneIndicator(
      "points: 10\nrule: marks\ninput: y",
      "inputs: { x: {}, y: { add: [x], periods: sum } }",
    );
    expect((await assessText(computed, "单位,x\n甲,1\n")).codes).toEqual(["several-not-handed-in"]);
  });
  test.each([
    ["rule: fixed\nassessors: mean"],
    ["rule: min-max\nassessors: mean"],
    ["rule: threshold\nwhen: { input: x, at-least: 1 }\nsites: mean"],
  ])("%s has nothing to bring together", async (rule) => {
    const { codes } = await assessText(
      oneIndicator(`points: 10\n${rule}`, "inputs: { x: {} }"),
      "单位,item\n甲,1\n",
    );
    expect(codes).toEqual(["several-without-values"]);
  });
  test("a sum over months is held to the points", async () => {
    expect(await total(marks("periods: sum"), "单位,月份,item\n甲,一月,8\n甲,二月,8\n")).toBe("10");
    expect((await assessText(marks("periods: sum"), "单位,月份,item\n甲,一月,8\n甲,二月,8\n")).codes).toEqual(
      ["sum-above-points"],
    );
  });
  test("a year that does not apply leaves its weight to the others", async () => {
    const rubric = oneIndicator("points: 10\nrule: marks\nperiods: { 2015: 40%, 2016: 60% }");
    expect(await total(rubric, "单位,期,item\n甲,2015,不适用\n甲,2016,8\n")).toBe("8");
    expect((await assessText(rubric, "单位,期,item\n甲,2015,不适用\n甲,2016,8\n")).codes).toEqual([]);
    expect(await total(rubric, "单位,期,item\n甲,2016,10\n")).toBe("6");
  });
  test("a blank mark of one assessor is told: of an indicator it counts 0, of an input it is left out", async () => {
    expect(await total(marks("assessors: mean"), "单位,测评员,item\n甲,一,8\n甲,二,\n")).toBe("4");
    const input = oneIndicator(
      "points: 10\nrule: marks\ninput: x",
      "inputs: { x: { to: 10, assessors: mean } }",
    );
    expect(await total(input, "单位,测评员,x\n甲,一,8\n甲,二,\n")).toBe("8");
    expect((await assessText(input, "单位,测评员,x\n甲,一,8\n甲,二,\n")).codes).toEqual(["value-missing"]);
  });
  test("an event whose level has no points is told, and so is one after the reference date", async () => {
    const rubric = rubricOf(
      "indicators:\n  - { id: base, name: 基础分, points: 100, rule: fixed }\n  - { id: plus, name: 表彰, as: bonus, rule: events, event: 表彰, levels: { 市级: 2 } }\n",
    );
    const codes = async (row: string) => (await assessText(rubric, units, undefined, eventsOf(row))).codes;
    expect(await codes("甲,2021-05-01,表彰,,,,")).toEqual(["event-level"]);
    expect(await codes("甲,2022-05-01,表彰,市级,,,")).toEqual(["event-after"]);
    expect(await codes("申,2021-05-01,表彰,市级,,,")).toEqual(["unit-unknown"]);
  });
  test("answers of one numbered sheet belong together, also in a long table", async () => {
    const rubric = oneIndicator(
      "points: 10\nrule: marks\ninput: mark",
      "inputs:\n  mark:\n    name: 评分\n    to: 10\n    sheets: { verdict: { question: 总评, approves: [满意], disapproves: [不满意] } }",
    );
    const data = "单位,指标编号,问卷编号,值\n甲,评分,1,8\n甲,总评,1,不满意\n甲,评分,2,6\n甲,总评,2,满意\n";
    expect(await total(rubric, data)).toBe("3");
  });
  test("values of the register are the same in every run, and a blank is placed in the file of its run", async () => {
    const rubric = rubricOf(
      "phases: { list: [自查, 验收], result: 验收 }\ninputs:\n  staff: { name: 职工人数, type: count, register: headcount }\n  part: { name: 参加人数, type: count }\n  share: { name: 参与率, type: percent, divide: [part, staff] }\nindicators:\n  - { id: a, name: 甲项, points: 10, rule: proportional, input: share, target: 100% }\n  - { id: b, name: 乙项, points: 10, rule: marks }\n",
    );
    const files = {
      "self.csv": "单位,阶段,参加人数,乙项\n甲,自查,10,9\n",
      "final.csv": "单位,阶段,参加人数,乙项\n甲,验收,10,\n",
    };
    const { assessment, findings } = await assessText(rubric, files, "单位,职工人数\n甲,10\n");
    expect(findings).toMatchObject([
      { code: "value-missing", file: "final.csv", cell: { line: 2, field: 3 } },
    ]);
    expect(assessment?.phases.get(0)?.[0]?.total.numerator).toBe(19);
  });
});
