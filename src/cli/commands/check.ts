import { checkCodes, checkRubric } from "../../check/check.ts";
import { unknownCodes, withSeverities } from "../../check/severity.ts";
import { silenced, staleSilences } from "../../check/silence.ts";
import { problems } from "../../findings/catalog.ts";
import { type Finding, isError } from "../../findings/finding.ts";
import { renderJson } from "../../report/findings/json.ts";
import { renderPretty } from "../../report/findings/pretty.ts";
import { printRubric } from "../../rubric/print.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { loadRubric, placeFindings, type RubricRead } from "../load.ts";
import { languageOf, type SharedOptions, styleOf } from "../options.ts";
import { findRubrics } from "../sources.ts";
import { codeFor, judged, tell } from "../tell.ts";

export const checkFormats = ["pretty", "json"] as const;

export interface CheckOptions extends SharedOptions {
  readonly format: (typeof checkFormats)[number];
  readonly print?: boolean;
}

/** Checks rubric files without scoring. The findings are the data: they go to standard output. */
export async function runCheck(io: Io, written: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const language = languageOf(io, options.lang);
  const { paths, findings: faults } = await findRubrics(io, written);
  if (options.print === true) return print(io, paths, faults, options);
  const found: (readonly Finding[])[] = [faults];
  let usage = faults.length > 0;
  for (const path of paths) {
    const rubric = await loadRubric(io, path);
    found.push(checked(rubric));
    usage ||= rubric.usage === true;
  }
  const { findings: placed, texts } = await placeFindings(io, judged(found.flat(), options.strict));
  if (options.format === "json") io.out.write(renderJson(placed, language));
  else {
    io.out.write(
      renderPretty(placed, {
        language,
        style: styleOf(io, io.out, options.color),
        textOf: (file) => texts.get(file),
      }),
    );
    if (placed.length === 0 && options.quiet !== true) {
      io.err.write(
        language === "en"
          ? `${paths.length} checked, nothing found\n`
          : `检查了 ${paths.length} 个文件，没有发现问题\n`,
      );
    }
  }
  return codeFor(placed, usage);
}

/** What was found while reading, and what the rules say of a rubric that reads. */
function checked(read: RubricRead): readonly Finding[] {
  if (!read.ok) return read.findings;
  const { document, rubric, plan } = read.value;
  const known = [...checkCodes, ...read.findings.map(({ code }) => code)];
  const free = new Set(checkCodes);
  const settings = unknownCodes(document, rubric, known);
  const proven = withSeverities(checkRubric(document, rubric, plan), rubric, free);
  const { findings, used } = silenced(proven, read.silences);
  const all = [...read.findings, ...findings];
  const stale = staleSilences(
    read.silences,
    new Set([...read.silenced, ...used]),
    [...all, ...proven],
    known,
  );
  return [...all, ...settings, ...stale];
}

/** The whole rubric on standard output; what is wrong with it is then no data, and goes to standard error. */
async function print(
  io: Io,
  paths: readonly string[],
  faults: readonly Finding[],
  options: CheckOptions,
): Promise<ExitCode> {
  const language = languageOf(io, options.lang);
  const [path, ...others] = paths;
  const stop = faults.length > 0 ? faults : others.length > 0 ? [problems.printOne(paths.length)] : [];
  if (path === undefined || stop.length > 0) {
    await tell(io, stop, options, language);
    return exitCode.usage;
  }
  const rubric = await loadRubric(io, path);
  const told = await tell(io, judged(rubric.findings, options.strict), options, language);
  if (rubric.ok && !told.some(isError)) io.out.write(printRubric(rubric.value.document, rubric.value.plan));
  return codeFor(told, rubric.usage);
}
