import { describe, expect, test } from "vitest";
import { findingsFormats } from "../../../src/report/findings/formats.ts";
import { findingsReporters } from "../../../src/report/findings/index.ts";
import { nastyNames, renderFindings, sample } from "../../support/findings-samples.ts";

const nasty = nastyNames.flatMap((name, index) => [
  sample({ file: `${name}.yaml`, line: index + 1, message: name, hint: name }),
  sample({ message: name, severity: "warning" }),
  sample({ file: "a.yaml", line: index + 1, column: 2, message: name, severity: "info" }),
]);
const texts = { "a.yaml": nastyNames.map((name) => name.replace(/[\r\n]/g, " ")).join("\n") };

test("every format that can be asked for has a reporter", () => {
  expect(Object.keys(findingsReporters)).toEqual([...findingsFormats]);
});

describe.each(findingsFormats)("%s", (format) => {
  test.each(["zh-CN", "en"] as const)("renders nasty names in %s, the same bytes twice", (language) => {
    const text = renderFindings(format, nasty, { language, texts });
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toContain("\r");
    expect(renderFindings(format, nasty, { language, texts })).toBe(text);
  });

  test("speaks the language that is asked for", () => {
    const one = [sample({ file: "a.yaml", line: 1, message: "x", hint: "y" })];
    const zh = renderFindings(format, one, { language: "zh-CN" });
    const en = renderFindings(format, one, { language: "en" });
    expect([zh.includes("中：x"), zh.includes("中：y"), zh.includes("en: x")]).toEqual([true, true, false]);
    expect([en.includes("en: x"), en.includes("en: y"), en.includes("中：x")]).toEqual([true, true, false]);
  });

  test("has every finding, or counts it", () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      sample({ file: "a.yaml", line: index + 1, message: `number ${index} ends` }),
    );
    const text = renderFindings(format, many);
    const told = many.filter((_, index) => text.includes(`number ${index} ends`)).length;
    if (format === "pretty") {
      expect(told).toBe(50);
      expect(text).toContain("a.yaml: 250 more findings: 250 [some-code]");
    } else expect(told).toBe(300);
  });
});
