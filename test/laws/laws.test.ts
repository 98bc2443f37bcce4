import fc from "fast-check";
import { expect, test } from "vitest";
import type { Assessment } from "../../src/assess.ts";
import {
  add,
  compare,
  equals,
  formatExact,
  multiply,
  type Rational,
  rational,
  zero,
} from "../../src/base/rational.ts";
import { type TraceNode, trace } from "../../src/scoring/trace.ts";
import { assessText, rubricOf, totals } from "../support/assess-text.ts";
import { csvOf, randomAssessment } from "./random-assessment.ts";

/** Laws that hold whatever the rubric and the data. */

const runs = { numRuns: 150 };

async function assessed(rubric: string, csv: string): Promise<Assessment> {
  const { assessment, findings } = await assessText(rubric, csv);
  if (assessment === undefined) throw new Error(findings.map(({ message }) => message.en).join("\n"));
  return assessment;
}

const sum = (values: readonly Rational[]): Rational => values.reduce(add, zero);
const picture = ({ results }: Assessment): string[] =>
  results.map(({ score, rank }) => `${rank} ${score.unit.name} ${formatExact(score.total)}`).sort();

test("the points of all entries add up exactly to the total", async () => {
  await fc.assert(
    fc.asyncProperty(randomAssessment, async ({ rubric, headings, rows }) => {
      for (const { score } of (await assessed(rubric(1), csvOf(headings, rows))).results) {
        expect(formatExact(sum(score.contributions))).toBe(formatExact(score.total));
      }
    }),
    runs,
  );
});

test("every node of a trace is the sum of its children, up to the total", async () => {
  const check = (node: TraceNode): void => {
    if (node.children.length === 0) return;
    expect(formatExact(sum(node.children.map(({ value }) => value)))).toBe(formatExact(node.value));
    node.children.forEach(check);
  };
  await fc.assert(
    fc.asyncProperty(randomAssessment, async ({ rubric, headings, rows }) => {
      const { plan, evidence, scores, results } = await assessed(rubric(1), csvOf(headings, rows));
      for (const { score } of results) {
        const top = trace(plan, evidence, scores, score);
        check(top);
        expect(equals(top.value, score.total)).toBe(true);
      }
    }),
    runs,
  );
});

test("the order of rows and columns, and how rows are spread over files, change nothing", async () => {
  await fc.assert(
    fc.asyncProperty(randomAssessment, fc.nat(), async ({ rubric, headings, rows }, seed) => {
      const turned = [...rows.slice(seed % rows.length), ...rows.slice(0, seed % rows.length)];
      const mirrored = (row: readonly string[]) => [...row].reverse();
      const before = await assessed(rubric(1), csvOf(headings, rows));
      expect(picture(await assessed(rubric(1), csvOf(headings, turned)))).toEqual(picture(before));
      expect(picture(await assessed(rubric(1), csvOf(mirrored(headings), rows.map(mirrored))))).toEqual(
        picture(before),
      );
      const files = Object.fromEntries(rows.map((row, index) => [`${index}.csv`, csvOf(headings, [row])]));
      const { assessment } = await assessText(rubric(1), files);
      expect(assessment && picture(assessment)).toEqual(picture(before));
    }),
    runs,
  );
});

test("a wide table and the same in long form give the same", async () => {
  await fc.assert(
    fc.asyncProperty(randomAssessment, async ({ rubric, headings, rows }) => {
      const long = rows.flatMap((row) =>
        row.slice(1).map((value, index) => [row[0] ?? "", headings[index + 1] ?? "", value]),
      );
      const before = await assessed(rubric(1), csvOf(headings, rows));
      expect(picture(await assessed(rubric(1), csvOf(["单位", "指标", "值"], long)))).toEqual(
        picture(before),
      );
    }),
    runs,
  );
});

