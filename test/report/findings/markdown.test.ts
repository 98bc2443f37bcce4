import { expect, test } from "vitest";
import { renderMarkdown } from "../../../src/report/findings/markdown.ts";
import { plainStyle } from "../../../src/report/reporter.ts";
import { nastyNames, renderFindings, sample } from "../../support/findings-samples.ts";

test("a table for each file, in both languages", () => {
  const findings = [
    sample({ message: "run" }),
    sample({ file: "a.yaml", line: 3, column: 2, message: "one", hint: "mend" }),
    sample({ file: "b.yaml", message: "two", severity: "warning" }),
  ];
  expect(renderFindings("markdown", findings, { files: ["a.yaml", "b.yaml", "c.yaml"] })).toBe(
    `# Findings

3 checked, 2 errors, 1 warning

## This run

| Place | Severity | Finding | How to mend it | Code |
| --- | --- | --- | --- | --- |
|  | error | en: run |  | some-code |

## a.yaml

| Place | Severity | Finding | How to mend it | Code |
| --- | --- | --- | --- | --- |
| 3:2 | error | en: one | en: mend | some-code |

## b.yaml

| Place | Severity | Finding | How to mend it | Code |
| --- | --- | --- | --- | --- |
|  | warning | en: two |  | some-code |
`,
  );
  expect(renderFindings("markdown", [], { files: ["a.yaml"], language: "zh-CN" })).toBe(
    "# 检查结果\n\n检查了 1 个文件，没有发现问题\n",
  );
});

test.each(nastyNames)("%j ends no cell and begins no markup", (name) => {
  const text = renderFindings("markdown", [sample({ file: name, line: 1, message: name, hint: name })]);
  const [row = ""] = text.split("\n").filter((line) => line.includes("some-code"));
  expect(row.replace(/\\./g, "").split("|")).toHaveLength(7);
  expect(text.replaceAll("<br>", "")).not.toContain("<");
  expect(text.replace(/\\./g, "")).not.toMatch(/[*_`[\]~]/);
});

test("in so many bytes: tables end early and the rest is counted", () => {
  const findings = Array.from({ length: 1000 }, (_, index) =>
    sample({ file: `${index % 7}.yaml`, line: index + 1, message: `“${index}”不对😀` }),
  );
  const page = {
    language: "zh-CN",
    style: plainStyle,
    width: 100,
    textOf: () => undefined,
    pathOf: (file: string) => file,
    digestOf: (text: string) => text,
    explain: () => undefined,
  } as const;
  const facts = { tool: { name: "", version: "" }, files: [] };
  for (const most of [300, 1000, 10_000, 50_000]) {
    const text = renderMarkdown(findings, facts, page, most);
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(most);
    const told = findings.filter(({ message }) => text.includes(message.zh)).length;
    expect(text).toContain(`另有 ${1000 - told} 个问题，这里略去。`);
    if (most === 50_000) expect(told).toBeGreaterThan(500);
  }
});
