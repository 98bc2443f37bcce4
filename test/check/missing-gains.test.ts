import { describe, expect, test } from "vitest";
import { rubricOf } from "../support/assess-text.ts";
import { type Checked, checked, scoredWitness } from "../support/checked-rubric.ts";

/** Silence that pays: wherever it does for some unit, not only for the best of the first kind. */

const told = async (body: string): Promise<readonly Checked[]> =>
  (await checked(rubricOf(body))).filter(({ code }) => code === "missing-gains");

const gains = [
  [
    "where the best unit is at the cap of the total",
    `total: { cap: 100 }
indicators:
  - { id: a, name: 甲项, points: 90, rule: marks }
  - { id: b, name: 乙项, points: 10, rule: marks, missing: full }
  - { id: p, name: 加分, as: bonus, points: 10, rule: marks }`,
    'on "乙项" silence pays: handing in nothing makes a total of 10.00, the worst figure one of 0.00',
  ],
  [
    "for a kind of unit that is not the first",
    `units: { categories: [机关, 企业] }
indicators:
  - { id: a, name: 甲项, points: 90, rule: marks, applies-to: { category: 企业 } }
  - { id: b, name: 乙项, points: 10, rule: marks, missing: not-applicable }`,
    "a total of 100.00, the worst figure one of 90.00",
  ],
  [
    "on a figure that counts for two indicators",
    `inputs:
  n: { name: 次数, type: count, to: 10 }
indicators:
  - { id: a, name: 甲项, points: 50, rule: proportional, target: 10, input: n, missing: full }
  - { id: b, name: 乙项, points: 50, rule: proportional, target: 5, input: n, missing: full }`,
    "a total of 100.00, the worst figure one of 0.00",
  ],
] as const;

describe("silence that pays", () => {
  test.each(gains)("%s", async (_, body, expected) => {
    const [only, ...others] = await told(body);
    expect(others).toEqual([]);
    expect(only?.message).toContain(expected);
    const units = only === undefined ? [] : await scoredWitness(rubricOf(body), only);
    const [quiet, said] = ["不报的单位", "报最差的单位"].map((name) =>
      Number(units.find(({ unit }) => unit === name)?.exact),
    );
    expect(quiet).toBeGreaterThan(said ?? Number.POSITIVE_INFINITY);
  });
});

describe("silence that does not pay", () => {
  test.each([
    [
      "as what is lost elsewhere is more",
      `inputs:
  n: { name: 次数, type: count, from: 5, to: 10 }
indicators:
  - { id: a, name: 甲项, points: 10, rule: proportional, target: 10, input: n, missing: full }
  - { id: b, name: 乙项, points: 90, rule: proportional, target: 10, input: n, missing: zero }`,
    ],
    [
      "as the office counts what the figure is about",
      `inputs:
  n: { name: 投诉, type: count, to: 10 }
indicators:
  - { id: a, name: 甲项, points: 50, rule: proportional, target: 10, input: n, missing: full }
  - { id: b, name: 乙项, points: 50, rule: deduct-per-fault, each: 5, input: n, missing: full }`,
    ],
    [
      "as the register says it anyway",
      `units: { categories: [机关] }
inputs:
  staff: { name: 职工, type: count, register: headcount }
indicators:
  - { id: a, name: 甲项, points: 50, rule: proportional, target: 10, input: staff, missing: full }
  - { id: b, name: 乙项, points: 50, rule: marks }`,
    ],
  ])("%s", async (_, body) => {
    expect(await told(body)).toEqual([]);
  });
});
