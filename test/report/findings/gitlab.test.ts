import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/findings/finding.ts";
import { nastyNames, type Page, renderFindings, sample } from "../../support/findings-samples.ts";

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end: number };
  };
}
const issuesOf = (findings: readonly Finding[], page?: Page): Issue[] =>
  JSON.parse(renderFindings("gitlab", findings, page));

test("has what GitLab reads", () => {
  const [issue] = issuesOf([
    sample({ file: "a.yaml", line: 3, code: "weights-sum", message: "wrong", hint: "mend" }),
  ]);
  expect(issue).toEqual({
    type: "issue",
    check_name: "weights-sum",
    description: "en: wrong (hint: en: mend)",
    categories: ["Bug Risk"],
    severity: "critical",
    fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    location: { path: "a.yaml", lines: { begin: 3, end: 3 } },
  });
  const grades = (["error", "warning", "info"] as const).map(
    (severity) => issuesOf([sample({ severity })])[0]?.severity,
  );
  expect(grades).toEqual(["critical", "minor", "info"]);
});

test("a finding about no file goes with the first that was checked", () => {
  expect(issuesOf([sample()], { files: ["b.yaml", "c.yaml"] })[0]?.location).toEqual({
    path: "b.yaml",
    lines: { begin: 1, end: 1 },
  });
});

test.each(nastyNames)("%j arrives as it is", (name) => {
  const [issue] = issuesOf([sample({ file: name, line: 1, message: name })]);
  expect(issue?.location.path).toBe(name);
  expect(issue?.description).toBe(`en: ${name}`);
});

describe("fingerprints", () => {
  const text = "a: 1\n  b: x\nc: 2\n  b: x\n";
  const twins = (first: number): Finding[] => [
    sample({ file: "a.yaml", line: first, column: 6 }),
    sample({ file: "a.yaml", line: first + 2, column: 6 }),
  ];
  const printsOf = (findings: readonly Finding[], page: Page): string[] =>
    issuesOf(findings, page).map(({ fingerprint }) => fingerprint);

  test("tell twins apart", () => {
    expect(new Set(printsOf(twins(2), { texts: { "a.yaml": text } })).size).toBe(2);
  });
  test("stay when lines are added above, when a line is indented, and in another language", () => {
    const before = printsOf(twins(2), { texts: { "a.yaml": text } });
    expect(printsOf(twins(5), { texts: { "a.yaml": `# x\n\n# y\n${text}` } })).toEqual(before);
    const indented = text.replaceAll("  b", "    b");
    const further = twins(2).map((finding) => ({
      ...finding,
      span: {
        start: { line: finding.span?.start.line ?? 0, column: 8 },
        end: { line: finding.span?.start.line ?? 0, column: 9 },
      },
    }));
    expect(printsOf(further, { texts: { "a.yaml": indented } })).toEqual(before);
    expect(printsOf(twins(2), { texts: { "a.yaml": text }, language: "zh-CN" })).toEqual(before);
  });
  test("differ by file, by code, and by the part of the line", () => {
    const page = { texts: { "a.yaml": "x: y", "b.yaml": "x: y" } };
    const prints = printsOf(
      [
        sample({ file: "a.yaml", line: 1 }),
        sample({ file: "b.yaml", line: 1 }),
        sample({ file: "a.yaml", line: 1, code: "other" }),
        sample({ file: "a.yaml", line: 1, column: 4 }),
        sample({ file: "a.yaml" }),
        sample(),
      ],
      page,
    );
    expect(new Set(prints).size).toBe(6);
  });
  test("a line number in the wording changes nothing", () => {
    const [one, two] = ["first in line 7", "first in line 12"].map(
      (message) => printsOf([sample({ file: "a.csv", message })], {})[0],
    );
    expect(one).toBe(two);
  });
});
