import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFraction, type Rational } from "../../src/base/rational.ts";
import { loadRubric } from "../../src/cli/load.ts";
import { parseRubricDocument } from "../../src/rubric/document.ts";
import type { Plan } from "../../src/rubric/plan.ts";
import { printRubric } from "../../src/rubric/print.ts";
import { planText } from "../support/assess-text.ts";
import { recordingIo, run } from "../support/recording-io.ts";
import { shippedRubrics as shipped } from "../support/shipped-rubrics.ts";

const isRational = (value: unknown): value is Rational =>
  typeof value === "object" && value !== null && "numerator" in value && "denominator" in value;

/** A Plan as text, without positions; maps in their order, and numbers by value: 100/4 is 25. */
const facts = (plan: Plan | undefined): string =>
  JSON.stringify(plan && { ...plan, nodes: [], leaves: [], entries: [] }, (key, value: unknown) => {
    if (key === "origin") return undefined;
    if (value instanceof Map) return [...value];
    return isRational(value) ? formatFraction(value) : value;
  });

/** The printed form of a rubric text; a printed form has no warnings of its own. */
function printed(rubric: string): string {
  const { plan, findings } = planText(rubric);
  const document = parseRubricDocument("rubric.yaml", rubric);
  if (plan === undefined || !document.ok)
    throw new Error(findings.map(({ code, message }) => `${code}: ${message.en}`).join("\n"));
  return printRubric(document.value, plan);
}

