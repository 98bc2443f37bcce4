import { type Language, say } from "../../base/language.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Severity } from "../../findings/problem.ts";
import type { FindingsOptions, FindingsReporter } from "./reporter.ts";
import { countOf, hintOf, messageOf, placeOf, severities, severityWords, summaryOf } from "./wording.ts";

/** GitHub keeps no more annotations of one kind from a step; further ones are dropped without a word. */
const mostOfKind = 10;

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/**
 * Workflow commands, which GitHub Actions shows beside the lines they are about, the gravest first. What
 * goes beyond its limits stands in the log, and a notice says how many there are.
 */
export const github: FindingsReporter = {
  extensions: [],
  render(findings, { tool }, options) {
    const isOver = severities.some((severity) => countOf(findings, severity) > mostOfKind);
    const shown = severities.flatMap((severity) => {
      // The notice about the rest is one of the notices.
      const most = severity === "info" && isOver ? mostOfKind - 1 : mostOfKind;
      return findings.filter((finding) => finding.severity === severity).slice(0, most);
    });
    const lines = shown.map((finding) => annotation(finding, tool.name, options));
    const taken = new Set(shown);
    const rest = findings.filter((finding) => !taken.has(finding));
    if (rest.length > 0) lines.push(...restLines(rest, tool.name, options));
    return lines.map((line) => `${line}\n`).join("");
  },
};

function annotation(finding: Finding, tool: string, { language, pathOf }: FindingsOptions): string {
  const { file, span, cell, code } = finding;
  const oneLine = span !== undefined && span.start.line === span.end.line;
  const properties: readonly (readonly [string, string | number | undefined])[] = [
    ["file", file === undefined ? undefined : pathOf(file)],
    ["line", span?.start.line ?? cell?.line],
    ["endLine", span?.end.line],
    // GitHub takes columns only within one line.
    ["col", oneLine ? span.start.column : undefined],
    ["endColumn", oneLine ? span.end.column : undefined],
    ["title", `${tool}: ${code}`],
  ];
  const text = [messageOf(finding, language), hintOf(finding, language)].filter((part) => part !== undefined);
  return command(commands[finding.severity], properties, text.join("\n"));
}

/** Findings that GitHub would drop: one line each in the log, folded away, and a notice of how many. */
function restLines(rest: readonly Finding[], tool: string, { language, pathOf }: FindingsOptions): string[] {
  const count = summaryOf(rest, language);
  const heading = language === "en" ? `${rest.length} more findings` : `另有 ${rest.length} 个问题`;
  const notice =
    language === "en"
      ? `${rest.length} more findings (${count}) stand only in the log of this step: GitHub shows ${mostOfKind} of a kind`
      : `另有 ${rest.length} 个问题（${count}）只写在本步骤的日志里：GitHub 每类只显示 ${mostOfKind} 条`;
  return [
    command("group", [], heading),
    ...rest.map((finding) => logLine(finding, language, pathOf)),
    command("endgroup", [], ""),
    command("notice", [["title", tool]], notice),
  ];
}

/** One finding in one line that the runner cannot take for a command of its own. */
function logLine(finding: Finding, language: Language, pathOf: (file: string) => string): string {
  const place = placeOf(finding, finding.file && pathOf(finding.file));
  const severity = say(severityWords[finding.severity], language);
  const text = [place, severity, messageOf(finding, language)].filter((part) => part !== "").join(": ");
  const hint = hintOf(finding, language);
  const line = `- ${text} [${finding.code}]${hint === undefined ? "" : ` (${hint})`}`;
  return line.replace(/[\r\n]+/g, " ").replaceAll("##[", "## [");
}

function command(
  name: string,
  properties: readonly (readonly [string, string | number | undefined])[],
  data: string,
): string {
  const given = properties.flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${name}${given.length === 0 ? "" : ` ${given.join(",")}`}::${escapeData(data)}`;
}

const escapeData = (text: string): string =>
  text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");

const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
