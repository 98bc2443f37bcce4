import type { Language } from "../base/language.ts";
import { eachOnce, type Finding, isError } from "../findings/finding.ts";
import type { FindingsFormat } from "../report/findings/formats.ts";
import { findingsReporters } from "../report/findings/index.ts";
import { renderMarkdown } from "../report/findings/markdown.ts";
import type { CheckFacts, Explanation, FindingsOptions } from "../report/findings/reporter.ts";
import { plainStyle } from "../report/reporter.ts";
import { name, version } from "../version.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { placeFindings } from "./load.ts";
import { foldAtFor, type SharedOptions, styleOf, widthFor } from "./options.ts";
import { type Output, tellWritten, written } from "./outputs.ts";
import { standardInput } from "./sources.ts";
import { writeStepSummary } from "./step-summary.ts";
import { codeFor, judged, pointToPage, tell } from "./tell.ts";

/** What was looked at, and what was found in it. */
export interface Seen {
  readonly findings: readonly Finding[];
  /** Faults of the command line or of missing files. */
  readonly usage: boolean;
  /** The files that were looked at, as findings name them. */
  readonly files: readonly string[];
}

export interface ReportOptions extends SharedOptions {
  readonly format: FindingsFormat;
  readonly all?: boolean;
}

/** The findings on standard output, in the files asked for, and where GitHub shows them. */
export async function reportFindings(
  io: Io,
  seen: Seen,
  outputs: readonly Output<FindingsFormat>[],
  options: ReportOptions,
  language: Language,
): Promise<ExitCode> {
  const { findings, texts } = await placeFindings(io, judged(eachOnce(seen.findings), options.strict));
  const facts: CheckFacts = { tool: { name, version }, files: seen.files };
  const page: FindingsOptions = {
    language,
    style: plainStyle,
    width: 100,
    all: options.all,
    textOf: (file) => texts.get(file),
    pathOf: pathFinder(io),
    digestOf: digester(io),
    explain: findings.length === 0 ? silent : await explanations(),
  };
  const screen = {
    ...page,
    style: styleOf(io, io.out, options.color),
    width: widthFor(io.out),
    foldAt: foldAtFor(io.out),
    explain: options.quiet === true && options.format === "pretty" ? silent : page.explain,
  };
  const files = outputs.map(({ path, format }) => ({
    path,
    text: findingsReporters[format].render(findings, facts, page),
  }));
  // What other programs read is whole; people who ask for quiet are shown errors only, as everywhere.
  const errorsOnly = options.quiet === true && options.format === "pretty";
  const shown = errorsOnly ? findings.filter(isError) : findings;
  io.out.write(findingsReporters[options.format].render(shown, facts, screen));
  if (options.format === "pretty") pointToPage(io, findings, options, language);
  if (findings.length === 0) tellClean(io, seen.files.length, options, language);
  const fault =
    (await written(io.writeFiles(files))) ??
    (options.format === "github"
      ? await writeStepSummary(io, (mostBytes) => renderMarkdown(findings, facts, page, mostBytes))
      : undefined);
  if (fault !== undefined) {
    await tell(io, [fault], options, language);
    return exitCode.failure;
  }
  tellWritten(io, files, options, language);
  return codeFor(findings, seen.usage);
}

const silent = (): undefined => undefined;

/** Programs need no such line; people would wonder. */
function tellClean(io: Io, count: number, { format, quiet }: ReportOptions, language: Language): void {
  if (quiet === true || (format !== "pretty" && format !== "github")) return;
  io.err.write(
    language === "en" ? `${count} checked, nothing found\n` : `检查了 ${count} 个文件，没有发现问题\n`,
  );
}

/** The pages of the codes, which are large: loaded only where there is something to explain. */
async function explanations(): Promise<(code: string) => Explanation | undefined> {
  const { pages } = await import("../findings/pages/index.ts");
  const byCode = new Map(Object.entries<Explanation>(pages));
  return (code) => byCode.get(code);
}

/** Forges name files from the top of the repository, wherever in it a job does its work. */
function pathFinder(io: Io): (file: string) => string {
  const top = io.env["GITHUB_WORKSPACE"] || io.env["CI_PROJECT_DIR"] || ".";
  return (file) => {
    if (file === standardInput) return file;
    const below = io.pathFrom(top, file);
    return below === "" || /^(?:\/|[A-Za-z]:)/.test(below) ? io.pathFrom(".", file) : below;
  };
}

/** The first half of a SHA-256 digest: long enough to tell texts apart. */
function digester(io: Io): (text: string) => string {
  const encoder = new TextEncoder();
  return (text) => {
    const digest = io.createDigest();
    digest.update(encoder.encode(text));
    return digest.hex().slice(0, 32);
  };
}
