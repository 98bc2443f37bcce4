import { always } from "../../src/base/period.ts";
import type { Case, CaseFile } from "../../src/cases/case.ts";
import { coverageOf } from "../../src/cases/coverage.ts";
import type { Coverage } from "../../src/cases/gap.ts";
import { readCases } from "../../src/cases/read.ts";
import { type CaseResult, type PreparedCase, prepareCase, runCases } from "../../src/cases/run.ts";
import { passed } from "../../src/cases/test-run.ts";
import { planRubric } from "../../src/cli/load.ts";
import type { Outcome } from "../../src/findings/finding.ts";
import { parseRubricDocument } from "../../src/rubric/document.ts";

/** A rubric and its cases, as texts, with all that comes of them. */
export interface Tried {
  readonly results: readonly CaseResult[];
  readonly prepared: readonly PreparedCase[];
  readonly coverage: Coverage;
  readonly rubric: ReturnType<typeof planned>;
  /** Names of the cases that failed. */
  readonly failed: readonly string[];
  /** What differs, in English: `name: about: expected, found`. */
  readonly differences: readonly string[];
}

function planned(rubric: string) {
  const read = planRubric("rubric.yaml", rubric);
  if (!read.ok) throw new Error(read.findings.map(({ message }) => message.en).join("; "));
  return read.value;
}

/** The case file as it was read, or its findings. */
export function readText(rubric: string, cases: string): Outcome<CaseFile> {
  const document = parseRubricDocument("rubric.cases.yaml", `ceping-cases: 1\n${cases}`);
  return document.ok ? readCases(document.value, planned(rubric).plan) : document;
}

/** Runs the cases of a text; throws where they do not read. */
export async function tryCases(rubric: string, cases: string): Promise<Tried> {
  const own = planned(rubric);
  const document = parseRubricDocument("rubric.cases.yaml", `ceping-cases: 1\n${cases}`);
  if (!document.ok) throw new Error(document.findings.map(({ message }) => message.en).join("; "));
  const file = readCases(document.value, own.plan);
  if (!file.ok)
    throw new Error(file.findings.map(({ code, message }) => `${code}: ${message.en}`).join("; "));
  const version = { valid: always, ...own };
  const prepared = file.value.cases.map((one: Case) => prepareCase(own.plan, one));
  const results = await runCases(version, prepared, document.value);
  return {
    results,
    prepared,
    coverage: coverageOf([version], own.document, results, file.value.acceptedGaps),
    rubric: own,
    failed: results.filter((result) => !passed(result)).map(({ of }) => of.name),
    differences: results.flatMap(({ of, differences }) =>
      differences.map(
        ({ about, unit, expected, found }) =>
          `${of.name}: ${unit === undefined ? "" : `${unit}: `}${about.en}: ${expected.en}, ${found.en}`,
      ),
    ),
  };
}
