import { escapeMarkdown } from "../../base/escape-markdown.ts";
import { type Language, say } from "../../base/language.ts";
import { groupBy } from "../../base/order.ts";
import type { Finding } from "../../findings/finding.ts";
import type { CheckFacts, FindingsOptions, FindingsReporter } from "./reporter.ts";
import { messageOf, placeOf, severityWords, summaryOf } from "./wording.ts";

const words = {
  title: { zh: "检查结果", en: "Findings" },
  wholeRun: { zh: "这次运行", en: "This run" },
  head: {
    zh: ["位置", "级别", "问题", "怎样改", "代码"],
    en: ["Place", "Severity", "Finding", "How to mend it", "Code"],
  },
} as const;

/** A table for each file that has findings. */
export const markdown: FindingsReporter = {
  extensions: ["md", "markdown"],
  render: (findings, facts, options) => renderMarkdown(findings, facts, options, Number.POSITIVE_INFINITY),
};

/** The same in at most so many bytes: tables end early, and the last line counts what is left out. */
export function renderMarkdown(
  findings: readonly Finding[],
  facts: CheckFacts,
  options: FindingsOptions,
  mostBytes: number,
): string {
  const { language } = options;
  const lines = [`# ${say(words.title, language)}`, "", opening(findings, facts, language)];
  let left = mostBytes - bytesOf(lines) - spare;
  let told = 0;
  for (const [file, own] of groupBy(findings, (finding) => finding.file ?? "")) {
    const head = heading(file, options);
    const rows = own.map((finding) => row(finding, language));
    left -= bytesOf(head);
    const count = rows.findIndex((text) => {
      left -= bytesOf([text]);
      return left < 0;
    });
    const fitting = count === -1 ? rows : rows.slice(0, count);
    if (fitting.length > 0) lines.push(...head, ...fitting);
    told += fitting.length;
    if (left < 0) break;
  }
  if (told < findings.length) lines.push("", leftOut(findings.length - told, language));
  return `${lines.join("\n")}\n`;
}

/** Room for the line that counts what is left out. */
const spare = 200;
const encoder = new TextEncoder();
const bytesOf = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + encoder.encode(line).length + 1, 0);

function opening(findings: readonly Finding[], { files }: CheckFacts, language: Language): string {
  const count = language === "en" ? `${files.length} checked` : `检查了 ${files.length} 个文件`;
  const nothing = language === "en" ? "nothing found" : "没有发现问题";
  const found = findings.length === 0 ? nothing : summaryOf(findings, language);
  return language === "en" ? `${count}, ${found}` : `${count}，${found}`;
}

const leftOut = (count: number, language: Language): string =>
  language === "en" ? `${count} more findings are left out here.` : `另有 ${count} 个问题，这里略去。`;

function heading(file: string, { language, pathOf }: FindingsOptions): string[] {
  const name = file === "" ? say(words.wholeRun, language) : pathOf(file);
  const head = language === "en" ? words.head.en : words.head.zh;
  return ["", `## ${escapeMarkdown(name)}`, "", cells(head), cells(head.map(() => "---"))];
}

const row = (finding: Finding, language: Language): string =>
  cells(
    [
      placeOf(finding, undefined),
      say(severityWords[finding.severity], language),
      messageOf(finding, language),
      finding.hint === undefined ? "" : say(finding.hint, language),
      finding.code,
    ].map(escapeMarkdown),
  );

const cells = (texts: readonly string[]): string => `| ${texts.join(" | ")} |`;
