import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, formatExact, rational, round, roundingModes } from "../../src/base/rational.ts";
import { lineInEffect } from "../../src/check/line-in-effect.ts";
import { numericOperators } from "../../src/rubric/schema.ts";
import { compareBy } from "../../src/scoring/condition.ts";
import { assessText, rubricOf } from "../support/assess-text.ts";

const places = fc.integer({ min: 0, max: 3 });
const figure = fc
  .record({
    numerator: fc.integer({ min: -3000, max: 3000 }),
    denominator: fc.constantFrom(1, 3, 20, 100, 1000),
  })
  .map(({ numerator, denominator }) => rational(numerator, denominator));

test("whatever a figure rounds to, the line in effect says of it what the line does, and lies on the grid", () => {
  const cases = fc.tuple(
    fc.constantFrom(...numericOperators),
    figure,
    fc.array(figure, { minLength: 1, maxLength: 8 }),
    places,
    fc.constantFrom(...roundingModes),
  );
  fc.assert(
    fc.property(cases, ([operator, line, figures, digits, mode]) => {
      const real = lineInEffect(operator, line, digits);
      if (real === undefined) {
        expect(compare(round(line, digits, "up"), line)).toBe(0);
        return;
      }
      if (real.kind === "line")
        for (const one of roundingModes) expect(compare(round(real.line, digits, one), real.line)).toBe(0);
      // Figures next to the line tell the most.
      for (const near of [...figures, round(line, digits, "up"), round(line, digits, "down"), line]) {
        const seen = round(near, digits, mode);
        const said = real.kind === "line" && compareBy(operator, seen, real.line);
        expect(said).toBe(compareBy(operator, seen, line));
      }
    }),
    { numRuns: 500 },
  );
});

const marks = ["0", "59.85", "59.9", "59.94", "59.95", "59.96", "60", "60.04", "60.05", "60.1", "100"];
const outcomes = async (operator: string, line: string, mode: string): Promise<string> => {
  const { assessment, codes } = await assessText(
    rubricOf(`rounding: { places: 1, mode: ${mode} }
indicators:
  - { id: a, name: 甲项, points: 100, rule: marks }
outcomes:
  - { name: 是, when: { score: total, ${operator}: ${line} } }
  - { name: 否, otherwise: yes }
`),
    `单位,a\n${marks.map((mark, index) => `第${index}个,${mark}\n`).join("")}`,
  );
  expect(codes).toEqual([]);
  return (assessment?.results ?? []).map(({ score, outcome }) => `${score.unit.name}${outcome}`).join(" ");
};

test.each(numericOperators.flatMap((operator) => roundingModes.map((mode) => [operator, mode] as const)))(
  "writing the line in effect instead changes no outcome: %s, %s",
  async (operator, mode) => {
    for (const [numerator, line] of [
      [5995, "59.95"],
      [5991, "59.91"],
      [5999, "59.99"],
    ] as const) {
      const real = lineInEffect(operator, rational(numerator, 100), 1);
      const written = await outcomes(operator, line, mode);
      expect(written).not.toBe("");
      if (real?.kind === "line") expect(await outcomes(operator, formatExact(real.line), mode)).toBe(written);
      else expect([operator, written.includes("是")]).toEqual(["equals", false]);
    }
  },
);
