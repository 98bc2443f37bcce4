import { type Language, say } from "../../base/language.ts";
import type { CellPlace, Finding } from "../../findings/finding.ts";
import type { Severity } from "../../findings/problem.ts";

/** How grave a finding is, in words. */
export const severityWords = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  info: { zh: "提示", en: "info" },
} as const;

/** The gravest first. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

export const countOf = (findings: readonly Finding[], wanted: Severity): number =>
  findings.filter(({ severity }) => severity === wanted).length;

/** How many findings there are of each severity; errors and warnings also where there are none. */
export function summaryOf(findings: readonly Finding[], language: Language): string {
  const counts = severities
    .map((severity) => ({ severity, count: countOf(findings, severity) }))
    .filter(({ severity, count }) => severity !== "info" || count > 0);
  return counts
    .map(({ severity, count }) =>
      language === "en"
        ? `${count} ${severityWords[severity].en}${count === 1 || severity === "info" ? "" : "s"}`
        : `${count} 个${severityWords[severity].zh}`,
    )
    .join(language === "en" ? ", " : "，");
}

export const lineOf = ({ span, cell }: Finding): number | undefined => span?.start.line ?? cell?.line;

/** `file:line:column`, as far as it is known; `file` as it is to be shown, or left away. */
export const placeOf = (finding: Finding, file: string | undefined): string =>
  [file, lineOf(finding), finding.span?.start.column].filter((part) => part !== undefined).join(":");

/** What is wrong, with the cell where it is one. */
export const messageOf = ({ cell, message }: Finding, language: Language): string =>
  (cell === undefined ? "" : sheetAddress(cell, language)) + say(message, language);

/** How to mend it, introduced as such; undefined where nothing is said. */
export const hintOf = ({ hint }: Finding, language: Language): string | undefined =>
  hint && (language === "en" ? `hint: ${hint.en}` : `提示：${hint.zh}`);

/** The cell as a spreadsheet names it: column letter and row. */
function sheetAddress({ field, line }: CellPlace, language: Language): string {
  let letters = "";
  for (let rest = field + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return language === "en" ? `cell ${letters}${line}: ` : `单元格 ${letters}${line}，`;
}
