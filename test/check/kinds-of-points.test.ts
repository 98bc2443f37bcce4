import { describe, expect, test } from "vitest";
import { rubricOf } from "../support/assess-text.ts";
import { checked, scoredWitness } from "../support/checked-rubric.ts";

/** What kinds of unit can earn: weights that do not add up for one of them, and a category with nothing to earn. */

const told = async (body: string): Promise<readonly string[]> =>
  (await checked(rubricOf(body))).map(({ code, severity, message }) => `${severity} ${code}: ${message}`);

const item = (id: string, more: string): string =>
  `  - { id: ${id}, name: ${id}项, rule: marks, out-of: 100, ${more} }`;

describe("weights by kind of unit", () => {
  const head = "points: 100\nunits: { categories: [机关, 企业] }\nindicators:\n";

  test("that add up to too little where everything applies", async () => {
    const [only = "", ...others] = await told(
      `points: 100\nunits: { tags: [窗口] }\nindicators:\n${item("a", "weight: 50%")}\n${item("b", "weight: 30%, applies-to: { tag: 窗口 }")}`,
    );
    expect(others).toEqual([]);
    expect(only).toContain("warning kind-points: for this kind of unit (窗口)");
    expect(only).toContain("declares 100 points, but those inside add up to 80");
  });

  test("that add up to too much", async () => {
    const [only = "", ...others] = await told(
      `${head}${item("a", "weight: 60%, applies-to: { category: 机关 }")}\n${item("b", "weight: 60%")}\n${item("c", "weight: 40%, applies-to: { category: 企业 }")}`,
    );
    expect(others).toEqual([]);
    expect(only).toContain("(机关)");
    expect(only).toContain("add up to 120");
  });

  test("that leave a gap, which the others make up for", async () => {
    const body = `${head}${item("a", "weight: 60%")}\n${item("b", "weight: 40%, applies-to: { category: 机关 }")}`;
    expect(await told(body)).toEqual([]);
  });

  test("that add up for each", async () => {
    const body = `${head}${item("a", "weight: 60%")}\n${item("b", "weight: 40%, applies-to: { category: 机关 }")}\n${item("c", "weight: 40%, applies-to: { category: 企业 }")}`;
    expect(await told(body)).toEqual([]);
  });
});

describe("a category that no indicator is for", () => {
  const items = (own: string): string =>
    `indicators:\n  - { id: a, name: A项, points: 60, rule: marks, applies-to: ${own} }\n  - { id: b, name: B项, points: 40, rule: marks, applies-to: ${own} }`;
  const units = "units: { categories: [机关, 企业] }\n";

  test.each([
    ["with points declared", "points: 100\n"],
    ["without", ""],
  ])("%s", async (_, head) => {
    expect(await told(`${head}${units}${items("{ category: 机关 }")}`)).toEqual([
      'error nothing-applies: no indicator applies to the category "企业": none of its units can be scored',
    ]);
  });

  test.each([
    [
      "has something where full points are granted",
      "points: 100\nnot-applicable: full\n",
      "{ category: 机关 }",
    ],
    ["has something with a tag", "", "{ any: [{ category: 机关 }, { tag: 窗口 }] }"],
  ])("%s", async (_, head, own) => {
    const tags = own.includes("tag") ? "units: { categories: [机关, 企业], tags: [窗口] }\n" : units;
    expect(
      (await told(`${head}${tags}${items(own)}`)).filter((text) => text.includes("nothing-applies")),
    ).toEqual([]);
  });
});

test("a deduction that cannot take all its points is told of with the unit that loses most", async () => {
  const body = rubricOf(
    `indicators:
  - { id: m, name: 基本, points: 90, rule: marks }
  - { id: a, name: 扣分, as: deduction, points: 10, rule: grade, scale: { 无: 0%, 轻: 20%, 重: 50% } }`,
  );
  const [finding, ...others] = await checked(body);
  expect(others).toEqual([]);
  if (finding === undefined) throw new Error("nothing was found");
  expect(finding.message).toBe('the deduction "扣分" is worth 10, but the worst unit can lose 5 at most');
  const [unit] = await scoredWitness(body, finding);
  expect(unit?.indicators.find(({ id }) => id === "a")?.exact).toBe("-5");
});
