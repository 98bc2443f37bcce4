import { type Language, say } from "../../base/language.ts";
import type { CaseResult } from "../../cases/run.ts";
import { passed, type TestRun } from "../../cases/test-run.ts";
import { type Finding, isError } from "../../findings/finding.ts";
import { attributes, escapeText } from "../findings/junit.ts";
import { plainStyle } from "../reporter.ts";
import { differenceText, placeText, workingLines } from "./difference.ts";
import { figuresOf } from "./figures.ts";

/** The results as JUnit's XML, which build servers read: a suite for each case file, a test for each case. */
export function renderTestsJunit(
  runs: readonly TestRun[],
  findings: readonly Finding[],
  language: Language,
): string {
  const errors = findings.filter(isError);
  const figures = runs.map(figuresOf);
  const tests = figures.reduce((sum, { cases }) => sum + cases, errors.length);
  const failures = figures.reduce((sum, { failed }) => sum + failed, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: "ceping test", tests, failures, errors: errors.length, skipped: 0, time: 0 })}>`,
    ...runs.flatMap((run) => suiteLines(run, language)),
    ...errorLines(errors, language),
    "</testsuites>",
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function suiteLines(run: TestRun, language: Language): string[] {
  const { cases, failed, coverage, mutants } = figuresOf(run);
  const counts = { tests: cases, failures: failed, errors: 0, skipped: 0, time: 0 };
  const share = (name: string, value: string): string => `      <property${attributes({ name, value })}/>`;
  return [
    `  <testsuite${attributes({ name: run.cases.file, ...counts })}>`,
    "    <properties>",
    share("coverage", coverage.percent),
    ...(mutants === undefined ? [] : [share("mutants", mutants.percent)]),
    "    </properties>",
    ...run.results.map((result) => caseLine(run, result, language)),
    "  </testsuite>",
  ];
}

function caseLine(run: TestRun, result: CaseResult, language: Language): string {
  const { file, span } = run.cases.place(result.of.path);
  const about = { name: result.of.name, classname: run.plan.rubric.id, file, line: span.start.line, time: 0 };
  if (passed(result)) return `    <testcase${attributes(about)}/>`;
  const texts = result.differences.map((difference) => differenceText(difference, language));
  const lines = result.differences.flatMap((difference, index) => [
    `${texts[index]}  ${placeText(run.cases, difference.path)}`,
    ...workingLines(run, result, difference, { language, style: plainStyle }).map((line) => `  ${line}`),
  ]);
  const failure = attributes({ message: texts.join("; "), type: "difference" });
  return `    <testcase${attributes(about)}><failure${failure}>${escapeText(lines.join("\n"))}</failure></testcase>`;
}

/** What is wrong with the files is told in a suite of its own: nothing could be run. */
function errorLines(errors: readonly Finding[], language: Language): string[] {
  if (errors.length === 0) return [];
  const counts = { tests: errors.length, failures: 0, errors: errors.length, skipped: 0, time: 0 };
  return [
    `  <testsuite${attributes({ name: "ceping", ...counts })}>`,
    ...errors.map(({ file = "", span, code, message }) => {
      const about = { name: code, classname: file, ...(file === "" ? {} : { file }) };
      const line = span === undefined ? {} : { line: span.start.line };
      const error = attributes({ message: say(message, language), type: code });
      return `    <testcase${attributes({ ...about, ...line, time: 0 })}><error${error}/></testcase>`;
    }),
    "  </testsuite>",
  ];
}
