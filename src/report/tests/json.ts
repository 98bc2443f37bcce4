import { type Language, say } from "../../base/language.ts";
import type { Point } from "../../cases/gap.ts";
import type { CaseResult } from "../../cases/run.ts";
import { passed, ranMutants, type TestRun } from "../../cases/test-run.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Path, RubricDocument } from "../../rubric/document.ts";
import { findingJson } from "../findings/json.ts";
import { plainStyle } from "../reporter.ts";
import { workingLines } from "./difference.ts";
import { figuresOf } from "./figures.ts";

const placeJson = (document: RubricDocument, path: Path) => {
  const { file, span } = document.place(path);
  return { file, line: span.start.line, column: span.start.column };
};

const pointJson = (document: RubricDocument, language: Language) => (point: Point) => ({
  id: point.id,
  text: say(point.text, language),
  ...placeJson(document, point.path),
});

const caseJson = (run: TestRun, result: CaseResult, language: Language) => ({
  name: result.of.name,
  passed: passed(result),
  ...placeJson(run.cases, result.of.path),
  differences: result.differences.map((difference) => ({
    about: say(difference.about, language),
    ...(difference.unit === undefined ? {} : { unit: difference.unit }),
    expected: say(difference.expected, language),
    found: say(difference.found, language),
    ...placeJson(run.cases, difference.path),
    working: workingLines(run, result, difference, { language, style: plainStyle }),
  })),
  findings: result.findings.map((finding) => findingJson(finding, language)),
});

function runJson(run: TestRun, language: Language) {
  const { coverage, mutants, ...figures } = figuresOf(run);
  const ran = ranMutants(run.mutants);
  const { id, title, version } = run.plan.rubric;
  const point = pointJson(run.rubric, language);
  return {
    rubric: { file: run.rubric.file, id, title, version },
    file: run.cases.file,
    tally: figures,
    cases: run.results.map((result) => caseJson(run, result, language)),
    coverage: {
      ...coverage,
      gaps: run.coverage.gaps.map(point),
      acceptedGaps: run.coverage.accepted.map(point),
    },
    ...(mutants === undefined || ran === undefined
      ? {}
      : {
          mutants: {
            ...mutants,
            survivors: ran.survivors.map(point),
            acceptedMutants: ran.accepted.map(point),
            refusedMutants: ran.refusedMutants.map(point),
            sameMutants: ran.sameMutants.map(point),
          },
        }),
  };
}

/** The document of `test --format json`. */
export const renderTestsJson = (
  runs: readonly TestRun[],
  findings: readonly Finding[],
  language: Language,
): string =>
  `${JSON.stringify(
    {
      format: "ceping/tests",
      formatVersion: 1,
      runs: runs.map((run) => runJson(run, language)),
      findings: findings.map((finding) => findingJson(finding, language)),
    },
    null,
    2,
  )}\n`;
