import { describe, expect, test } from "vitest";
import { rubricOf } from "../support/assess-text.ts";
import { checked, scoredWitness } from "../support/checked-rubric.ts";

/** Steps that go up and down again: told where a unit shows it, and only of figures that its cells can say. */

const bands = (list: string, more = ""): string =>
  `indicators:\n  - { id: i, name: 甲项, points: 10, rule: bands, bands: [${list}]${more} }`;

const share = `inputs:
  v: { name: 志愿者, type: count, to: 500 }
  s: { name: 职工, type: count }
  share: { name: 比例, type: percent, divide: [v, s] }
`;
const sum = (a: number, b: number): string => `inputs:
  a: { name: 甲, type: count, to: ${a} }
  b: { name: 乙, type: count, to: ${b} }
  s: { name: 合计, add: [a, b] }
`;
const middle = "{ at-least: 20, give: 0% }, { at-least: 15, give: 100% }, { at-least: 10, give: 50% }";

async function told(rubric: string): Promise<readonly string[]> {
  const found = (await checked(rubric)).filter(({ code }) => code === "not-monotone");
  const texts: string[] = [];
  for (const finding of found) {
    const [, said = ""] = /may earn less: (.*)$/.exec(finding.message) ?? [];
    texts.push(said);
    const points = said.split(", ").map((step) => step.split(" earns ")[1]);
    const units = await scoredWitness(rubric, finding);
    const earned = ["单位1", "单位2", "单位3"].map(
      (name) => units.find(({ unit }) => unit === name)?.indicators[0]?.exact,
    );
    expect(earned).toEqual(points);
  }
  return texts;
}

describe("steps that only go up are not told of", () => {
  test.each([
    [
      "a share of two counts, one of them limited",
      share +
        bands(
          "{ at-least: 66.67%, give: 100% }, { at-least: 33.33%, give: 60% }, { at-least: 20%, give: 30% }",
          ", input: share",
        ),
    ],
    [
      "a sum of counts of which one is small",
      sum(3, 30) + bands("{ at-least: 20, give: 100% }, { at-least: 15, give: 50% }", ", input: s"),
    ],
    [
      "a gap that pays no more than either side",
      bands("{ at-least: 10, give: 50% }, { below: 5, give: 30% }", ", otherwise: 10%"),
    ],
    ["a turn above what the sum can come to", sum(3, 10) + bands(middle, ", input: s")],
  ])("%s", async (_, body) => {
    expect(await told(rubricOf(body))).toEqual([]);
  });
});

describe("steps that turn are told of, with figures that the cells say", () => {
  test.each([
    [
      "a sum of counts of which one is small",
      sum(3, 30) + bands(middle, ", input: s"),
      "1 earns 0, 16 earns 10, 20 earns 0",
    ],
    [
      "a sum that only just gets there",
      sum(3, 18) + bands(middle, ", input: s"),
      "1 earns 0, 16 earns 10, 20 earns 0",
    ],
    [
      "a share of two counts, one of them limited",
      share +
        bands(
          "{ at-least: 66.67%, give: 50% }, { at-least: 33.33%, give: 100% }, { at-least: 20%, give: 30% }",
          ", input: share",
        ),
      "earns 10",
    ],
    [
      "a band narrower than any step",
      bands("{ above: 5.001, below: 5.002, give: 0% }, { at-least: 1, give: 100% }"),
      "earns 0",
    ],
    [
      "a gap that pays more than both sides",
      bands("{ at-least: 10, give: 50% }, { below: 5, give: 30% }", ", otherwise: 100%"),
      "4.99 earns 3, 9.99 earns 10, 10 earns 5",
    ],
  ])("%s", async (_, body, expected) => {
    const [text, ...others] = await told(rubricOf(body));
    expect(others).toEqual([]);
    expect(text).toContain(expected);
  });
});
