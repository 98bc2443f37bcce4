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

/** What stands in a column of each kind of unit. */
function wordsIn(rubric: string, column: string): (string | undefined)[] {
  const { plan, findings } = planText(rubricOf(rubric));
  if (plan === undefined) throw new Error(findings.map(({ message }) => message.en).join("\n"));
  return kindsOfUnit(plan).list.map(({ columns }) => columns.get(column));
}

test("a column has one word, whichever conditions look at it", () => {
  const items = `indicators:
  - { id: a, name: 甲项, points: 10, rule: marks, applies-to: { category: 机关 } }
  - { id: b, name: 乙项, points: 5, rule: marks, applies-to: { column: category, is: 企业 } }
`;
  expect(wordsIn(`units: { categories: [机关, 企业] }\n${items}`, "category")).toEqual(["机关", "企业"]);
  expect(wordsIn(items, "category")).toEqual(["机关", "企业", ""]);
});

test("a column of tags may be asked for whole, and for what is in it", () => {
  const items = `indicators:
  - { id: a, name: 甲项, points: 10, rule: marks, applies-to: { tag: 老 } }
  - { id: b, name: 乙项, points: 5, rule: marks, applies-to: { column: tags, is: 老；少 } }
`;
  expect(wordsIn(items, "tags")).toEqual(["", "老", "老；少"]);
});

test("where the rubric lists the groups, no unit is in any other", () => {
  const rubric = `ranking: { group-by: system, groups: [教育, 卫生, 交通, 水务] }
indicators:
  - { id: a, name: 甲项, points: 10, rule: marks, applies-to: { column: system, is: 卫生 } }
`;
  expect(wordsIn(rubric, "system")).toEqual(["教育", "卫生"]);
  expect(wordsIn(rubric.replace("groups: [教育, 卫生, 交通, 水务]", ""), "system")).toEqual(["卫生", "其他"]);
});

test("every set of tags is a kind of unit", () => {
  const { list, complete } = kindsOfUnit(planWithTags(3));
  expect([list.length, complete]).toEqual([8, true]);
});

test("where there are too many sets of tags, those looked at are not said to be all", () => {
  const { list, complete } = kindsOfUnit(planWithTags(7));
  expect(list.length).toBeLessThan(2 ** 7);
  expect(complete).toBe(false);
});
