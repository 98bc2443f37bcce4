import type { Finding } from "../../findings/finding.ts";
import { renderJson } from "../../report/findings/json.ts";
import { renderPretty } from "../../report/findings/pretty.ts";
import type { ExitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { loadRubric, placeFindings } from "../load.ts";
import { languageOf, type SharedOptions, styleOf } from "../options.ts";
import { findRubrics } from "../sources.ts";
import { codeFor, judged } from "../tell.ts";

export const checkFormats = ["pretty", "json"] as const;

export interface CheckOptions extends SharedOptions {
  readonly format: (typeof checkFormats)[number];
}

/** Checks rubric files without scoring. The findings are the data: they go to standard output. */
export async function runCheck(io: Io, written: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const language = languageOf(io, options.lang);
  const { paths, findings: faults } = await findRubrics(io, written);
  const found: (readonly Finding[])[] = [faults];
  let usage = faults.length > 0;
  for (const path of paths) {
    const rubric = await loadRubric(io, path);
    found.push(rubric.findings);
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
