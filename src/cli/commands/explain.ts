import { closest } from "../../base/closest.ts";
import { foldLines } from "../../base/fold.ts";
import { problems } from "../../findings/catalog.ts";
import { isError } from "../../findings/finding.ts";
import { explainResult } from "../../report/explain.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { assessWith, loadEvidence, loadRubric } from "../load.ts";
import { type DataOptions, foldAtFor, languageOf, styleOf } from "../options.ts";
import { codeFor, judged, tell } from "../tell.ts";

export interface ExplainOptions extends DataOptions {
  readonly unit: string;
}

/** Shows how one unit came to its result, from the cells up. */
export async function runExplain(
  io: Io,
  rubricPath: string,
  submissions: readonly string[],
  options: ExplainOptions,
): Promise<ExitCode> {
  const language = languageOf(io, options.lang);
  const rubric = await loadRubric(io, rubricPath, options.asOf);
  if (!rubric.ok) return codeFor(await tell(io, rubric.findings, options, language), rubric.usage);
  const evidence = await loadEvidence(io, rubric.value.plan, submissions, options, language);
  if (!evidence.ok)
    return codeFor(
      await tell(io, [...rubric.findings, ...evidence.findings], options, language),
      evidence.usage,
    );
  const assessed = assessWith(rubric.value, evidence.value);
  const findings = judged([...rubric.findings, ...evidence.findings, ...assessed.findings], options.strict);
  if (!assessed.ok || findings.some(isError))
    return codeFor(await tell(io, findings, options, language), false);
  const { results } = assessed.value;
  const result =
    results.find(({ score }) => score.unit.key === options.unit) ??
    results.find(({ score }) => score.unit.name === options.unit);
  if (result === undefined) {
    const near = closest(
      options.unit,
      results.map(({ score }) => score.unit.name),
    );
    await tell(io, [problems.unitNotFound(options.unit, near)], options, language);
    return exitCode.usage;
  }
  const text = explainResult(assessed.value, rubric.value.document, result, {
    language,
    style: styleOf(io, io.out, options.color),
  });
  const width = foldAtFor(io.out);
  io.out.write(width === undefined ? text : foldLines(text, width));
  return exitCode.ok;
}
