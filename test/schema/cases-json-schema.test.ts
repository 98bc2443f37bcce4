import { readdirSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { caseSchema, expectSchema, fileSchema, unitSchema } from "../../src/cases/schema.ts";
import { pages } from "../../src/findings/pages/index.ts";
import type { Example, Page } from "../../src/findings/pages/page.ts";
import { isPart } from "../../src/schema/described.ts";
import {
  casesFaultsOf,
  casesSchema,
  isDraft07,
  partsOf,
  shippedCases,
  textOf,
} from "../support/json-schema.ts";
import { blocksOf, readmes } from "../support/readme-blocks.ts";

const isCases = (text: string): boolean => /^ceping-cases:/m.test(text);
const casesIn = ({ files }: Example): string[] =>
  Object.entries(files).flatMap(([, file]) => (typeof file === "string" && isCases(file) ? [file] : []));
const entries = Object.entries<Page>(pages);

describe("what the schema of cases says", () => {
  it("is draft-07", () => {
    expect(isDraft07(casesSchema)).toBe(true);
  });

  it("has every key, and tells of each in both languages", () => {
    const parts = partsOf(casesSchema).flatMap(([path, { properties }]) =>
      properties === undefined || /\/(?:then|else|allOf)\//.test(path)
        ? []
        : Object.entries(properties).map(([key, part]) => [`${path}/${key}`, part] as const),
    );
    const both = /^[^\n]*\p{Script=Han}[^\n]*\n\n[A-Z0-9][^\n]*\.$/u;
    const untold = parts.filter(([, part]) => !isPart(part) || !both.test(part.description ?? ""));
    expect(untold).toEqual([]);
    const keys = parts.map(([path]) => path.slice(path.lastIndexOf("/") + 1));
    for (const { shape } of [fileSchema, caseSchema, unitSchema, expectSchema])
      expect(keys).toEqual(expect.arrayContaining(Object.keys(shape)));
  });

  it("tells of every word in both languages", () => {
    const states = partsOf(casesSchema).filter(([path]) => /\/states\/additionalProperties$/.test(path));
    expect(states.map(([, part]) => [part.enum, part["enumDescriptions"]])).toEqual(
      Array.from({ length: 2 }, () => [
        ["scored", "missing", "not-applicable"],
        ["计了分 / scored", "缺报 / missing", "不适用 / not applicable"],
      ]),
    );
  });

  it("refers to nothing that is not there, and names nothing that is not used", () => {
    const refs = partsOf(casesSchema).flatMap(([, { $ref }]) => ($ref === undefined ? [] : [$ref]));
    const known = Object.keys(casesSchema.definitions ?? {}).map((name) => `#/definitions/${name}`);
    expect([...new Set(refs)].sort()).toEqual(known.sort());
  });
});

describe("what is a file of cases is not refused", () => {
  test.each(shippedCases)("%s", (path) => {
    expect(casesFaultsOf(textOf(path))).toEqual([]);
  });

  // One is faulty, one is there only to be passed over.
  const fixtures = readdirSync("fixtures", { recursive: true, encoding: "utf8" })
    .filter((name) => /^test-(?!faulty).*\.cases\.yaml$/.test(name.replaceAll("\\", "/")))
    .map((name) => `fixtures/${name.replaceAll("\\", "/")}`);
  test.each(fixtures)("%s", (path) => {
    expect(casesFaultsOf(textOf(path))).toEqual([]);
  });

  const blocks = readmes.flatMap((path) =>
    blocksOf(textOf(path))
      .filter(({ language, text }) => language === "yaml" && isCases(text))
      .map((block) => ({ path, ...block })),
  );
  test.each(blocks)("$path, line $line", ({ text }) => {
    expect(casesFaultsOf(text)).toEqual([]);
  });
  it("is found on the pages of the project", () => {
    expect(blocks.length).toBeGreaterThan(3);
  });

  test.each(entries.filter(([, { good }]) => casesIn(good).length > 0))(
    "the good example of %s",
    (_, { good }) => {
      expect(casesIn(good).flatMap(casesFaultsOf)).toEqual([]);
    },
  );

  const unit = "units: { 甲: , 乙: { like: a, expect: { rank: 1 } } }";
  test.each([
    ["a unit of which nothing is said", `- { name: a, ${unit} }`],
    [
      "blank cells, lists and answer sheets",
      `- { name: a, given: { x: , y: "", z: [[1, ""], 2], s: { 好: 1 } }, expect: { total: "5" } }`,
    ],
    [
      "a run that nobody took part in",
      `- { name: a, phases: { 初评: }, expect: { exact: 1/3, points: { x: -0.5 } } }`,
    ],
    ["findings by how many", `- { name: a, expect: { findings: { value-missing: 2 } } }`],
    [
      "a column of events under another heading",
      `- { name: a, events: [{ 日期: 2021-03, kind: x, 次数: 2, note: }], expect: { rank: 2 } }`,
    ],
  ])("%s", (_, cases) => {
    expect(casesFaultsOf(`ceping-cases: 1\ncases:\n  ${cases}\n`)).toEqual([]);
  });
});

describe("what is none is refused", () => {
  const file = (cases: string, more = ""): string => `ceping-cases: 1\n${more}cases:\n  ${cases}\n`;
  test.each([
    ["an unknown key", file("- { name: a, expct: { total: 5 } }")],
    ["an unknown key at the top", file("- { name: a, expect: { total: 5 } }", "asof: 2021-12-31\n")],
    ["no cases", "ceping-cases: 1\ncases: []\n"],
    ["another version", "ceping-cases: 2\ncases: [{ name: a, expect: { total: 5 } }]\n"],
    ["no name", file("- { expect: { total: 5 } }")],
    ["nothing expected", file("- { name: a, given: { x: 5 } }")],
    ["a rank that is none", file("- { name: a, expect: { rank: 0 } }")],
    ["a total that is no number", file("- { name: a, expect: { total: 满分 } }")],
    ["a state that there is not", file("- { name: a, expect: { states: { x: absent } } }")],
    ["a day that is none", file("- { name: a, as-of: 年底, expect: { total: 5 } }")],
    ["a total beside units", file("- { name: a, units: { 甲: }, expect: { total: 5 } }")],
    ["findings of one unit", file("- { name: a, units: { 甲: { expect: { findings: [x] } } } }")],
    [
      "an accepted gap without a reason",
      file("- { name: a, expect: { total: 5 } }", "accepted-gaps: [{ what: x }]\n"),
    ],
  ])("%s", (_, text) => {
    expect(casesFaultsOf(text)).not.toEqual([]);
  });

  it("is what the bad examples of pages show, where a shape can show it", () => {
    const refused = entries.flatMap(([code, { bad }]) =>
      casesIn(bad).some((text) => casesFaultsOf(text).length > 0) ? [code] : [],
    );
    expect(refused).toEqual(expect.arrayContaining(["case-expects-of-several", "case-number", "case-rank"]));
  });
});
