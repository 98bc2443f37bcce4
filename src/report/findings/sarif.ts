import { say } from "../../base/language.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Severity } from "../../findings/problem.ts";
import { fingerprintsOf } from "./fingerprints.ts";
import type { CheckFacts, FindingsOptions, FindingsReporter } from "./reporter.ts";
import { hintOf, lineOf, messageOf } from "./wording.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** Paths start from here; where it lies is for the reader to know. */
const root = "%SRCROOT%";

/** The interchange format of static analysis, version 2.1.0: what code scanning and editors read. */
export const sarif: FindingsReporter = {
  extensions: ["sarif", "sarif.json"],
  render(findings, facts, options) {
    const codes = [...new Set(findings.map(({ code }) => code))];
    const files = [...new Set([...facts.files, ...findings.flatMap(({ file }) => file ?? [])])];
    const fingerprints = fingerprintsOf(findings, options);
    const run = {
      tool: {
        driver: {
          name: facts.tool.name,
          semanticVersion: facts.tool.version,
          language: options.language,
          rules: codes.map((code) => rule(code, findings, options)),
        },
      },
      language: options.language,
      columnKind: "unicodeCodePoints",
      originalUriBaseIds: { [root]: { description: { text: "The top of the repository." } } },
      artifacts: files.map((file) => ({ location: artifact(options.pathOf(file)) })),
      results: findings.map((finding, index) => ({
        ruleId: finding.code,
        ruleIndex: codes.indexOf(finding.code),
        level: levels[finding.severity],
        message: { text: messageText(finding, options) },
        ...locations(finding, facts, files, options),
        partialFingerprints: { "ceping/v1": fingerprints[index] },
        // An input that shows the fault, where there is one.
        ...("witness" in finding ? { properties: { witness: finding.witness } } : {}),
      })),
    };
    const log = {
      $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      version: "2.1.0",
      runs: [run],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

/** A rule tells what its findings have in common, in both languages: who reads it need not have run the check. */
function rule(code: string, findings: readonly Finding[], { language, explain }: FindingsOptions) {
  const gravest = findings.find((finding) => finding.code === code)?.severity ?? "error";
  const explanation = explain(code);
  const about =
    explanation === undefined
      ? {}
      : {
          shortDescription: { text: say(explanation.title, language) },
          fullDescription: { text: say(explanation.why, language) },
          help: {
            text: [explanation.why.zh, explanation.mend.zh, explanation.why.en, explanation.mend.en].join(
              "\n",
            ),
            markdown: [
              `${explanation.why.zh}\n\n**怎样改**：${explanation.mend.zh}`,
              `${explanation.why.en}\n\n**How to mend it**: ${explanation.mend.en}`,
            ].join("\n\n"),
          },
        };
  return { id: code, ...about, defaultConfiguration: { level: levels[gravest] } };
}

/** Words in brackets before words in round ones would be read as a link. */
const messageText = (finding: Finding, { language }: FindingsOptions): string =>
  [messageOf(finding, language), hintOf(finding, language)]
    .filter((part) => part !== undefined)
    .join("\n")
    .replace(/\[(?=[^\]]*\]\()/g, "\\[");

/** A finding about no file goes with the first that was checked: code scanning refuses one without a place. */
function locations(
  finding: Finding,
  facts: CheckFacts,
  files: readonly string[],
  { pathOf }: FindingsOptions,
): object {
  const file = finding.file ?? facts.files[0];
  if (file === undefined) return {};
  const { span } = finding;
  const line = lineOf(finding);
  const region =
    span === undefined
      ? line && { startLine: line }
      : {
          startLine: span.start.line,
          startColumn: span.start.column,
          endLine: span.end.line,
          endColumn: span.end.column,
        };
  const artifactLocation = { ...artifact(pathOf(file)), index: files.indexOf(file) };
  return { locations: [{ physicalLocation: { artifactLocation, ...(region && { region }) } }] };
}

/** Where a file is: below the top of the repository, or anywhere where its path says so. */
function artifact(path: string): { uri: string; uriBaseId?: string } {
  const uri = path.split("/").map(encoded).join("/");
  if (path.startsWith("/")) return { uri: `file://${uri}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${uri}` };
  return { uri, uriBaseId: root };
}

/** One part of a path in a URI; half a character, which no URI can hold, as the sign for a lost one. */
const encoded = (part: string): string => encodeURIComponent(part.replace(/\p{Surrogate}/gu, "\uFFFD"));
