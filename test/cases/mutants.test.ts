import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { always } from "../../src/base/period.ts";
import { formatFraction } from "../../src/base/rational.ts";
import type { Accepted } from "../../src/cases/case.ts";
import type { PreparedCase } from "../../src/cases/run.ts";
import { planRubric } from "../../src/cli/load.ts";
import { collect } from "../../src/evidence/collect.ts";
import { addressOf, type Change } from "../../src/mutants/change.ts";
import { changesOf } from "../../src/mutants/changes.ts";
import { decisionChanges } from "../../src/mutants/decisions.ts";
import { withDefaults } from "../../src/mutants/defaults.ts";
import { type MutateInput, mutate } from "../../src/mutants/mutate.ts";
import { plainText } from "../../src/mutants/plain-plan.ts";
import { meanTheSame } from "../../src/mutants/same.ts";
import { compileRubric } from "../../src/rubric/compile.ts";
import type { Plan } from "../../src/rubric/plan.ts";
import { rubricOf, sourceOf } from "../support/assess-text.ts";
import { shippedRubrics } from "../support/shipped-rubrics.ts";
import { tryCases } from "../support/test-cases.ts";

function planned(text: string) {
  const read = planRubric("rubric.yaml", text);
  if (!read.ok) throw new Error(read.findings.map(({ message }) => message.en).join("; "));
  return read.value;
}

const idsOf = (text: string): string[] => {
  const { rubric, plan } = planned(text);
  const full = withDefaults(rubric);
  return [...changesOf(full), ...decisionChanges(plan)].map(
    ({ path, from, to }) => `${addressOf(full, path)} ${from} → ${to}`,
  );
};

describe.each(shippedRubrics.filter((path) => !readFileSync(path, "utf8").startsWith("extends")))(
  "%s",
  (path) => {
    const { document, rubric, plan } = planned(readFileSync(path, "utf8"));

    test("means the same with its defaults written out", () => {
      const compiled = compileRubric(document, withDefaults(rubric));
      expect(compiled.ok && plainText(compiled.value) === plainText(plan)).toBe(true);
    });

    test("has no two changes of one name", () => {
      const ids = idsOf(readFileSync(path, "utf8"));
      expect(ids.length).toBeGreaterThan(10);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    });
  },
);

/** A rubric with one indicator. */
const item = (keys: string, more = ""): string =>
  rubricOf(`${more}\nindicators:\n  - { id: item, name: 指标, ${keys} }\n`);

