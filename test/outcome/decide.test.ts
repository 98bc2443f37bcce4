import { describe, expect, test } from "vitest";
import { assessText, rubricOf } from "../support/assess-text.ts";

const rubric = (outcomes: string, more = "") =>
  rubricOf(
    `${more}\nindicators:\n  - { id: a, name: 甲项, points: 100, rule: marks }\noutcomes:\n${outcomes}`,
  );

const decide = async (...texts: Parameters<typeof assessText>) => {
  const { assessment, findings, codes } = await assessText(...texts);
  const outcomes = assessment?.results.map(({ score, outcome, reasons }) => ({
    unit: score.unit.name,
    outcome,
    reasons: reasons.map(({ clause, text }) => `[${clause}] ${text.zh}`),
  }));
  return { outcomes, findings, codes };
};

describe("ordered rules", () => {
  const lines =
    "  - { name: 撤销, no: 一, when: { score: total, below: 70 } }\n  - { name: 批评, no: 二, when: { score: total, below: 80 }, because: 未达到合格线 }\n  - { name: 保留, otherwise: yes }\n";
  test("the first that holds decides, with the figure that met it", async () => {
    const { outcomes } = await decide(rubric(lines), "单位,a\n甲,80\n乙,79.99\n丙,69.99\n");
    expect(outcomes).toEqual([
      { unit: "甲", outcome: "保留", reasons: ["[3] 前列各条均不符合"] },
      { unit: "乙", outcome: "批评", reasons: ["[二] 未达到合格线（总分 79.99，低于 80）"] },
      { unit: "丙", outcome: "撤销", reasons: ["[一] 总分 69.99，低于 70"] },
    ]);
  });
  test("lines see the rounded figure unless the rubric says exact", async () => {
    const data = "单位,a\n甲,79.999\n";
    expect((await decide(rubric(lines), data)).outcomes?.[0]?.outcome).toBe("保留");
    expect((await decide(rubric(lines, "rounding: { lines: exact }"), data)).outcomes?.[0]?.outcome).toBe(
      "批评",
    );
  });
  test("a unit that no rule fits has no outcome, and that is told", async () => {
    const { outcomes, codes } = await decide(
      rubric("  - { name: 保留, when: { score: total, at-least: 85 } }\n"),
      "单位,a\n甲,80\n",
    );
    expect(outcomes?.[0]?.outcome).toBeUndefined();
    expect(codes).toEqual(["outcome-none"]);
  });
});

describe("lines on a part, shares and alternatives", () => {
  test("a group's own points, and its share", async () => {
    const text = rubricOf(
      "points: 100\nindicators:\n  - id: site\n    name: 实地\n    points: 100\n    weight: 85%\n    indicators:\n      - { id: a, name: 甲项, points: 100, rule: marks }\n  - { id: b, name: 问卷, weight: 15%, rule: marks, out-of: 100 }\noutcomes:\n  - { name: 甲等, when: { all: [{ score: site, at-least: 85 }, { score: b, at-least: 80% }] } }\n  - { name: 乙等, otherwise: yes }\n",
    );
    const { outcomes } = await decide(text, "单位,a,b\n甲,85,80\n乙,84.99,100\n丙,100,79.9\n");
    expect(outcomes?.map(({ unit, outcome }) => unit + outcome).sort()).toEqual([
      "丙乙等",
      "乙乙等",
      "甲甲等",
    ]);
  });
  test("any, not and the unit's kind, each with its words", async () => {
    const text = rubric(
      "  - { name: 甲, when: { any: [{ category: 机关 }, { not: { score: total, below: 50 } }] } }\n  - { name: 乙, otherwise: yes }\n",
    );
    const { outcomes } = await decide(text, "单位,类别,a\n一,机关,10\n二,企业,60\n三,企业,40\n");
    expect(outcomes?.map(({ outcome, reasons }) => [outcome, ...reasons])).toEqual([
      ["甲", "[1] 并非：总分 60.00，低于 50"],
      ["乙", "[2] 前列各条均不符合"],
      ["甲", "[1] 类别为机关"],
    ]);
  });
});

describe("vetoes and gates", () => {
  const veto = (missing: string) =>
    rubric(
      "  - { name: 撤销, when: { veto: any } }\n  - { name: 保留, otherwise: yes }\n",
      `vetoes:\n  ${missing}\n  list:\n    - { id: v1, no: 否一, name: 重大事故 }\n    - { id: v2, no: 否二, name: 弄虚作假 }`,
    );
  test("each that occurred is a reason under its own clause", async () => {
    const { outcomes } = await decide(veto("missing: no"), "单位,a,v1,v2\n甲,99,是,是\n乙,1,否,\n");
    expect(outcomes).toMatchObject([
      { unit: "甲", outcome: "撤销", reasons: ["[否一] 重大事故", "[否二] 弄虚作假"] },
      { unit: "乙", outcome: "保留" },
    ]);
  });
  test("one that nobody reported on is told, and counts as not occurred, unless the rubric says so itself", async () => {
    expect((await decide(veto("missing: finding"), "单位,a,v1,v2\n甲,99,否,\n")).codes).toEqual([
      "value-missing",
    ]);
    expect((await decide(veto("missing: no"), "单位,a,v1,v2\n甲,99,否,\n")).codes).toEqual([]);
  });
  test("a condition that cannot be judged holds neither way", async () => {
    const text = rubric(
      "  - { name: 甲, when: { not: { input: x, at-least: 3 } } }\n  - { name: 乙, when: { input: x, at-least: 3 } }\n  - { name: 丙, otherwise: yes }\n",
      "inputs: { x: {} }",
    );
    const { outcomes, codes } = await decide(text, "单位,a,x\n一,9,1\n二,8,3\n三,7,\n四,6,不适用\n");
    expect(outcomes?.map(({ outcome }) => outcome)).toEqual(["甲", "乙", "丙", "丙"]);
    expect(codes).toEqual(["value-missing"]);
  });
  test.each([
    ["vetoes:\n  list:\n    - { id: v1, name: 事故, when: { unmet-gate: any } }"],
    ["gates:\n  list:\n    - { id: g1, name: 条件, requires: { unmet-gate: any } }"],
  ])("what is judged later cannot be asked earlier: %s", async (section) => {
    expect(
      (await decide(rubric("  - { name: 保留, otherwise: yes }\n", section), "单位,a\n甲,1\n")).codes,
    ).toEqual(["condition-scope"]);
  });
  test("a gate that does not apply stands in nobody's way", async () => {
    const text = rubric(
      "  - { name: 否, when: { unmet-gate: any } }\n  - { name: 可, otherwise: yes }\n",
      "gates:\n  list:\n    - { id: g1, name: 条件 }",
    );
    const { outcomes } = await decide(text, "单位,a,g1\n一,9,不适用\n二,8,是\n三,7,否\n");
    expect(outcomes?.map(({ outcome }) => outcome)).toEqual(["可", "可", "否"]);
  });
});
