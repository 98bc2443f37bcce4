import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, formatExact, type Rational, rational } from "../../src/base/rational.ts";
import { rangeOfInput } from "../../src/check/condition-range.ts";
import { truthOf } from "../../src/check/truth.ts";
import { plainStanding } from "../../src/evidence/standing.ts";
import type { Value } from "../../src/evidence/value.ts";
import type { Condition, NumericOperator } from "../../src/rubric/plan.ts";
import { computeInputs, type Values } from "../../src/scoring/compute.ts";
import { type Facts, holds } from "../../src/scoring/condition.ts";
import { planText, rubricOf } from "../support/assess-text.ts";

/** What `check` says of conditions, held against every unit there can be. */

const operators: readonly NumericOperator[] = ["at-least", "above", "at-most", "below", "equals"];
const number = (figure: Rational): Value => ({ kind: "number", number: figure, text: "" });

function planOf(body: string) {
  const { plan, findings } = planText(rubricOf(body));
  if (plan === undefined) throw new Error(findings.map(({ message }) => message.en).join("\n"));
  return plan;
}

const plan = planOf(`
units: { categories: [甲类, 乙类, 丙类] }
inputs:
  count: { type: count, to: 4 }
  figure: { from: 0, to: 2 }
  flag: { type: yes-no }
  word: { words: [一, 二, 三] }
indicators:
  - { id: item, name: 指标, points: 1, rule: marks }
`);
const tags = ["红", "蓝"];

/** Lines in quarters: some lie between whole numbers, and some beyond the limits. */
const line: fc.Arbitrary<Condition> = fc
  .record({
    input: fc.constantFrom(0, 1),
    operator: fc.constantFrom(...operators),
    line: fc.integer({ min: -2, max: 18 }),
  })
  .map(
    ({ input, operator, line }): Condition => ({
      kind: "number",
      subject: { by: "input", input },
      operator,
      value: rational(line, 4),
      share: false,
    }),
  );

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  { arbitrary: line, weight: 8 }, // between two of them there may be figures that neither has
  fc.constant<Condition>({ kind: "yes", input: 2, missing: "finding" }),
  fc
    .subarray(["一", "二", "三"], { minLength: 1 })
    .map((words): Condition => ({ kind: "word", input: 3, words })),
  fc
    .subarray(["甲类", "乙类", "丙类"], { minLength: 1 })
    .map((words): Condition => ({ kind: "category", words })),
  fc
    .subarray(["市级", "县级"], { minLength: 1 })
    .map((words): Condition => ({ kind: "column", column: "级别", words })),
  fc.subarray(tags, { minLength: 1 }).map((words): Condition => ({ kind: "tag", words })),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc
      .record({
        kind: fc.constantFrom("all", "any"),
        conditions: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }),
      })
      .map(({ kind, conditions }): Condition => ({ kind, conditions })),
    tie("condition").map((inner): Condition => ({ kind: "not", condition: inner })),
  ),
}));

/** Every unit there can be, up to differences that no line above can tell. */
function* units(): Generator<Facts> {
  const absent = (): never => {
    throw new Error("no condition here asks for it");
  };
  for (let count = 0; count <= 4; count += 1) {
    for (let figure = 0; figure <= 16; figure += 1) {
      for (const yes of [true, false]) {
        for (const word of ["一", "二", "三"]) {
          for (const category of ["甲类", "乙类", "丙类"]) {
            for (const level of ["市级", "县级", "乡级"]) {
              for (const tagged of ["", "红", "蓝", "红、蓝"]) {
                const columns = new Map([
                  ["category", category],
                  ["tags", tagged],
                  ["级别", level],
                ]);
                yield {
                  unit: { index: 0, key: "甲", name: "甲", columns },
                  values: [
                    number(rational(count)),
                    number(rational(figure, 8)),
                    { kind: "yes-no", yes, text: "" },
                    { kind: "word", word, text: "" },
                  ],
                  score: absent,
                  points: absent,
                  relations: absent,
                  events: [],
                  asOf: undefined,
                  vetoes: [],
                  unmetGates: [],
                  standing: plainStanding,
                  inherited: [],
                  history: [],
                  every: 1,
                  result: absent,
                  missing: absent,
                };
              }
            }
          }
        }
      }
    }
  }
}
const everyUnit = [...units()];