describe("what is changed", () => {
  const ofItem = (text: string): string[] =>
    idsOf(text).flatMap((id) => (id.startsWith("item.") ? [id.slice("item.".length)] : []));

  test.each<[string, readonly string[]]>([
    [
      "points: 5, rule: marks, out-of: 10",
      ["points 5 → 6", "points 5 → 4", "out-of 10 → 11", "out-of 10 → 9"],
    ],
    [
      "points: 5, rule: threshold, when: { input: a, at-least: 0.5 }, applies-to: { category: [甲, 乙] }",
      [
        "points 5 → 6",
        "points 5 → 4",
        "applies-to applies-to → —",
        "applies-to.category.1 甲 → —",
        "applies-to.category.2 乙 → —",
        "when.at-least at-least → above",
        "when.at-least 0.5 → 0.6",
        "when.at-least 0.5 → 0.4",
        "otherwise 0 → 1",
      ],
    ],
    [
      "points: 5, rule: grade, scale: { A: 100%, B: 60% }",
      [
        "points 5 → 6",
        "points 5 → 4",
        "scale.A 100% → 101%",
        "scale.A 100% → 99%",
        "scale.B 60% → 61%",
        "scale.B 60% → 59%",
      ],
    ],
    [
      "points: 5, rule: bands, scale: { A: 100%, B: 0% }, bands: [{ at-most: 60%, give: A }, { below: 65%, give: B }], otherwise: B",
      [
        "points 5 → 6",
        "points 5 → 4",
        "scale.A 100% → 101%",
        "scale.A 100% → 99%",
        "scale.B 0% → 1%",
        "bands.1 at-most 60%, give A → —",
        "bands.2 below 65%, give B → —",
        "bands.1.at-most at-most → below",
        "bands.1.at-most 60% → 61%",
        "bands.1.at-most 60% → 59%",
        "bands.1.give A → B",
        "bands.2.below below → at-most",
        "bands.2.below 65% → 66%",
        "bands.2.below 65% → 64%",
        "bands.2.give B → A",
        "otherwise B → A",
      ],
    ],
    [
      "points: 5, rule: deduct-per-point-short, target: 80%, each: 1, part-points: ignore",
      [
        "points 5 → 6",
        "points 5 → 4",
        "target 80% → 81%",
        "target 80% → 79%",
        "each 1 → 2",
        "each 1 → 0",
        "part-points ignore → proportional",
        "part-points ignore → full",
      ],
    ],
    [
      "points: 5, rule: marks, methods: { 材料: 60%, 实地: 40% }",
      ["points 5 → 6", "points 5 → 4", "methods.材料 60% + 40% → 59% + 41%"],
    ],
    [
      "points: 5, rule: on-time, due: 2021-03, late: 50%, not-after: 2021-06-30",
      [
        "points 5 → 6",
        "points 5 → 4",
        "not-after not-after → —",
        "due 2021-03 → 2021-04-01",
        "due 2021-03 → 2021-03-30",
        "late 50% → 51%",
        "late 50% → 49%",
        "not-after 2021-06-30 → 2021-07-01",
        "not-after 2021-06-30 → 2021-06-29",
      ],
    ],
    [
      "points: 5, rule: min-max",
      ["points 5 → 6", "points 5 → 4", "better higher → lower", "over group → all", "if-equal full → zero"],
    ],
    [
      "points: 5, rule: k-of-n, of: 3, table: { 3: 5, 1: 2 }",
      [
        "points 5 → 6",
        "points 5 → 4",
        "of 3 → 4",
        "of 3 → 2",
        "table.1 at 1 → at 2",
        "table.1 at 1 → at 0",
        "table.1 at 1 → —",
        "table.3 at 3 → at 4",
        "table.3 at 3 → at 2",
        "table.3 at 3 → —",
        "table.1 2 → 3",
        "table.1 2 → 1",
        "table.3 5 → 6",
        "table.3 5 → 4",
        "otherwise 0 → 1",
      ],
    ],
    [
      "as: bonus, points: 5, rule: events, event: [甲, 乙], each: 1, within: 12 months, once-per: matter, repeat: { per: day, from: 2, factor: 2 }",
      [
        "within within → —",
        "repeat repeat → —",
        "as bonus → deduction",
        "points 5 → 6",
        "points 5 → 4",
        "event.1 甲 → —",
        "event.2 乙 → —",
        "each 1 → 2",
        "each 1 → 0",
        "once-per matter → event",
        "once-per matter → unit",
        "within 12 months → 13 months",
        "within 12 months → 11 months",
        "repeat.per day → matter",
        "repeat.per day → unit",
        "repeat.from 2 → 3",
        "repeat.from 2 → 1",
        "repeat.factor 2 → 3",
        "repeat.factor 2 → 1",
      ],
    ],
  ])("%s", (keys, wanted) => {
    expect(ofItem(item(keys, "inputs: { a: {} }")).sort()).toEqual([...wanted].sort());
  });

  test("policies that nobody has written, ranks, and decisions", () => {
    const text = rubricOf(`
ranking: { group-by: group, ties: [{ score: a }, { score: b }] }
indicators:
  - { id: a, name: 一, points: 3, rule: marks }
  - { id: b, name: 二, points: 2.5, rule: marks, missing: full }
gates: { list: [{ id: gate, name: 申报 }] }
vetoes: { list: [{ id: veto, name: 事故 }] }
outcomes:
  - { name: 撤销, when: { any: [{ veto: any }, { score: total, among-worst: 1 }] } }
  - { name: 保留, otherwise: yes }
`);
    const ids = idsOf(text);
    expect(ids.filter((id) => id.includes(": "))).toEqual([]);
    for (const id of [
      "missing finding → zero",
      "b.missing full → finding",
      "rounding.mode half-up → half-even",
      "rounding.at total → terms",
      "rounding.places 2 → 1",
      "ranking.better higher → lower",
      "ranking.group-by group → —",
      "ranking.ties.1 score a, better higher → —",
      "ranking.ties.1 score a, better higher → score b, better higher",
      "a.points 3.0 + 2.5 → 2.9 + 2.6",
      "gates.missing finding → no",
      "gate 申报 → —",
      "veto 事故 → —",
      "outcomes.1.when.any any → all",
      "outcomes.1.when.any.1 veto any → —",
      "outcomes.1.when.any.2.among-worst among-worst → among-best",
      "outcomes.1.when.any.2.among-worst 1 → 0",
      "outcomes.2 保留（2） → —",
      "outcomes.1 撤销（1）, 保留（2） → 保留（2）, 撤销（1）",
    ])
      expect(ids).toContain(id);
  });
});

