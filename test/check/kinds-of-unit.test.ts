import { expect, test } from "vitest";
import { kindsOfUnit } from "../../src/check/kinds-of-unit.ts";
import type { Plan } from "../../src/rubric/plan.ts";
import { planText, rubricOf } from "../support/assess-text.ts";

/** A rubric with an item for each of so many tags. */
function planWithTags(count: number): Plan {
  const items = Array.from(
    { length: count },
    (_, index) =>
      `  - { id: i${index}, name: 第${index}项, points: 5, rule: marks, applies-to: { tag: 标${index} } }`,
  );
  const { plan, findings } = planText(rubricOf(`indicators:\n${items.join("\n")}\n`));
  if (plan === undefined) throw new Error(findings.map(({ message }) => message.en).join("\n"));
  return plan;
}

test("every set of tags is a kind of unit", () => {
  const { list, complete } = kindsOfUnit(planWithTags(3));
  expect([list.length, complete]).toEqual([8, true]);
});

test("where there are too many sets of tags, those looked at are not said to be all", () => {
  const { list, complete } = kindsOfUnit(planWithTags(7));
  expect(list.length).toBeLessThan(2 ** 7);
  expect(complete).toBe(false);
});