test("conditions come out together in just the ways that some unit shows", () => {
  fc.assert(
    fc.property(fc.array(condition, { minLength: 1, maxLength: 3 }), (conditions) => {
      const shown = new Set(everyUnit.map((facts) => conditions.map((one) => holds(one, facts)).join()));
      const told = truthOf(plan, conditions)?.map((row) => row.join());
      expect(new Set(told)).toEqual(shown);
      expect(told?.length).toBe(shown.size);
    }),
    { numRuns: 200 },
  );
});

const limits = fc
  .record({ least: fc.integer({ min: -4, max: 6 }), span: fc.integer({ min: 0, max: 5 }) })
  .map(({ least, span }) => ({ least, most: least + span }));
const calculation = fc.constantFrom("add", "subtract", "multiply", "divide", "mean", "least", "greatest");

test("a computed figure lies in the range that is told of it", () => {
  const shape = fc.record({
    limits: fc.tuple(limits, limits),
    open: fc.tuple(fc.boolean(), fc.boolean()),
    calculations: fc.tuple(calculation, calculation),
    shares: fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })), {
      minLength: 8,
    }),
  });
  fc.assert(
    fc.property(shape, ({ limits, open, calculations: [inner, outer], shares }) => {
      const declared = limits
        .map(({ least, most }, index) => {
          const to = open[index] === true ? "" : `, to: ${most}`;
          return `  ${"xy"[index]}: { type: number, from: ${least}${to} }\n`;
        })
        .join("");
      const computed = planOf(
        `inputs:\n${declared}  inner: { ${inner}: [x, y] }\n  outer: { ${outer}: [inner, x] }\nindicators: [{ id: a, name: a, points: 1, rule: marks }]\n`,
      );
      for (const pair of shares) {
        // Eighths of the way from one end to the other; where there is no other, as far beyond.
        const given: Values = limits.map(({ least, most }, index) =>
          number(
            rational(least * 8 + (most - least) * (pair[index] ?? 0) * (open[index] === true ? 3 : 1), 8),
          ),
        );
        const values = computeInputs(computed, given, "甲", () => undefined);
        for (const { index, id } of computed.inputs) {
          const value = values[index];
          if (value?.kind !== "number") continue;
          const { least, most } = rangeOfInput(computed, index);
          const shown = `${id} ${formatExact(value.number)}`;
          if (least !== undefined) expect(compare(value.number, least), shown).toBeGreaterThanOrEqual(0);
          if (most !== undefined) expect(compare(value.number, most), shown).toBeLessThanOrEqual(0);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("the range of a computed figure is no wider than its figures, where operands have limits", () => {
  const ends = (body: string): (string | undefined)[] => {
    const { inputs, ...rest } = planOf(
      `inputs:\n  x: { from: 2, to: 5 }\n  y: { from: -1, to: 3 }\n  z: { from: 0, to: 4 }\n  out: ${body}\nindicators: [{ id: a, name: a, points: 1, rule: marks }]\n`,
    );
    const out = inputs.findIndex(({ id }) => id === "out");
    const { least, most } = rangeOfInput({ inputs, ...rest }, out);
    return [least && formatExact(least), most && formatExact(most)];
  };
  expect(ends("{ add: [x, y, 1] }")).toEqual(["2", "9"]);
  expect(ends("{ subtract: [x, y] }")).toEqual(["-1", "6"]);
  expect(ends("{ multiply: [x, y] }")).toEqual(["-5", "15"]);
  expect(ends("{ divide: [z, x] }")).toEqual(["0", "2"]);
  expect(ends("{ divide: [x, z] }")).toEqual(["0.5", undefined]);
  expect(ends("{ divide: [x, y] }")).toEqual([undefined, undefined]);
  expect(ends("{ mean: [x, y] }")).toEqual(["0.5", "4"]);
  expect(ends("{ least: [x, y] }")).toEqual(["-1", "3"]);
  expect(ends("{ greatest: [x, y] }")).toEqual(["2", "5"]);
  expect(ends("{ add: [x, y], to: 7 }")).toEqual(["1", "7"]);
});
