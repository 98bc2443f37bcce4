import { type Language, say } from "../../base/language.ts";
import type { Rational } from "../../base/rational.ts";
import type { Point } from "../../cases/gap.ts";
import type { CaseResult } from "../../cases/run.ts";
import { isBelow, passed, ranMutants, type TestRun } from "../../cases/test-run.ts";
import { type Finding, isError } from "../../findings/finding.ts";
import { attributes, escapeText } from "../findings/junit.ts";
import { plainStyle } from "../reporter.ts";
import { differenceText, placeText, workingLines } from "./difference.ts";
import { figuresOf } from "./figures.ts";

export interface TestsJunitOptions {
  readonly language: Language;
  /** The least share that cases must show; zero where nobody asked. */
  readonly least: Rational;
}

/**
 * The results as JUnit's XML, which build servers read: a suite for each case file, a test for each case.
 * What no case notices is a failed test as well, and so is what no case shows where too little is shown.
 */
export function renderTestsJunit(
  runs: readonly TestRun[],
  findings: readonly Finding[],
  options: TestsJunitOptions,
): string {
  const { language } = options;
  const errors = findings.filter(isError);
  const suites = runs.map((run) => suiteOf(run, options));
  const tests = suites.reduce((sum, { counts }) => sum + counts.tests, errors.length);
  const failures = suites.reduce((sum, { counts }) => sum + counts.failures, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: "ceping test", tests, failures, errors: errors.length, skipped: 0, time: 0 })}>`,
    ...suites.flatMap(({ lines }) => lines),
    ...errorLines(errors, language),
    "</testsuites>",
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function suiteOf(run: TestRun, { language, least }: TestsJunitOptions) {
  const { cases, failed, coverage, mutants } = figuresOf(run);
  const points = [
    ...(isBelow(run, least) ? run.coverage.gaps : []).map((point) => pointLine(run, point, "gap", language)),
    ...(ranMutants(run.mutants)?.survivors ?? []).map((point) => pointLine(run, point, "mutant", language)),
  ];
  const counts = {
    tests: cases + points.length,
    failures: failed + points.length,
    errors: 0,
    skipped: 0,
    time: 0,
  };
  const share = (name: string, value: string): string => `      <property${attributes({ name, value })}/>`;
  const lines = [
    `  <testsuite${attributes({ name: run.cases.file, ...counts })}>`,
    "    <properties>",
    share("coverage", coverage.percent),
    ...(mutants === undefined ? [] : [share("mutants", mutants.percent)]),
    "    </properties>",
    ...run.results.map((result) => caseLine(run, result, language)),
    ...points,
    "  </testsuite>",
  ];
  return { counts, lines };
}

const pointWords = {
  gap: { zh: "没有测到", en: "not seen" },
  mutant: { zh: "没有用例发现", en: "no case notices" },
} as const;

/** What is missed is a failure at its place in the rubric, under the id by which it can be accepted. */
function pointLine(
  run: TestRun,
  { id, path, text }: Point,
  type: keyof typeof pointWords,
  language: Language,
): string {
  const { file, span } = run.rubric.place(path);
  const called = say(pointWords[type], language);
  const colon = language === "en" ? ": " : "：";
  const about = { name: `${called}${colon}${id}`, classname: run.plan.rubric.id, file };
  const test = attributes({ ...about, line: span.start.line, time: 0 });
  const message = `${called}${colon}${say(text, language)}`;
  return `    <testcase${test}><failure${attributes({ message, type })}/></testcase>`;
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
