import { always } from "../../base/period.ts";
import { compare, divide, hundred, parseDecimal, type Rational, zero } from "../../base/rational.ts";
import { coverageOf } from "../../cases/coverage.ts";
import { readVersionedCases, type VersionedCase, type VersionedFile } from "../../cases/read-versions.ts";
import { type CaseResult, prepareCase, runCases } from "../../cases/run.ts";
import { isBad, isBelow, passed, ranMutants, type TestRun } from "../../cases/test-run.ts";
import type { RubricVersion } from "../../cases/version.ts";
import { acrossVersions } from "../../check/versions.ts";
import { problems } from "../../findings/catalog.ts";
import { type Finding, isError } from "../../findings/finding.ts";
import { mutate, type TriedCase } from "../../mutants/mutate.ts";
import { renderTestsJson } from "../../report/tests/json.ts";
import { renderTestsJunit } from "../../report/tests/junit.ts";
import { renderTests } from "../../report/tests/pretty.ts";
import { findingAt, parseRubricDocument, type RubricDocument } from "../../rubric/document.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { findCases, rubricOfCases } from "../find-cases.ts";
import { mostOfCases } from "../find-rubrics.ts";
import type { Io } from "../io.ts";
import { loadVersions, placeFindings } from "../load.ts";
import { foldAtFor, languageOf, styleOf, widthFor } from "../options.ts";
import { readTextFile } from "../sources.ts";
import { codeFor, judged, tell } from "../tell.ts";
import type { TestOptions } from "./test-options.ts";

/** Runs the cases of rubrics. The results are the data; what is wrong with the files goes to standard error. */
export async function runTest(io: Io, written: readonly string[], options: TestOptions): Promise<ExitCode> {
  const language = languageOf(io, options.lang);
  const least = leastCoverage(options.minCoverage);
  if ("code" in least) return codeFor(await tell(io, [least], options, language), true);
  const findings: Finding[] = [];
  const { paths, findings: found } = await findCases(io, written);
  findings.push(...found);
  let usage = findings.some(isError);
  const runs: TestRun[] = [];
  for (const path of paths) {
    const tested = await testFile(io, path, options.mutate === true);
    findings.push(...tested.findings);
    usage ||= tested.usage;
    if (tested.run !== undefined) runs.push(tested.run);
  }
  const all = judged(findings, options.strict);
  const { findings: placed } = await placeFindings(io, all);
  if (options.format === "json") io.out.write(renderTestsJson(runs, placed, language));
  else if (options.format === "junit")
    io.out.write(renderTestsJunit(runs, placed, { language, least: least.share }));
  else {
    await tell(io, all, options, language);
    const style = styleOf(io, io.out, options.color);
    const whole = options.coverage === true || runs.some((run) => isBelow(run, least.share));
    const told = { width: widthFor(io.out), foldAt: foldAtFor(io.out), quiet: options.quiet === true };
    io.out.write(renderTests(runs, { language, style, ...told, whole, least: least.share }));
  }
  const code = codeFor(placed, usage);
  return code === exitCode.ok && runs.some((run) => isBad(run, least.share)) ? exitCode.findings : code;
}

interface Tested {
  readonly run: TestRun | undefined;
  readonly findings: readonly Finding[];
  readonly usage: boolean;
}

async function testFile(io: Io, path: string, mutating: boolean): Promise<Tested> {
  const failed = (findings: readonly Finding[], usage = false): Tested => ({
    run: undefined,
    findings,
    usage,
  });
  const file = await readTextFile(io, path, mostOfCases);
  if (!("text" in file)) return failed([file], true);
  const document = parseRubricDocument(path, file.text);
  if (!document.ok) return failed(document.findings.map(ofEmptyCases));
  const reads = await loadVersions(io, await rubricOfCases(io, path, document.value));
  const found = acrossVersions(reads.map(({ valid = always, findings }) => ({ valid, findings })));
  const versions = reads.flatMap((read): RubricVersion[] =>
    read.ok ? [{ valid: read.valid ?? always, ...read.value }] : [],
  );
  const last = versions.at(-1);
  const [first] = reads;
  if (last === undefined || first?.whole === undefined || versions.length < reads.length)
    return failed([...document.findings, ...found], first?.usage === true);
  const cases = readVersionedCases(document.value, versions);
  const before = [...document.findings, ...found, ...cases.findings];
  if (!cases.ok) return failed(before);
  const prepared = cases.value.cases.map((one) => prepareVersioned(versions, one));
  const results = await runVersioned(versions, prepared, document.value);
  const { whole } = first;
  const coverage = coverageOf(versions, whole, results, cases.value.acceptedGaps);
  const mutants = !mutating
    ? undefined
    : results.every(passed)
      ? await mutate({ versions, whole, cases: prepared, accepted: cases.value.acceptedMutants })
      : ("skipped" as const);
  const stale = staleFindings(document.value, cases.value, coverage.stale, ranMutants(mutants)?.stale ?? []);
  const run: TestRun = {
    versions,
    plan: last.plan,
    rubric: whole,
    cases: document.value,
    results,
    coverage,
    mutants,
    findings: stale,
  };
  return { run, findings: [...before, ...stale], usage: false };
}

/** Nothing is missing of a rubric where there should be cases. */
const ofEmptyCases = (finding: Finding): Finding =>
  finding.code === "rubric-empty" ? { ...finding, ...problems.casesEmpty() } : finding;

const prepareVersioned = (
  versions: readonly RubricVersion[],
  { version, under }: VersionedCase,
): TriedCase => ({
  version,
  under: under.map((one, index) => {
    const plan = versions[index]?.plan;
    return one && plan && prepareCase(plan, one);
  }),
});

/** Every case under the version of its day, in the order of the file. */
async function runVersioned(
  versions: readonly RubricVersion[],
  cases: readonly TriedCase[],
  document: RubricDocument,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const { version: index, under } of cases) {
    const version = versions[index];
    const own = under[index];
    if (version !== undefined && own !== undefined)
      results.push(...(await runCases(version, [own], document)));
  }
  return results;
}

function staleFindings(
  document: RubricDocument,
  { acceptedGaps, acceptedMutants }: VersionedFile,
  gaps: readonly number[],
  mutants: readonly number[],
): Finding[] {
  const tell = (
    list: VersionedFile["acceptedGaps"],
    indices: readonly number[],
    kind: "gap" | "mutant",
  ): Finding[] =>
    indices.flatMap((index) => {
      const one = list[index];
      return one === undefined
        ? []
        : [findingAt(document.place(one.path), problems.acceptedStale(one.what, kind))];
    });
  return [...tell(acceptedGaps, gaps, "gap"), ...tell(acceptedMutants, mutants, "mutant")];
}

/** The least share of a rubric that its cases must show: a percentage, with or without its sign. */
function leastCoverage(written: string | undefined): { readonly share: Rational } | Finding {
  if (written === undefined) return { share: zero };
  const value = parseDecimal(written.trim().replace(/%$/, ""));
  if (value === undefined || compare(value, zero) < 0 || compare(value, hundred) > 0)
    return problems.minCoverageText(written);
  return { share: divide(value, hundred) };
}
