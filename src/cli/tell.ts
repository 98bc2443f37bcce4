import type { Language } from "../base/language.ts";
import { type Finding, isError } from "../findings/finding.ts";
import { renderPretty } from "../report/findings/pretty.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { placeFindings } from "./load.ts";
import { foldAtFor, type SharedOptions, styleOf, widthFor } from "./options.ts";

/** Findings as `--strict` sees them. */
export const judged = (findings: readonly Finding[], strict: boolean | undefined): Finding[] =>
  findings.map((finding) =>
    strict === true && finding.severity === "warning" ? { ...finding, severity: "error" } : finding,
  );

/** Tells all findings on standard error; with `--quiet`, errors only. Gives them back in order and placed. */
export async function tell(
  io: Io,
  findings: readonly Finding[],
  options: SharedOptions,
  language: Language,
): Promise<Finding[]> {
  if (findings.length === 0) return [];
  const { findings: placed, texts } = await placeFindings(io, findings);
  const shown = options.quiet === true ? placed.filter(isError) : placed;
  const style = styleOf(io, io.err, options.color);
  const textOf = (file: string): string | undefined => texts.get(file);
  io.err.write(
    renderPretty(shown, { language, style, width: widthFor(io.err), foldAt: foldAtFor(io.err), textOf }),
  );
  pointToPage(io, shown, options, language);
  return placed;
}

/** Tells somebody at a terminal where to read more; a file of findings, or another program, has no use for it. */
export function pointToPage(
  io: Io,
  [first]: readonly Finding[],
  { quiet }: SharedOptions,
  language: Language,
): void {
  if (first === undefined || quiet === true || !io.err.isTerminal) return;
  io.err.write(
    language === "en"
      ? `more about one of them: ceping explain ${first.code}\n`
      : `看某一条的详细说明：ceping explain ${first.code}\n`,
  );
}

export const codeFor = (findings: readonly Finding[], usage: boolean | undefined): ExitCode =>
  usage === true ? exitCode.usage : findings.some(isError) ? exitCode.findings : exitCode.ok;
