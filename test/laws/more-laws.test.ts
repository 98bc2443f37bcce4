import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse as parseYaml, stringify } from "yaml";
import {
  add,
  compare,
  equals,
  formatExact,
  parseDecimal,
  parseFraction,
  type Rational,
  zero,
} from "../../src/base/rational.ts";
import { reporters } from "../../src/report/formats/index.ts";
import { plainStyle } from "../../src/report/reporter.ts";
import { assessText, oneIndicator, total, totals } from "../support/assess-text.ts";
import { csvOf, randomAssessment } from "./random-assessment.ts";

const runs = { numRuns: 100 };
const facts = {
  tool: { name: "ceping", version: "0" },
  rubricSha256: "",
  inputs: [],
  asOf: undefined,
  findings: [],
};
const options = { language: "zh-CN", width: 100, style: plainStyle } as const;

test("reading back our own json gives the same exact figures, and they add up", async () => {
  await fc.assert(
    fc.asyncProperty(randomAssessment, async ({ rubric, headings, rows }) => {
      const { assessment } = await assessText(rubric(1), csvOf(headings, rows));
      if (assessment === undefined) throw new Error("no assessment");
      const document = JSON.parse(reporters.json.render(assessment, facts, options));
      for (const [index, unit] of document.units.entries()) {
        const ours = assessment.results[index]?.score.total ?? zero;
        const read = parseFraction(unit.exact) ?? zero;
        const parts: Rational[] = unit.indicators.map((part: { exact: string }) => parseFraction(part.exact));
        expect(equals(read, ours)).toBe(true);
        expect(formatExact(parts.reduce(add, zero))).toBe(formatExact(ours));
      }
    }),
    runs,
  );
});

test("reading back our own csv gives the figures that the json shows", async () => {
  await fc.assert(
    fc.asyncProperty(randomAssessment, async ({ rubric, headings, rows }) => {
      const { assessment } = await assessText(rubric(1), csvOf(headings, rows));
      if (assessment === undefined) throw new Error("no assessment");
      const document = JSON.parse(reporters.json.render(assessment, facts, options));
      const table: Record<string, string>[] = parse(reporters.csv.render(assessment, facts, options), {
        columns: true,
      });
      expect(table.map((row) => [row["名次"], row["单位"], row["总分"]])).toEqual(
        document.units.map((unit: Record<string, unknown>) => [
          String(unit["rank"]),
          unit["name"],
          unit["total"],
        ]),
      );
      for (const [index, row] of table.entries()) {
        for (const part of document.units[index].indicators) {
          const cell = row[part.name] ?? "";
          const blank = cell === "" || cell === "不适用";
          expect(blank ? parseDecimal(part.points)?.numerator : cell).toBe(blank ? 0 : part.points);
        }
      }
    }),
    runs,
  );
});

const reducers = ["mean", "median", "trimmed-mean", "least", "greatest"] as const;
const marks = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 7 });
const marksOf = (list: readonly number[], from = 0) =>
  csvOf(
    ["单位", "测评员", "item"],
    list.map((mark, index) => ["甲", `测评员${from + index}`, String(mark)]),
  );

test.each(reducers)(
  "%s of several assessors: their order changes nothing, and it lies between the lowest and the highest",
  async (by) => {
    const rubric = oneIndicator(`points: 100\nrule: marks\nassessors: ${by}`);
    await fc.assert(
      fc.asyncProperty(marks, async (list) => {
        const figure =
          parseFraction((await total(rubric, marksOf(list))) ?? "") ??
          parseDecimal((await total(rubric, marksOf(list))) ?? "") ??
          zero;
        expect(await total(rubric, marksOf([...list].reverse()))).toBe(await total(rubric, marksOf(list)));
        expect(compare(figure, parseDecimal(String(Math.min(...list))) ?? zero)).toBeGreaterThanOrEqual(0);
        expect(compare(figure, parseDecimal(String(Math.max(...list))) ?? zero)).toBeLessThanOrEqual(0);
      }),
      runs,
    );
  },
);

test.each(reducers)("%s of several assessors: raising one mark never lowers it", async (by) => {
  const rubric = oneIndicator(`points: 100\nrule: marks\nassessors: ${by}`);
  await fc.assert(
    fc.asyncProperty(marks, fc.nat(), fc.nat(20), async (list, at, more) => {
      const raised = list.map((mark, index) =>
        index === at % list.length ? Math.min(100, mark + more) : mark,
      );
      const { 低: before = "", 高: after = "" } = await totals(
        rubric,
        marksOf(list).replaceAll("甲", "低") +
          marksOf(raised).replaceAll("甲", "高").split("\n").slice(1).join("\n"),
      );
      const read = (text: string) => parseDecimal(text) ?? parseFraction(text) ?? zero;
      expect(compare(read(before), read(after))).toBeLessThanOrEqual(0);
    }),
    runs,
  );
});

test("the order of events, and of the rows of a survey, changes nothing", async () => {
  const event = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    level: fc.constantFrom("国家级", "省级"),
    matter: fc.constantFrom("", "创卫", "双拥"),
  });
  const rubric = oneIndicator(
    "as: bonus\nrule: events\nevent: 表彰\nlevels: { 国家级: 5, 省级: 3 }\nonce-per: matter",
    "",
  ).replace("indicators:", "indicators:\n  - { id: base, name: 基础, points: 1, rule: fixed }");
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 6 }), async (list) => {
      const rows = list.map(
        ({ day, level, matter }) => `甲,2021-03-${String(day).padStart(2, "0")},表彰,${level},${matter}`,
      );
      const of = (lines: readonly string[]) =>
        total(rubric, "单位\n甲\n", undefined, {
          events: `单位,日期,事项,级别,事由\n${lines.join("\n")}\n`,
          asOf: "2021-12-31",
        });
      expect(await of([...rows].reverse())).toBe(await of(rows));
    }),
    runs,
  );
});

/** The same data with the keys of every map in the opposite order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
};

test("the order of keys in a rubric changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(randomAssessment, async ({ rubric, headings, rows }) => {
      const text = stringify(turned(parseYaml(rubric(1), { schema: "failsafe" })), { schema: "failsafe" });
      expect(text).not.toBe(rubric(1));
      expect(await totals(text, csvOf(headings, rows))).toEqual(
        await totals(rubric(1), csvOf(headings, rows)),
      );
    }),
    runs,
  );
});