test("multiplying all points by a constant keeps the ranks, and multiplies exact totals", async () => {
  await fc.assert(
    fc.asyncProperty(
      randomAssessment,
      fc.integer({ min: 2, max: 9 }),
      async ({ rubric, headings, rows }, factor) => {
        // Rounding before the total is not proportional; the law is about everything else.
        const exact = (text: string) => text.replace(/at: (?:groups|terms)/, "at: total");
        const before = await assessed(exact(rubric(1)), csvOf(headings, rows));
        const after = await assessed(exact(rubric(factor)), csvOf(headings, rows));
        const scaled = before.results.map(({ score, rank }) => [
          rank,
          score.unit.name,
          formatExact(multiply(score.total, rational(factor))),
        ]);
        expect(
          after.results.map(({ score, rank }) => [rank, score.unit.name, formatExact(score.total)]),
        ).toEqual(scaled);
      },
    ),
    runs,
  );
});

test("a unit scored alone has the same total as among others, when no rule is relative", async () => {
  await fc.assert(
    fc.asyncProperty(randomAssessment, async ({ rubric, headings, rows }) => {
      const together = await assessed(rubric(1), csvOf(headings, rows));
      for (const row of rows) {
        const alone = await assessed(rubric(1), csvOf(headings, [row]));
        const among = together.results.find(({ score }) => score.unit.name === row[0]);
        expect(formatExact(alone.results[0]?.score.total ?? zero)).toBe(
          formatExact(among?.score.total ?? rational(-1)),
        );
      }
    }),
    runs,
  );
});

const monotone: readonly (readonly [string, (value: number) => string])[] = [
  ["rule: marks\n    out-of: 100", (value) => `${value}`],
  ["rule: proportional\n    target: 37", (value) => `${value}`],
  [
    "rule: curve\n    curve: [{ at: 10, points: 0 }, { at: 60, points: 7 }, { at: 90, points: 10 }]",
    (value) => `${value}`,
  ],
  [
    "rule: bands\n    bands: [{ at-least: 95%, give: 10 }, { at-least: 80%, give: 6.6 }]\n    otherwise: 1",
    (value) => `${value}%`,
  ],
  [
    "rule: deduct-per-point-short\n    target: 80%\n    each: 1\n    part-points: ignore",
    (value) => `${value}%`,
  ],
  ["rule: deduct-per-missing\n    due: 50\n    each: 0.3", (value) => `${value}`],
];

test.each(monotone)("raising the input never lowers the score: %s", async (rule, write) => {
  const rubric = rubricOf(`indicators:\n  - id: item\n    name: 指标\n    points: 10\n    ${rule}\n`);
  await fc.assert(
    fc.asyncProperty(fc.nat(100), fc.nat(100), async (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const { assessment } = await assessText(rubric, `单位,item\n低,${write(low)}\n高,${write(high)}\n`);
      const of = (name: string) =>
        assessment?.results.find(({ score }) => score.unit.name === name)?.score.total ?? zero;
      expect(compare(of("低"), of("高"))).toBeLessThanOrEqual(0);
    }),
    runs,
  );
});

test("renormalising with nothing left out changes nothing", async () => {
  const full = randomAssessment.map(({ rubric, headings, rows }) => ({
    rubric,
    headings,
    rows: rows.map((row) =>
      row.map((cell, index) => (cell === "" || cell === "不适用" ? (rows[0]?.[index] ?? "") : cell)),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(full, async ({ rubric, headings, rows }) => {
      fc.pre(rows.every((row) => row.every((cell) => cell !== "" && cell !== "不适用")));
      const policy = (name: string) => rubric(1).replace(/not-applicable: \S+$/m, `not-applicable: ${name}`);
      const csv = csvOf(headings, rows);
      expect(picture(await assessed(policy("renormalise"), csv))).toEqual(
        picture(await assessed(policy("zero"), csv)),
      );
    }),
    runs,
  );
});

test("a unit added to one group never changes another group", async () => {
  const rubric = rubricOf(`indicators:\n  - { id: a, name: 甲项, points: 100, rule: min-max }\n`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(100), { minLength: 1, maxLength: 5 }),
      fc.nat(100),
      async (marks, added) => {
        const rows = marks.map((mark, index) => [`单位${index}`, "一", String(mark)]);
        const before = await totals(rubric, csvOf(["单位", "组别", "a"], rows));
        const after = await totals(
          rubric,
          csvOf(["单位", "组别", "a"], [...rows, ["新来的", "二", String(added)]]),
        );
        expect(after).toEqual({ ...before, 新来的: "100" });
      },
    ),
    runs,
  );
});