/** The Plan of a rubric with one change, by its name. */
function mutant(text: string, wanted: string): { plan: Plan; other: Plan | undefined } {
  const { document, rubric, plan } = planned(text);
  const full = withDefaults(rubric);
  const change = [...changesOf(full), ...decisionChanges(plan)].find(
    ({ path, from, to }: Change) => `${addressOf(full, path)} ${from} → ${to}` === wanted,
  );
  if (change === undefined) throw new Error(`there is no change "${wanted}"`);
  if (change.edit.on === "plan") return { plan, other: change.edit.change(plan) };
  const compiled = compileRubric(document, change.edit.change(full));
  return { plan, other: compiled.ok ? compiled.value : undefined };
}

test("of a curve, each point between the ends is left out", () => {
  const dropped = (points: string): string[] =>
    idsOf(item(`points: 9, rule: curve, curve: [${points}]`)).filter((id) => /curve\.\d .* → —/.test(id));
  expect(dropped("{ at: 0, points: 0 }, { at: 5, points: 3 }, { at: 9, points: 9 }")).toEqual([
    "item.curve.2 at 5, points 3 → —",
  ]);
  expect(dropped("{ at: 0, points: 0 }, { at: 9, points: 9 }")).toEqual([]);
});

describe("what changes nothing is proven to", () => {
  const same = (text: string, id: string): boolean => {
    const { plan, other } = mutant(text, id);
    return other !== undefined && meanTheSame(plan, other);
  };
  const lines = rubricOf(`
indicators: [{ id: a, name: 一, points: 100, rule: marks }]
outcomes:
  - { name: 差, when: { score: total, below: 60 } }
  - { name: 中, when: { all: [{ score: total, at-least: 60 }, { score: total, below: 85 }] } }
  - { name: 好, when: { score: total, at-least: 85 } }
`);
  test.each([
    ["outcomes.1 差（1）, 中（2） → 中（2）, 差（1）", true],
    ["outcomes.2.when.all.1.at-least 60 → 59", true],
    ["outcomes.2.when.all.1.at-least 60 → 61", false],
    ["outcomes.2.when.all.1.at-least at-least → above", false],
    ["outcomes.1.when.below 60 → 61", false],
    ["outcomes.3.when.at-least 85 → 84", true],
    ["outcomes.3 好（3） → —", false],
    ["rounding.at total → groups", true],
    ["rounding.lines rounded → exact", false],
  ])("outcomes: %s: %s", (id, wanted) => {
    expect(same(lines, id)).toBe(wanted);
  });

  const bands = item(
    "points: 5, rule: bands, bands: [{ at-least: 95, give: 5 }, { at-least: 80, below: 95, give: 3 }, { at-least: 70, give: 0 }]",
  );
  test.each([
    ["item.bands.2.below 95 → 96", true],
    ["item.bands.2.below below → at-most", true],
    ["item.bands.2.below 95 → 94", false],
    ["item.bands.3 at-least 70, give 0 → —", true],
    ["rounding.lines rounded → exact", true],
  ])("bands: %s: %s", (id, wanted) => {
    expect(same(bands, id)).toBe(wanted);
  });

  test("counts are whole: above 3 is at least 4, for a count only", () => {
    const threshold = (type: string): string =>
      item(
        "points: 5, rule: bands, bands: [{ at-least: 3, below: 4, give: 5 }]",
        `inputs: { item: { type: ${type} } }`,
      );
    expect(same(threshold("count"), "item.bands.1.below below → at-most")).toBe(false);
    expect(same(threshold("count"), "item.bands.1.below 4 → 3")).toBe(false);
    const { plan } = planned(threshold("count"));
    const above = planned(
      item(
        "points: 5, rule: bands, bands: [{ above: 2, below: 4, give: 5 }]",
        "inputs: { item: { type: count } }",
      ),
    ).plan;
    expect(meanTheSame(plan, above)).toBe(true);
    const any = planned(threshold("number")).plan;
    expect(meanTheSame(any, { ...above, inputs: any.inputs })).toBe(false);
  });

  test("with terms rounded, ranks see what is rounded already", () => {
    const terms = rubricOf(
      "rounding: { at: terms }\nindicators: [{ id: a, name: 一, points: 5, rule: marks }]\n",
    );
    expect(same(terms, "rounding.ranks rounded → exact")).toBe(true);
    expect(same(terms.replace("at: terms", "at: total"), "rounding.ranks rounded → exact")).toBe(false);
  });
});

