import type { Finding } from "../../findings/finding.ts";
import { type LineFinder, lineFinder } from "../../findings/span.ts";
import type { FindingsOptions } from "./reporter.ts";
import { lineOf } from "./wording.ts";

/**
 * What a forge knows a finding by from one run to the next, in the order of the findings: the file, the
 * code and the text that is wrong, not where it stands, so that lines added above change nothing; nor the
 * wording, which depends on the language. Twins are told apart by counting.
 */
export function fingerprintsOf(findings: readonly Finding[], options: FindingsOptions): string[] {
  const finders = new Map<string, LineFinder | undefined>();
  const linesOf = (file: string): LineFinder | undefined => {
    if (!finders.has(file)) {
      const text = options.textOf(file);
      finders.set(file, text === undefined ? undefined : lineFinder(text));
    }
    return finders.get(file);
  };
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { file, code, message } = finding;
    const line = lineOf(finding);
    const source = file === undefined || line === undefined ? undefined : linesOf(file)?.textOf(line);
    const key = JSON.stringify([
      file === undefined ? null : options.pathOf(file),
      code,
      // Without a line of text, the wording is all there is; figures in it may be lines of a file.
      source === undefined ? message.zh.replace(/\d+/g, "0") : [source.trim(), wrongPart(finding, source)],
    ]);
    const twins = seen.get(key) ?? 0;
    seen.set(key, twins + 1);
    return options.digestOf(twins === 0 ? key : `${key}#${twins}`);
  });
}

/** The characters that a finding is about, within its first line. */
function wrongPart({ span }: Finding, source: string): string {
  if (span === undefined) return "";
  const end = span.end.line === span.start.line ? span.end.column - 1 : undefined;
  return [...source].slice(span.start.column - 1, end).join("");
}
