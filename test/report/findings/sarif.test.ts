import { readFileSync } from "node:fs";
import Draft04 from "ajv-draft-04";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/findings/finding.ts";
import { nastyNames, type Page, renderFindings, sample } from "../../support/findings-samples.ts";

// Both packages are CommonJS: the class and the function are their default exports' defaults.
const Ajv = Draft04.default;
const addFormats = formats.default;

// One pattern of the schema is none where expressions are read as Unicode.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync("test/vendor/sarif-2.1.0-rtm.5.json", "utf8")));

/** A log that holds to the schema. */
function logOf(findings: readonly Finding[], page?: Page) {
  const log = JSON.parse(renderFindings("sarif", findings, page));
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  return log;
}

test("the schema refuses what is no SARIF", () => {
  const log = logOf([sample({ file: "a.yaml", line: 1 })]);
  log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
  expect(validate(log)).toBe(false);
});

const explain = () => ({
  title: { zh: "题", en: "title" },
  why: { zh: "因", en: "why" },
  mend: { zh: "改", en: "mend" },
});

test("an empty run is valid, and names what was looked at", () => {
  const [run] = logOf([], { files: ["a.yaml"] }).runs;
  expect(run.results).toEqual([]);
  expect(run.artifacts).toEqual([{ location: { uri: "a.yaml", uriBaseId: "%SRCROOT%" } }]);
});

test("a result has its rule, its level, its place in characters and a fingerprint", () => {
  const [run] = logOf(
    [
      sample({ file: "a.yaml", line: 2, column: 5, length: 3, code: "b-code", message: "x", hint: "y" }),
      sample({ file: "a.yaml", line: 4, code: "a-code", severity: "warning" }),
      sample({ file: "a.yaml", line: 5, code: "b-code", severity: "info" }),
    ],
    { explain },
  ).runs;
  expect(run.columnKind).toBe("unicodeCodePoints");
  expect(run.results[0]).toEqual({
    ruleId: "b-code",
    ruleIndex: 0,
    level: "error",
    message: { text: "en: x\nhint: en: y" },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "a.yaml", uriBaseId: "%SRCROOT%", index: 0 },
          region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 8 },
        },
      },
    ],
    partialFingerprints: { "ceping/v1": expect.stringMatching(/^[0-9a-f]{32}$/) },
  });
  expect(run.results.map(({ level, ruleIndex }: Record<string, unknown>) => [level, ruleIndex])).toEqual([
    ["error", 0],
    ["warning", 1],
    ["note", 0],
  ]);
  const { rules } = run.tool.driver;
  expect(rules.map(({ id }: { id: string }) => id)).toEqual(["b-code", "a-code"]);
  expect(rules[0].shortDescription.text).toBe("title");
  expect(rules[0].help.text).toBe("因\n改\nwhy\nmend");
});

test("a cell without its column has its line; a finding about no file goes with the first", () => {
  const cell = { ...sample({ file: "a.csv" }), cell: { line: 7, field: 2 } };
  const [run] = logOf([cell, sample()], { files: ["r.yaml", "a.csv"] }).runs;
  const [first, second] = run.results.map(
    ({ locations }: { locations: { physicalLocation: object }[] }) => locations[0]?.physicalLocation,
  );
  expect(first.region).toEqual({ startLine: 7 });
  expect(second).toEqual({ artifactLocation: { uri: "r.yaml", uriBaseId: "%SRCROOT%", index: 0 } });
});

test("an input that shows the fault is among the properties", () => {
  const witness = { 单位: "甲" };
  const finding: Finding = Object.assign(sample({ file: "a.yaml", line: 1 }), { witness });
  expect(logOf([finding]).runs[0].results[0].properties).toEqual({ witness });
});

describe("paths become URIs that lead back to them", () => {
  test.each(nastyNames)("%j", (name) => {
    const [run] = logOf([sample({ file: `f/${name}.yaml`, line: 1, message: name })]).runs;
    const { uri } = run.artifacts[0].location;
    expect(uri).toMatch(/^[\w.!~*'()/%-]+$/);
    expect(decodeURIComponent(uri)).toBe(`f/${name.replace("\ud800", "\ufffd")}.yaml`);
  });
  test.each([
    ["/tmp/测/a b.yaml", { uri: "file:///tmp/%E6%B5%8B/a%20b.yaml" }],
    ["C:/测/a.yaml", { uri: "file:///C%3A/%E6%B5%8B/a.yaml" }],
    ["a/测.yaml", { uri: "a/%E6%B5%8B.yaml", uriBaseId: "%SRCROOT%" }],
  ])("%s", (path, location) => {
    expect(logOf([], { files: [path] }).runs[0].artifacts[0].location).toEqual(location);
  });
});

test("words in brackets are no link", () => {
  const [run] = logOf([sample({ message: "[l](0) and [x] (y)" })]).runs;
  expect(run.results[0].message.text).toBe("en: \\[l](0) and [x] (y)");
});