describe("what no unit can show is proven to change nothing", () => {
  const same = (text: string, id: string): boolean => {
    const { plan, other } = mutant(text, id);
    if (other === undefined) throw new Error(`${id} does not compile`);
    return meanTheSame(plan, other);
  };

  const exhaustive = (bands: string, more = ""): string =>
    item(`points: 5, rule: bands, bands: [${bands}]`, more);
  test.each([
    ["below and from a line on", exhaustive("{ at-least: 5, give: 5 }, { below: 5, give: 1 }"), true],
    ["a line without a band", exhaustive("{ above: 5, give: 5 }, { below: 5, give: 1 }"), false],
    ["limits of the input", exhaustive("{ at-least: 0, give: 5 }", "inputs: { item: { from: 0 } }"), true],
    ["beyond these limits", exhaustive("{ at-least: 0, give: 5 }", "inputs: { item: { from: -1 } }"), false],
    [
      "whole numbers",
      exhaustive("{ at-least: 3, give: 5 }, { at-most: 2, give: 1 }", "inputs: { item: { type: count } }"),
      true,
    ],
    ["parts of numbers", exhaustive("{ at-least: 3, give: 5 }, { at-most: 2, give: 1 }"), false],
  ])("what bands leave over: %s", (_, text, wanted) => {
    expect(same(text, "item.otherwise 0 → 1")).toBe(wanted);
  });

  test.each([
    [
      "{ at: 0, points: 0 }, { at: 5, points: 3 }, { at: 10, points: 6 }",
      "item.curve.2 at 5, points 3 → —",
      true,
    ],
    [
      "{ at: 0, points: 0 }, { at: 5, points: 2 }, { at: 10, points: 6 }",
      "item.curve.2 at 5, points 2 → —",
      false,
    ],
    ["{ at: 0, points: 0 }, { at: 5, points: 3 }, { at: 10, points: 6 }", "item.curve.2.at 5 → 6", false],
  ])("points of a curve on a straight line: %s: %s", (curve, id, wanted) => {
    expect(same(item(`points: 6, rule: curve, curve: [${curve}]`), id)).toBe(wanted);
  });

  const limited = (cap: string, floor = 0, fixed = 90): string =>
    rubricOf(`
total: { floor: ${floor}, cap: 100 }
inputs:
  x: { type: count, from: 0, to: 10 }
  y: { type: count, from: 0, to: 10 }
  z: { subtract: [x, y], from: -10, to: 10 }
indicators:
  - { id: s, name: 基础, points: ${fixed}, rule: fixed }
  - { id: b, name: 增长, as: bonus, points: 5, rule: threshold, when: { input: z, at-least: 0 } }
  - { id: g, name: 加分, as: bonus, cap: ${cap}, indicators: [{ id: g1, name: 一, rule: once, points: 4 }, { id: g2, name: 二, rule: once, points: 6 }] }
`);
  test.each([
    ["total.floor floor → —", true, limited("10")],
    ["total.floor 0 → 1", true, limited("10")],
    ["total.floor floor → —", false, limited("10", 91)],
    ["total.floor 90 → 91", false, limited("10", 90)],
    ["total.cap cap → —", false, limited("10")],
    ["total.cap cap → —", true, limited("10", 0, 85)],
    ["total.cap 100 → 101", true, limited("10", 0, 85)],
    ["total.cap 100 → 99", false, limited("10", 0, 85)],
    ["g.cap cap → —", true, limited("10")],
    ["g.cap 10 → 11", true, limited("10")],
    ["g.cap 10 → 9", false, limited("10")],
    ["g.cap 9 → 10", false, limited("9")],
    ["g.cap cap → —", false, limited("9")],
    ["inputs.z.from -10 → -11", true, limited("10")],
    ["inputs.z.to 10 → 11", true, limited("10")],
    ["inputs.z.from -10 → -9", false, limited("10")],
    ["inputs.x.to 10 → 11", false, limited("10")],
  ])("limits: %s: %s", (id, wanted, text) => {
    expect(same(text, id)).toBe(wanted);
  });

  test("a share of the points that a cap stands for hangs on the cap", () => {
    const asked = `${limited("10")}vetoes: { list: [{ id: v, no: "1", name: 否决, when: { score: g, at-least: 50% } }] }\n`;
    expect(same(asked, "g.cap 10 → 11")).toBe(false);
  });

  test.each([
    ["points: 10, rule: once", true],
    ["points: 10, rule: grade, scale: { 甲: 100%, 乙: 50% }", true],
    ["points: 10, rule: grade, scale: { 甲: 100%, 乙: 55% }", false],
    ["points: 10, rule: deduct-per-fault, each: 3", true],
    ["points: 10, rule: deduct-per-fault, each: 0.5", false],
    ["points: 10, rule: marks", false],
    ["points: 10, rule: min-max", false],
    ["points: 2.5, rule: fixed", false],
    ["points: 10, rule: once, assessors: mean", false],
  ])("rounding where all is whole: %s: %s", (keys, wanted) => {
    const text = item(keys, "not-applicable: zero");
    for (const id of ["places 2 → 3", "mode half-up → down", "at total → terms", "ranks rounded → exact"])
      expect(same(text, `rounding.${id}`), id).toBe(wanted);
  });

  test.each([
    ["", false], // 10 of 13, when the other does not apply
    ["not-applicable: zero", true],
    ["not-applicable: mean", false],
    ["not-applicable: zero\nrounding: { places: 0 }\ntotal: { cap: 12.5 }", false],
  ])("what does not apply may leave parts of points to the others: %s: %s", (more, wanted) => {
    const text = rubricOf(
      `${more}\nindicators: [{ id: a, name: 甲, points: 10, rule: once }, { id: b, name: 乙, points: 3, rule: once }]\n`,
    );
    expect(same(text, "rounding.mode half-up → down")).toBe(wanted);
  });

  const grouped = (ranking: string): string =>
    rubricOf(`
${ranking}
indicators: [{ id: s, name: 一, points: 10, rule: once }, { id: m, name: 二, points: 10, rule: min-max }]
outcomes:
  - { name: 甲, when: { score: s, at-least: 5 }, quota: { share: 50%, of: group, tie: none } }
  - { name: 乙, when: { score: m, among-worst: 1 } }
  - { name: 丙, otherwise: yes }
`);
  test.each([
    ["m.over group → all"],
    ["outcomes.1.quota.per group → all"],
    ["outcomes.2.when.over group → all"],
  ])("one group is all units: %s", (id) => {
    expect(same(grouped("ranking: { group-by: [] }"), id)).toBe(true);
    expect(same(grouped(""), id)).toBe(false);
  });

  test.each([
    ["outcomes.1.when.at-least 5 → 6", true],
    ["outcomes.1.when.at-least at-least → above", true],
    ["outcomes.1.when.at-least 5 → 4", true],
  ])("lines between the only points there are: %s", (id, wanted) => {
    const text = grouped("").replace(", quota: { share: 50%, of: group, tie: none }", "");
    expect(same(text, id)).toBe(wanted);
    expect(same(text.replace("at-least: 5", "at-least: 9"), "outcomes.1.when.at-least 9 → 10")).toBe(true);
    expect(same(text.replace("at-least: 5", "at-least: 10"), "outcomes.1.when.at-least 10 → 11")).toBe(false);
    expect(same(text.replace("points: 10, rule: once", "points: 10, rule: marks"), id)).toBe(false);
  });

  test("a line past the limits of a figure, but for a figure that lies between both", () => {
    const text = rubricOf(`
inputs: { n: { to: 5 } }
indicators: [{ id: s, name: 一, points: 10, rule: marks }]
outcomes: [{ name: 甲, when: { input: n, at-least: 4.7 } }, { name: 乙, when: { score: s, at-least: 9.8 } }, { name: 丙, otherwise: yes }]
`);
    expect(same(text, "outcomes.1 甲（1） → —")).toBe(false);
    expect(same(text, "outcomes.2 乙（2） → —")).toBe(false);
    expect(same(text.replace("4.7", "5.1"), "outcomes.1 甲（1） → —")).toBe(true);
    expect(same(text.replace("9.8", "10.1"), "outcomes.2 乙（2） → —")).toBe(true);
  });
});

