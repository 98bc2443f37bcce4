import { readdirSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { planRubric } from "../../src/cli/load.ts";
import { pages } from "../../src/findings/pages/index.ts";
import type { Example, Page } from "../../src/findings/pages/page.ts";
import { besideSubject } from "../../src/rubric/compile-condition.ts";
import { leafSchemas, rubricSchema, ruleNames } from "../../src/rubric/schema.ts";
import { isPart } from "../../src/schema/described.ts";
import { conditionTexts } from "../../src/schema/descriptions/condition.ts";
import { rubricOf } from "../support/assess-text.ts";
import { faultsOf, isDraft07, partsOf, schema, textOf } from "../support/json-schema.ts";
import { blocksOf } from "../support/readme-blocks.ts";
import { shippedRubrics } from "../support/shipped-rubrics.ts";

/** What the schema says of a key: the parts below `properties`, but for those that only limit one. */
const isLimit = (path: string): boolean => /\/(?:if|then|else|allOf|anyOf|oneOf|dependencies)\//.test(path);
const keys = partsOf(schema).flatMap(([path, { properties }]) =>
  properties === undefined
    ? []
    : Object.entries(properties).map(([key, part]) => [`${path}/properties/${key}`, part] as const),
);

describe("what the schema says", () => {
  it("is draft-07", () => {
    expect(isDraft07()).toBe(true);
  });

  it("tells of every key in both languages", () => {
    const parts = keys.filter(
      ([path, part]) => isPart(part) && (!isLimit(path) || part.description !== undefined),
    );
    expect(parts.length).toBeGreaterThan(150);
    const both = /^(?:[^\n]*\p{Script=Han}[^\n]*\n\n[A-Z0-9][^\n]*[.-](?:\n+|$))+$/u;
    const untold = parts.filter(([, part]) => !isPart(part) || !both.test(part.description ?? ""));
    expect(untold.map(([path, part]) => [path, isPart(part) && part.description])).toEqual([]);
  });

  it("tells of every word in both languages", () => {
    const enums = partsOf(schema).filter(([path, part]) => part.enum !== undefined && !/\/if\//.test(path));
    expect(enums.length).toBeGreaterThan(20);
    const untold = enums.filter(([path, part]) => {
      const said: unknown = part["enumDescriptions"];
      if (path === "/properties/ceping") return false;
      return !(
        Array.isArray(said) &&
        said.length === part.enum?.length &&
        said.every((text) => /^.*\p{Script=Han}.* \/ [^\p{Script=Han}]+$/u.test(String(text)))
      );
    });
    expect(untold.map(([path, part]) => [path, part["enumDescriptions"]])).toEqual([]);
  });

  it("has every key of a file, and every rule with its keys", () => {
    expect(Object.keys(schema.properties ?? {})).toEqual(
      expect.arrayContaining([...Object.keys(rubricSchema.shape), "extends", "change", "add", "drop"]),
    );
    for (const name of ruleNames) {
      const own = Object.keys(leafSchemas[name].shape);
      const found = partsOf(schema).filter(
        ([, { properties = {} }]) => own.every((key) => key in properties) && "rule" in properties,
      );
      expect(found.length, name).toBeGreaterThan(0);
    }
  });

  it("has every key of a condition beside what it belongs to", () => {
    const known = Object.entries(besideSubject).flatMap(([head, beside]) => [head, ...beside]);
    expect([...new Set(known)].sort()).toEqual(Object.keys(conditionTexts).sort());
  });

  it("refers to nothing that is not there", () => {
    const refs = partsOf(schema).flatMap(([, { $ref }]) => ($ref === undefined ? [] : [$ref]));
    const known = Object.keys(schema.definitions ?? {}).map((name) => `#/definitions/${name}`);
    expect(known).toEqual(expect.arrayContaining(refs));
    expect(refs).toEqual(expect.arrayContaining(known));
  });
});

/** A snippet of a rubric with what every rubric has, as on the pages of `rubrics/`. */
const completed = (yaml: string): string => {
  if (/^ceping:/m.test(yaml)) return yaml;
  return rubricOf(/^\w/m.test(yaml) ? yaml : `indicators:\n${yaml.replace(/^(?=.)/gm, "  ")}`);
};

/** Cases have a shape of their own. */
const isCases = (text: string): boolean => text.startsWith("ceping-cases:");

const rubricsIn = ({ files }: Example): string[] =>
  Object.entries(files).flatMap(([name, file]) =>
    name.endsWith(".yaml") && typeof file === "string" && !isCases(file) ? [file] : [],
  );
const entries = Object.entries<Page>(pages);

describe("what is a rubric is not refused", () => {
  test.each(shippedRubrics)("%s", (path) => {
    expect(faultsOf(textOf(path))).toEqual([]);
  });

  const blocks = blocksOf(textOf("rubrics/README.md")).filter(
    ({ language, text }) => language === "yaml" && !isCases(text),
  );
  test.each(blocks)("rubrics/README.md, line $line", ({ text }) => {
    expect(faultsOf(completed(text))).toEqual([]);
  });

  const others = readdirSync("fixtures", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `fixtures/${name.replaceAll("\\", "/")}`);
  const sound = others.filter((path) => planRubric(path, textOf(path)).ok);
  test.each([...sound, "fixtures/overlay-province/national.yaml", "fixtures/overlay-province/province.yaml"])(
    "%s",
    (path) => {
      expect(faultsOf(textOf(path))).toEqual([]);
    },
  );

  test.each(entries)("the good example of %s", (_, { good }) => {
    expect(rubricsIn(good).flatMap(faultsOf)).toEqual([]);
  });
});

/** Codes of faults that a schema can see: in their bad examples it does. */
const seen = [
  ...["unknown-key", "missing-key", "unknown-word", "wrong-type", "wrong-length", "empty-value"],
  ...["bad-identifier", "rubric-number", "rubric-negative", "rubric-whole", "rubric-percent"],
  ...["rounding-places"],
  ...["rule-missing", "figure-case", "band-without-edge", "clauses-or-count", "events-points", "date-text"],
  ...[
    "condition-subject",
    "condition-operator",
    "condition-key",
    "window-text",
    "outcome-rule",
    "tie-subject",
  ],
  ...["input-sources", "sheets-and-other", "method-and-methods", "combine-missing", "combine-and-weights"],
  ...["combine-without-methods", "part-inside", "overlay-without-base", "overlay-fixed-key"],
  ...["add-what", "add-place"],
];

describe("what is none is refused", () => {
  test.each(seen)("the bad example of %s", (code) => {
    const [, page] = entries.find(([known]) => known === code) ?? [];
    expect(page && rubricsIn(page.bad).some((text) => faultsOf(text).length > 0)).toBe(true);
  });

  const indicator = (keys: string): string => rubricOf(`indicators:\n  - { id: a, name: 甲, ${keys} }\n`);
  test.each([
    ["a key of another rule", indicator("rule: marks, due: 4")],
    ["a rule that there is not", indicator("rule: mark")],
    ["a group with a rule", rubricOf("indicators:\n  - { id: a, name: 甲, rule: marks, indicators: [] }\n")],
    ["an empty value", rubricOf("source:\nindicators:\n  - { id: a, name: 甲, points: 1, rule: marks }\n")],
    ["a share that is no percentage", indicator("rule: marks, weight: 0.4")],
    ["a column that the tool does not know", `${indicator("rule: marks, points: 1")}columns: { nmae: 名 }\n`],
    ["indicators beside extends", `${indicator("rule: marks, points: 1")}extends: base.yaml\n`],
    ["no indicators and no base", rubricOf("points: 5\n")],
    ["a key of nothing below change", rubricOf("extends: a.yaml\nchange: { a: { poinst: 5 } }\n")],
  ])("%s", (_, text) => {
    expect(faultsOf(text)).not.toEqual([]);
  });
});
