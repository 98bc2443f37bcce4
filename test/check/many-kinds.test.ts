import { expect, test } from "vitest";
import { createProof } from "../../src/check/proof.ts";
import { planText, rubricOf } from "../support/assess-text.ts";

/** 512 kinds of unit, 60 items, 20 vetoes and 20 gates, each of several conditions. */
function manyKinds(): string {
  const list = (count: number, item: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => `  - ${item(index)}\n`).join("");
  const kind = (index: number): string => `any: [{ category: 类${index % 8} }, { tag: 签${index % 6} }]`;
  return rubricOf(`units:
  categories: [${Array.from({ length: 8 }, (_, index) => `类${index}`).join(", ")}]
  tags: [${Array.from({ length: 6 }, (_, index) => `签${index}`).join(", ")}]
indicators:
${list(60, (index) => `{ id: i${index}, name: 项${index}, points: 10, rule: marks, applies-to: { ${kind(index)} } }`)}
vetoes:
  list:
${list(20, (index) => `{ id: v${index}, name: 否${index}, when: { all: [{ score: i${index}, below: 30% }, { score: total, below: 60% }, { event: 事${index} }] } }`).replaceAll(/^ {2}/gm, "    ")}
gates:
  list:
${list(20, (index) => `{ id: h${index}, name: 准${index}, requires: { any: [{ score: i${index + 20}, at-least: 60% }, { score: total, at-least: 90% }] } }`).replaceAll(/^ {2}/gm, "    ")}
outcomes:
  - { name: 撤, when: { veto: any } }
  - { name: 不, when: { unmet-gate: any } }
  - { name: 命名, when: { score: total, at-least: 85% } }
  - { name: 其他, when: { score: total, below: 85% } }
`);
}

test("hundreds of kinds of unit under dozens of conditions are decided", { timeout: 60_000 }, () => {
  const { plan } = planText(manyKinds());
  if (plan === undefined) throw new Error("a rubric");
  const proof = createProof(plan);
  expect(proof.kinds().length).toBe(512);
  expect(proof.outcomes().none().status).not.toBe("reachable");
  for (const { when } of plan.vetoes) expect(proof.condition(when).holds.status).toBe("reachable");
});