test("what is proven to change nothing changes nothing for the units of the fixture", async () => {
  const text = readFileSync("rubrics/dynamic-70-20-10.yaml", "utf8");
  const { document, rubric, plan } = planned(text);
  const file = (name: string) => sourceOf(name, readFileSync(`fixtures/dynamic-70-20-10/${name}`, "utf8"));
  const full = withDefaults(rubric);
  const resultsOf = async (own: Plan): Promise<string[]> => {
    const evidence = await collect({
      plan: own,
      register: file("register.csv"),
      submissions: ["documents", "impression", "awards-and-incidents"].map((name) =>
        file(`submissions/${name}.csv`),
      ),
    });
    const assessed = evidence.ok ? assess(own, evidence.value) : evidence;
    if (!assessed.ok) return assessed.findings.map(({ code }) => code);
    return assessed.value.results.map(({ score, rank, outcome }) =>
      [score.unit.name, formatFraction(score.total), rank, outcome].join(" "),
    );
  };
  const usual = await resultsOf(plan);
  const same: Plan[] = [];
  for (const { edit } of [...changesOf(full), ...decisionChanges(plan)]) {
    const compiled = edit.on === "plan" ? undefined : compileRubric(document, edit.change(full));
    const other = edit.on === "plan" ? edit.change(plan) : compiled?.ok ? compiled.value : undefined;
    if (other !== undefined && meanTheSame(plan, other)) same.push(other);
  }
  expect(same.length).toBeGreaterThan(2);
  for (const other of same) expect(await resultsOf(other)).toEqual(usual);
});

