import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { checkRubric } from "../../src/check/check.ts";
import { createProof } from "../../src/check/proof.ts";
import { evidenceOf, filesOf } from "../../src/check/sample.ts";
import { planRubric } from "../../src/cli/load.ts";
import { collect } from "../../src/evidence/collect.ts";
import type { Plan } from "../../src/rubric/plan.ts";
import { planText, rubricOf, sourceOf } from "../support/assess-text.ts";

function planOf(text: string): Plan {
  const { plan, findings } = planText(rubricOf(text));
  if (plan === undefined) throw new Error(findings.map(({ message }) => message.en).join("\n"));
  return plan;
}

/** Whether some unit gets each outcome, and none; a unit that is said to get it does. */
function reachesOf(text: string): string {
  const plan = planOf(text);
  const outcomes = createProof(plan).outcomes();
  const all = [...plan.outcomes.map(({ name }, index) => ({ name, reach: outcomes.reach(index) }))];
  const told = [...all, { name: undefined, reach: outcomes.none() }].map(({ name, reach }) => {
    if (reach.status === "reachable") {
      const assessed = assess(plan, evidenceOf(plan, reach.sample), reach.sample.asOf);
      const results = assessed.ok ? assessed.value.results : [];
      expect(results.find(({ score }) => score.unit.index === 0)?.outcome).toBe(name);
    }
    return `${name ?? "none"}: ${reach.status}`;
  });
  return told.join(", ");
}

describe("a unit that shows an outcome is found where it is a simple one", () => {
  test("one that hands nothing in gets none", () => {
    expect(
      reachesOf(`indicators:
  - { id: a, name: 总评, points: 100, rule: grade, scale: { 优: 100%, 良: 80%, 合格: 60% } }
outcomes:
  - { name: 命名, when: { score: total, at-least: 85 } }
  - { name: 保留, when: { score: total, at-least: 60 } }
`),
    ).toBe("命名: reachable, 保留: reachable, none: reachable");
  });

  test("one that hands nothing in falls below the least that can be earned", () => {
    expect(
      reachesOf(`inputs: { n: { name: 办结率, type: percent, to: 100% } }
indicators:
  - { id: a, name: 办结, points: 10, rule: threshold, when: { input: n, at-least: 90% }, otherwise: 1 }
outcomes:
  - { name: 优秀, when: { score: a, above: 5 } }
  - { name: 整改, when: { all: [{ score: a, below: 3.3 }, { score: a, at-least: 1 }] } }
  - { name: 其他, otherwise: yes }
`),
    ).toBe("优秀: reachable, 整改: reachable, 其他: reachable, none: unreachable");
  });

  test("a figure between those of a condition and of an indicator", () => {
    expect(
      reachesOf(`inputs: { n: { name: 人数, type: number } }
indicators:
  - { id: a, name: 项一, points: 10, rule: threshold, when: { input: n, below: 10 } }
outcomes:
  - { name: 甲, when: { input: n, above: 105 } }
  - { name: 乙, when: { score: total, at-least: 5 } }
`),
    ).toBe("甲: reachable, 乙: reachable, none: reachable");
  });

  test("points in between, of an item and of the total", () => {
    expect(
      reachesOf(`indicators:
  - { id: base, name: 基础, points: 50, rule: marks }
  - { id: x, name: 加分, as: bonus, points: 5, rule: marks }
vetoes: { list: [{ id: v, name: 否, when: { score: base, at-least: 80% } }] }
gates: { list: [{ id: q, name: 门, requires: { score: total, at-most: 20 } }] }
outcomes:
  - { name: 取消, when: { veto: v } }
  - { name: 不予, when: { unmet-gate: q } }
  - { name: 命名, otherwise: yes }
`),
    ).toBe("取消: reachable, 不予: reachable, 命名: reachable, none: unreachable");
  });

  test("as many times as it takes, where there is no limit", () => {
    expect(
      reachesOf(`indicators:
  - { id: base, name: 基础, points: 50, rule: marks }
  - { id: x, name: 加分, as: bonus, rule: each-time, each: 3 }
outcomes:
  - { name: 特别, when: { score: x, at-least: 800 } }
  - { name: 命名, otherwise: yes }
`),
    ).toBe("特别: reachable, 命名: reachable, none: unreachable");
  });

  test("one that shows a gap, though the conditions can come out in too many ways", () => {
    const rules = Array.from({ length: 8 }, (_, index) => {
      const own = `{ any: [{ input: x${index} }, { score: a, at-least: ${90 - 5 * index}% }] }`;
      return `  - { name: 果${index}, when: { all: [{ score: total, at-least: ${95 - 5 * index}% }, ${own}] } }`;
    });
    const inputs = rules.map((_, index) => `x${index}: { name: 问${index}, type: yes-no }`);
    expect(
      reachesOf(`inputs: { ${inputs.join(", ")} }
indicators:
  - { id: a, name: 甲项, points: 100, rule: marks }
  - { id: b, name: 乙项, points: 100, rule: marks }
outcomes:
${rules.join("\n")}
`),
    ).toContain("none: reachable");
  });
});

