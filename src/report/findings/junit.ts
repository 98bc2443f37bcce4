import { type Language, say } from "../../base/language.ts";
import { groupBy } from "../../base/order.ts";
import { type Finding, isError } from "../../findings/finding.ts";
import type { CheckFacts, FindingsOptions, FindingsReporter } from "./reporter.ts";
import { hintOf, lineOf, messageOf, placeOf, severityWords } from "./wording.ts";

/**
 * A test report: a suite for each file, a case for each finding. An error fails its case; any other
 * finding passes, as the run does, and is told in the output of its case. A clean file is one passed case.
 */
export const junit: FindingsReporter = {
  extensions: ["xml"],
  render(findings, facts, options) {
    const byFile = groupBy(findings, ({ file }) => file ?? "");
    const files = new Set([...(byFile.has("") ? [""] : []), ...facts.files, ...byFile.keys()]);
    const suites = [...files].flatMap((file) => suite(file, byFile.get(file) ?? [], facts, options));
    const tests = [...files].reduce((sum, file) => sum + Math.max(1, byFile.get(file)?.length ?? 0), 0);
    const counts = { name: `${facts.tool.name} check`, ...countsOf(tests, findings) };
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites${attributes(counts)}>`,
      ...suites,
      "</testsuites>",
    ]
      .map((line) => `${line}\n`)
      .join("");
  },
};

const countsOf = (tests: number, findings: readonly Finding[]) => ({
  tests,
  failures: findings.filter(isError).length,
  errors: 0,
  skipped: 0,
  time: 0, // it knows no clock, and readers of this format want a figure
});

function suite(
  file: string,
  findings: readonly Finding[],
  { tool }: CheckFacts,
  { language, pathOf }: FindingsOptions,
): string[] {
  const name = file === "" ? tool.name : pathOf(file);
  const about = { classname: name, ...(file === "" ? {} : { file: name }) };
  const clean = language === "en" ? "nothing found" : "没有发现问题";
  const cases =
    findings.length === 0
      ? [`    <testcase${attributes({ name: clean, ...about, time: 0 })}/>`]
      : findings.map((finding) => testcase(finding, about, language, pathOf));
  const counts = countsOf(Math.max(1, findings.length), findings);
  return [`  <testsuite${attributes({ name, ...counts })}>`, ...cases, "  </testsuite>"];
}

function testcase(
  finding: Finding,
  about: Readonly<Record<string, string>>,
  language: Language,
  pathOf: (file: string) => string,
): string {
  const { code, severity, file } = finding;
  const message = messageOf(finding, language);
  const place = placeOf(finding, file && pathOf(file));
  const line = lineOf(finding);
  const shortPlace = placeOf(finding, undefined);
  const colon = language === "en" ? ": " : "：";
  const said = `${place === "" ? "" : `${place}: `}${say(severityWords[severity], language)}${colon}${message} [${code}]`;
  const text = escapeText([said, hintOf(finding, language)].filter((part) => part !== undefined).join("\n"));
  const name = `${shortPlace === "" ? "" : `${shortPlace} `}${code}: ${message}`;
  const head = `    <testcase${attributes({ name, ...about, ...(line === undefined ? {} : { line }), time: 0 })}>`;
  return isError(finding)
    ? `${head}<failure${attributes({ message, type: code })}>${text}</failure></testcase>`
    : `${head}<system-out>${text}</system-out></testcase>`;
}

/** ` name="value"` for each. */
export const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join("");

/** What XML cannot hold, however it is written: control characters, half characters, and two that are none. */
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const possible = (text: string): string =>
  text.replace(
    impossible,
    (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`,
  );

/** Text between tags; `>` as well, so that no `]]>` can stand in it. */
export const escapeText = (text: string): string =>
  possible(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\r/g, "&#13;");

/** In an attribute a line break would be read as a space. */
const escapeAttribute = (text: string): string =>
  escapeText(text).replace(/"/g, "&quot;").replace(/\t/g, "&#9;").replace(/\n/g, "&#10;");
