import { type Language, say } from "../../base/language.ts";
import type { Finding } from "../../findings/finding.ts";
import type { FindingsReporter } from "./reporter.ts";

/** A finding as the JSON formats have it. */
export const findingJson = (finding: Finding, language: Language) => ({
  code: finding.code,
  severity: finding.severity,
  message: say(finding.message, language),
  ...(finding.hint === undefined ? {} : { hint: say(finding.hint, language) }),
  ...(finding.file === undefined ? {} : { file: finding.file }),
  ...(finding.span === undefined
    ? {}
    : {
        line: finding.span.start.line,
        column: finding.span.start.column,
        endLine: finding.span.end.line,
        endColumn: finding.span.end.column,
      }),
  ...(finding.witness === undefined ? {} : { witness: finding.witness }),
});

/** All findings as one document: what scripts read. */
export const json: FindingsReporter = {
  extensions: ["json"],
  render(findings, _facts, { language }) {
    const list = findings.map((finding) => findingJson(finding, language));
    return `${JSON.stringify({ format: "ceping/findings", formatVersion: 1, findings: list }, null, 2)}\n`;
  },
};