/** A rubric of one version, and its cases. */
const inputOf = (
  own: ReturnType<typeof planned>,
  cases: readonly PreparedCase[],
  accepted: readonly Accepted[],
): MutateInput => ({
  versions: [{ valid: always, ...own }],
  whole: own.document,
  cases: cases.map((one) => ({ version: 0, under: [one] })),
  accepted,
});

describe("mutants are noticed, or told", () => {
  const rubric = item(
    "points: 5, rule: threshold, when: { input: a, at-least: 3 }",
    "inputs: { a: { type: count } }",
  );
  const tried = async (cases: string) => {
    const { rubric: own, prepared } = await tryCases(rubric, cases);
    const accepted = [
      { what: "item.when.at-least 3 → 2", because: "", path: [] },
      { what: "item.when.at-least at-least → above", because: "", path: [] },
    ];
    return mutate(inputOf(own, prepared, accepted));
  };

  test("by cases on both sides of a line", async () => {
    const { survivors, accepted, stale, noticed } = await tried(`
cases:
  - { name: on, given: { a: 3 }, expect: { total: 5 } }
  - { name: below, given: { a: 1 }, expect: { total: 0 } }
`);
    const ids = survivors.map(({ id }) => id).filter((id) => id.startsWith("item."));
    expect(ids).toEqual([]);
    expect(accepted.map(({ id }) => id)).toEqual(["item.when.at-least 3 → 2"]);
    expect(stale).toEqual([1]);
    expect(noticed).toBeGreaterThan(3);
  });

  test("cases that say nothing notice nothing but findings", async () => {
    const { survivors } = await tried("cases: [{ name: a, given: { a: 3 }, expect: { findings: [] } }]");
    expect(survivors.map(({ id }) => id).filter((id) => id.startsWith("item."))).toEqual([
      "item.points 5 → 6",
      "item.points 5 → 4",
      "item.when.at-least 3 → 4",
      "item.otherwise 0 → 1",
    ]);
  });

  test("what check warns of is counted apart, unless it warns of the original as well", async () => {
    const bands = (points: number): string =>
      item(`points: ${points}, rule: bands, bands: [{ at-least: 5, give: 5 }, { below: 5, give: 1 }]`);
    const cases = `
cases:
  - { name: on, given: { item: 5 }, expect: { total: 5 } }
  - { name: below, given: { item: 4.9 }, expect: { total: 1 } }
`;
    const fates = async (points: number) => {
      const { rubric: own, prepared } = await tryCases(bands(points), cases);
      const { survivors, refused, refusedMutants, same, sameMutants } = await mutate(
        inputOf(own, prepared, []),
      );
      expect([refusedMutants.length, sameMutants.length]).toEqual([refused, same]);
      expect(refusedMutants.map(({ id }) => id).includes("item.points 5 → 6")).toBe(points === 5);
      return {
        survives: survivors.map(({ id }) => id).includes(`item.points ${points} → ${points + 1}`),
        refused,
      };
    };
    // Nobody can have 6 of 5 points.
    expect(await fates(5)).toMatchObject({ survives: false });
    expect((await fates(5)).refused).toBeGreaterThan(0);
    expect(await fates(6)).toMatchObject({ survives: true });
  });

  test("a cap that a case expects is found by its id, also where the change leaves a cap out", async () => {
    const group = (id: string): string =>
      `  - { id: ${id}, name: 组${id}, as: bonus, cap: 2, indicators: [{ id: ${id}1, name: 项${id}, points: 4, rule: marks }] }`;
    const { rubric: own, prepared } = await tryCases(
      rubricOf(`\nindicators:\n${group("x")}\n${group("y")}\n`),
      `
cases:
  - { name: first, given: { x1: 4, y1: 3 }, expect: { points: { "x:cap": -2 } } }
  - { name: second, given: { x1: 4, y1: 3 }, expect: { points: { "y:cap": -1 } } }
`,
    );
    const idsWith = async (cases: typeof prepared): Promise<string[]> =>
      (await mutate(inputOf(own, cases, []))).survivors.map(({ id }) => id);
    expect(await idsWith(prepared.slice(0, 1))).toContain("y.cap cap → —");
    expect(await idsWith(prepared.slice(1))).toEqual(
      expect.arrayContaining(["x.cap cap → —", "rounding.at total → groups"]),
    );
  });
});
