import type { Assessment } from "../../assess.ts";
import { closest } from "../../base/closest.ts";
import { formatDay } from "../../base/date.ts";
import type { Language } from "../../base/language.ts";
import { problems } from "../../findings/catalog.ts";
import { type Finding, isError } from "../../findings/finding.ts";
import { type ReportFormat, reporters } from "../../report/formats/index.ts";
import { plainStyle, type Reporter, type RunFacts } from "../../report/reporter.ts";
import { outcomeNames } from "../../rubric/outcome-names.ts";
import { name, version } from "../../version.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { assessWith, type LoadedEvidence, type LoadedRubric, loadEvidence, loadRubric } from "../load.ts";
import { type DataOptions, languageOf, styleOf, widthFor } from "../options.ts";
import { deliver, fileWidth, type Output, planOutputs } from "../outputs.ts";
import { findSources } from "../sources.ts";
import { codeFor, judged, tell } from "../tell.ts";

export interface ScoreOptions extends DataOptions {
  readonly format: ReportFormat;
  readonly output?: readonly string[];
  readonly failOn?: readonly string[];
  /** A folder of several years, in place of the submissions of one. */
  readonly replay?: string;
}

/** Scores, decides, ranks, reports. Reports are written only when nothing is wrong. */
export async function runScore(
  io: Io,
  rubricPath: string,
  submissions: readonly string[],
  options: ScoreOptions,
): Promise<ExitCode> {
  const language = languageOf(io, options.lang);
  const stop = async (findings: readonly Finding[], usage: boolean | undefined): Promise<ExitCode> => {
    const told = await tell(io, judged(findings, options.strict), options, language);
    return codeFor(told, usage);
  };
  const sources = await findSources(io, submissions, []);
  const { units, events, overrides, history = [] } = options;
  const named = [units, events, overrides, ...history].flatMap((path) => path ?? []);
  const rubric = await loadRubric(io, rubricPath, options.asOf);
  const inputs = [...rubric.files, ...named, ...sources.paths];
  const { outputs, findings } = await planOutputs(io, options.output ?? [], inputs, reporters);
  const outputFaults = [...findings, ...undated(outputs, options)];
  if (!rubric.ok) {
    // What is wrong with the rubric comes first, but nobody should have to run the tool twice to hear of the rest.
    return stop(
      [...rubric.findings, ...outputFaults, ...sources.findings],
      rubric.usage === true || outputFaults.length > 0 || sources.findings.some(isError),
    );
  }
  const unknown = unknownOutcomes(rubric.value, options.failOn ?? []);
  const evidence = await loadEvidence(
    io,
    rubric.value.plan,
    submissions,
    options,
    language,
    pathsOf(outputs),
  );
  const before = [...outputFaults, ...unknown, ...rubric.findings, ...evidence.findings];
  if (outputFaults.length > 0 || unknown.length > 0) return stop(before, true);
  if (!evidence.ok) return stop(before, evidence.usage);
  const assessed = assessWith(rubric.value, evidence.value);
  const told = await tell(io, judged([...before, ...assessed.findings], options.strict), options, language);
  if (!assessed.ok || told.some(isError)) return codeFor(told, false);
  return report(io, assessed.value, rubric.value, evidence.value, outputs, told, options, language);
}

const pathsOf = (outputs: readonly Output<ReportFormat>[]): string[] => outputs.map(({ path }) => path);

/** Rows of a history say of which year they are. */
const undated = (
  outputs: readonly Output<ReportFormat>[],
  { format, asOf, history }: ScoreOptions,
): Finding[] =>
  // Earlier years that are given need it, too, and say so.
  asOf === undefined &&
  history === undefined &&
  [format, ...outputs.map((output) => output.format)].includes("history")
    ? [problems.asOfForOutput()]
    : [];

function unknownOutcomes({ plan }: LoadedRubric, wanted: readonly string[]): Finding[] {
  const known = outcomeNames(plan);
  return wanted.flatMap((outcome) =>
    known.includes(outcome) ? [] : [problems.outcomeUnknown(outcome, known, closest(outcome, known))],
  );
}

async function report(
  io: Io,
  assessment: Assessment,
  rubric: LoadedRubric,
  { inputs, asOf }: LoadedEvidence,
  outputs: readonly Output<ReportFormat>[],
  findings: readonly Finding[],
  options: ScoreOptions,
  language: Language,
): Promise<ExitCode> {
  const facts: RunFacts = {
    tool: { name, version },
    rubricSha256: rubric.sha256,
    inputs: [...rubric.bases, ...inputs],
    asOf: asOf === undefined ? undefined : formatDay(asOf),
    findings,
  };
  const files = outputs.map(({ path, format }) => {
    const reporter: Reporter = reporters[format];
    const text = reporter.render(assessment, facts, { language, width: fileWidth, style: plainStyle });
    return { path, text, isCsv: reporter.isCsv === true };
  });
  const screen = { language, width: widthFor(io.out), style: styleOf(io, io.out, options.color) };
  const shown = reporters[options.format].render(assessment, facts, screen);
  if (!(await deliver(io, { files, shown }, options, language))) return exitCode.failure;
  const hit = assessment.results.some(
    ({ outcome }) => outcome !== undefined && options.failOn?.includes(outcome) === true,
  );
  return hit ? exitCode.findings : exitCode.ok;
}