/** What is proven of the rubric stands below it, as comments. */
const withoutComments = (yaml: string): string =>
  yaml
    .replace(/^#.*\n/gm, "")
    .replace(/ # [^\n]*$/gm, "")
    .trimEnd();

describe("the printed form of a rubric means the same", () => {
  it.each([...shipped, "fixtures/overlay-province/province.yaml"])("%s", async (path) => {
    const rubric = await loadRubric(recordingIo(), path);
    const { code, stdout, stderr } = await run(["check", "--print", path]);
    expect([code, stderr, rubric.ok]).toEqual([0, "", true]);
    const { plan, findings } = planText(stdout);
    expect(findings).toEqual([]);
    expect(facts(plan)).toBe(facts(rubric.ok ? rubric.value.plan : undefined));
    // It is whole: printing it again finds nothing more to fill in.
    expect(withoutComments(printed(stdout))).toBe(withoutComments(stdout));
    expect(printed(stdout)).not.toMatch(/# (?:default|computed)$/m);
  });
});

const everything = `ceping: 1
id: all
title: "a: b # c"
version: "2"
note: |
  两行
  文字
points: 100
missing: zero
units: { categories: [甲, 乙], tags: [t] }
ranking: { groups: [x], ties: [{ score: work }, { input: rate, better: lower }] }
phases: { list: [自查, 验收], result: 验收 }
term: { from: 2021-01-01, to: 2023-12-31 }
scales: { 两级: { 好: 100%, 差: 0% } }
inputs:
  rate: { type: percent, to: 100% }
  ok: { type: yes-no }
  level: { words: [高, 低] }
  part: { divide: [rate, 2] }
  visits: { assessors: mean }
  poll:
    sheets: { answers: { 满意: 1, 不满意: 0 }, verdict: { question: 总评, approves: [是], disapproves: [否] } }
indicators:
  - id: work
    name: 工作
    points: 60
    method: 看
    missing: full
    indicators:
      - { id: a, name: A, weight: 25%, rule: marks }
      - { id: b, name: B, weight: 75%, rule: min-max, method: 听 }
  - id: c
    name: C
    rule: clauses
    clauses: [ { text: 一, points: 5, when: { not: { input: ok } } }, { text: "- 二", points: 5 } ]
  - { id: d, name: D, points: [ { when: { category: 甲 }, value: 10 }, { otherwise: 10 } ], rule: threshold, when: { all: [ { input: rate, at-least: 60% }, { input: level, is: 高 } ] } }
  - { id: e, name: E, points: 5, rule: bands, scale: 两级, bands: [ { at-least: 60, give: 好 } ], otherwise: 差 }
  - { id: f, name: F, points: 5, rule: on-time, due: 2021-06 }
  - { id: g, name: G, points: 5, rule: k-of-n, of: 3, table: { 3: 5, 2: 2 } }
  - { id: h, name: H, points: 5, methods: [看, 听], combine: least, rule: grade, scale: { 好: 5, 差: 0 } }
  - { id: i, name: I, as: bonus, rule: events, event: 表彰, each: 1, within: term }
  - { id: j, name: J, as: deduction, applies-to: { tag: t }, rule: each-time, each: 0.5 }
gates: { list: [{ id: g1, name: 门, requires: { score: work, at-least: 60% } }, { id: g2, name: 门二 }] }
vetoes: { missing: no, list: [{ id: v1, name: 否, when: { event: [事故], within: 12 months } }] }
outcomes:
  - { name: 优, when: { any: [{ score: total, among-best: 2 }, { unmet-gate: any }] } }
  - { name: 良, otherwise: yes }
`;

describe("the printed form", () => {
  const text = printed(everything);

  it("means the same with every kind of default to fill in", () => {
    const { plan, findings } = planText(text);
    expect(findings).toEqual([]);
    expect(facts(plan)).toBe(facts(planText(everything).plan));
    expect(withoutComments(printed(text))).toBe(withoutComments(text));
  });

  it("says of each value where it comes from", () => {
    for (const line of text.split("\n"))
      expect(line).toMatch(/^$|:$|^ {2}(?:两行|文字)$| # (?:default|computed|rubric\.yaml:\d+)$/);
  });

  it.each([
    ["a default of the file", "missing: zero # rubric.yaml:9\nnot-applicable: renormalise # default\n"],
    ["what a group hands down", "method: 看 # rubric.yaml:27\n        missing: full # rubric.yaml:28\n"],
    ["but not over what is written", "method: 听 # rubric.yaml:31\n"],
    ["a share of the points", "points: 45 # computed\n        weight: 75% # rubric.yaml:31\n"],
    ["the sum of clauses", "points: 10 # computed\n    missing: zero # rubric.yaml:9\n"],
    ["what a rule leaves open", "better: higher # default\n        over: group # default\n"],
    ["a yes", "input: ok # rubric.yaml:35\n            is: yes # default\n"],
    ["a type", "level:\n    type: word # default\n    words:\n"],
    ["nothing for what is worked out", "part:\n    type: number # default\n    divide:\n"],
    ["answer sheets", "sample: 0 # default\n      short-sample: finding # default\n"],
    ["how many events", "at-least: 1 # default\n"],
    ["numbers of outcomes", "- name: 良 # rubric.yaml:47\n    no: 2 # default\n"],
  ])("shows %s", (_, part) => {
    expect(text).toContain(part);
  });

  it("leaves Chinese as it is, and keeps whatever a text holds", () => {
    expect(text).not.toContain("\\u");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), (title) => {
        const quoted = JSON.stringify(title.replace(/[\0\uFFFD\uFEFF]/g, "."));
        const rubric = `ceping: 1\nid: a\ntitle: ${quoted}\nversion: 1\nindicators: [{ id: b, name: B, points: 1, rule: once }]\n`;
        expect(planText(printed(rubric)).plan?.rubric.title).toBe(planText(rubric).plan?.rubric.title);
      }),
      { seed: 20_211_122, numRuns: 200 },
    );
  });

  it("is printed for one rubric, and not for one with errors", async () => {
    const many = await run(["check", "--print", ...shipped.slice(0, 2)]);
    expect([many.code, many.stdout]).toEqual([2, ""]);
    expect(many.stderr).toContain("[print-one]");
    const faulty = await run(["check", "--print", "fixtures/overlay-province/national.yaml"]);
    expect([faulty.code, faulty.stdout]).toEqual([1, ""]);
    expect(faulty.stderr).toContain("[points-missing]");
    const missing = await run(["check", "--print", "rubrics/nowhere.yaml"]);
    expect([missing.code, missing.stdout]).toEqual([2, ""]);
  });
});