describe("several runs of the rubric in a year", () => {
  const phases = `phases: { list: [自查, 验收], result: 验收 }
indicators:
  - { id: a, name: 甲, points: 100, rule: marks }
outcomes:
`;
  const both = `${phases}  - { name: 合格, when: { all: [{ score: total, phase: 自查, at-least: 90 }, { score: total, at-least: 85 }] } }
  - { name: 进步, when: { all: [{ score: total, phase: 自查, below: 60 }, { score: total, at-least: 85 }] } }
  - { name: 不合格, when: { score: total, below: 85 } }
`;

  test("a unit may do well in one of them and badly in the other", () => {
    expect(reachesOf(both)).toBe("合格: reachable, 进步: reachable, 不合格: reachable, none: reachable");
  });

  test("a unit may take no part in one of them, so that nothing is known of its total there", () => {
    expect(
      reachesOf(`${phases}  - { name: 自查过, when: { score: total, phase: 自查, at-least: 0 } }
  - { name: 没有自查, when: { score: total, at-least: 0 } }
`),
    ).toBe("自查过: reachable, 没有自查: reachable, none: unreachable");
  });

  test("its files say the same", async () => {
    const plan = planOf(both);
    const reach = createProof(plan).outcomes().reach(1);
    if (reach.status !== "reachable") throw new Error(reach.status);
    const { files } = filesOf(plan, reach.sample);
    const collected = await collect({
      plan,
      submissions: [sourceOf("submissions.csv", files["submissions.csv"] ?? "")],
      register: sourceOf("units.csv", files["units.csv"] ?? ""),
      events: undefined,
      history: undefined,
      asOf: undefined,
    });
    const assessed = collected.ok ? assess(plan, collected.value) : undefined;
    expect(assessed?.ok === true && assessed.value.results.map(({ outcome }) => outcome)).toEqual(["进步"]);
  });
});

describe("an outcome that only rounding reaches is told with the figure that the line is on", () => {
  function told(text: string): string[] {
    const planned = planRubric("rubric.yaml", rubricOf(text));
    if (!planned.ok) throw new Error(planned.findings.map(({ message }) => message.en).join("\n"));
    const { document, rubric, plan } = planned.value;
    return checkRubric(document, rubric, plan)
      .filter(({ code }) => code === "outcome-only-rounded")
      .map(({ message }) => message.en);
  }

  test("an item", () => {
    const [message = ""] = told(`rounding: { places: 1 }
indicators:
  - { id: a, name: 甲项, points: 10, rule: grade, scale: { 优: 99.6%, 差: 0% } }
  - { id: b, name: 乙项, points: 90, rule: marks }
outcomes:
  - { name: 优, when: { score: a, at-least: 10 } }
  - { name: 其他, otherwise: yes }
`);
    expect(message).toContain("甲项 9.96 counts as 10,");
  });

  test("an item that a veto looks at, where the total is rounded already", () => {
    const [message = ""] = told(`rounding: { places: 0, at: terms }
indicators:
  - { id: x, name: 甲, points: 2.5, rule: marks }
  - { id: y, name: 乙, points: 97.5, rule: marks }
vetoes: { list: [{ id: v, name: 否, when: { score: x, above: 2.6 } }] }
outcomes:
  - { name: 取消, when: { veto: v } }
  - { name: 命名, otherwise: yes }
`);
    expect(message).toContain("甲 2.5 counts as 3,");
  });
});
