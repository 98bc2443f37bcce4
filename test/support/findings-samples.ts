import { createHash } from "node:crypto";
import type { Finding } from "../../src/findings/finding.ts";
import { problem, type Severity } from "../../src/findings/problem.ts";
import type { FindingsFormat } from "../../src/report/findings/formats.ts";
import { findingsReporters } from "../../src/report/findings/index.ts";
import type { FindingsOptions } from "../../src/report/findings/reporter.ts";
import { plainStyle } from "../../src/report/reporter.ts";

/** Names that some format would take for its own marks. */
export const nastyNames = [
  "a%b%0A",
  "::error::x",
  "##[error]x",
  "a,b:c=d",
  "a\nb\r\nc\td",
  "]]>",
  "<![CDATA[x]]>",
  "&amp;<b>",
  `say "hi" 'ho'`,
  "a|b\\|c",
  "[l](0) {0}",
  "*x*_y_`z`~",
  "😀测评",
  "ＡＢＣ１２３：，",
  "e\u0301\u0000\u0007\u001b[31m\u200b\u202e",
  "\ud800half",
  "=SUM(A1)",
  " - item # x",
];

export interface Sample {
  readonly file?: string | undefined;
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
  readonly severity?: Severity;
  readonly code?: string;
  readonly message?: string;
  readonly hint?: string | undefined;
}

/** A finding; its words are the same in both languages but for a mark of the language. */
export function sample(given: Sample = {}): Finding {
  const { file, line, column = 1, length = 1, severity = "error", code = "some-code" } = given;
  const { message = "wrong", hint } = given;
  const start = line === undefined ? undefined : { line, column };
  return {
    ...problem(
      code,
      severity,
      { zh: `中：${message}`, en: `en: ${message}` },
      hint === undefined ? undefined : { zh: `中：${hint}`, en: `en: ${hint}` },
    ),
    ...(file === undefined ? {} : { file }),
    ...(start && { span: { start, end: { line: start.line, column: column + length } } }),
  };
}

export interface Page extends Partial<FindingsOptions> {
  readonly files?: readonly string[];
  readonly texts?: Readonly<Record<string, string>>;
}

export function renderFindings(
  format: FindingsFormat,
  findings: readonly Finding[],
  page: Page = {},
): string {
  const { files = [], texts = {}, ...options } = page;
  const facts = { tool: { name: "ceping", version: "0.0.0" }, files };
  return findingsReporters[format].render(findings, facts, {
    language: "en",
    style: plainStyle,
    width: 100,
    textOf: (file) => texts[file],
    pathOf: (file) => file,
    digestOf: (text) => createHash("sha256").update(text).digest("hex").slice(0, 32),
    explain: () => undefined,
    ...options,
  });
}
