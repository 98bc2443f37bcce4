import { type Language, say } from "../../base/language.ts";
import { widthOf } from "../../base/width.ts";
import type { Finding } from "../../findings/finding.ts";
import { type LineFinder, lineFinder } from "../../findings/span.ts";
import type { Style } from "../reporter.ts";

export interface PrettyOptions {
  readonly language: Language;
  readonly style: Style;
  /** The text of a file, to show the line of a finding; undefined where it cannot be shown. */
  textOf(file: string): string | undefined;
}

/** How grave a finding is, in words. */
export const severityWords = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  info: { zh: "提示", en: "info" },
} as const;

/** As many findings of one code are told in one file; a wrong file can have one in every cell. */
const mostAlike = 100;

/** Each finding with its place, its source line under a caret, and how to mend it; then how many there are. */
export function renderPretty(findings: readonly Finding[], options: PrettyOptions): string {
  const finders = new Map<string, LineFinder | undefined>();
  const linesOf = (file: string): LineFinder | undefined => {
    if (!finders.has(file)) {
      const text = options.textOf(file);
      finders.set(file, text === undefined ? undefined : lineFinder(text));
    }
    return finders.get(file);
  };
  const alike = new Map<string, number>();
  const blocks: string[] = [];
  for (const finding of findings) {
    const kind = JSON.stringify([finding.file, finding.code]);
    const count = (alike.get(kind) ?? 0) + 1;
    alike.set(kind, count);
    if (count <= mostAlike) blocks.push(renderOne(finding, options, linesOf));
  }
  if (blocks.length === 0) return "";
  for (const [kind, count] of alike)
    if (count > mostAlike) blocks.push(moreAlike(kind, count - mostAlike, options.language));
  return `${[...blocks, summary(findings, options.language)].join("\n")}\n`;
}

function moreAlike(kind: string, count: number, language: Language): string {
  const [file, code] = JSON.parse(kind) as [string | null, string]; // written by JSON.stringify above
  const place = file === null ? "" : `${file}: `;
  return language === "en"
    ? `${place}${count} more findings of the same kind [${code}]`
    : `${place}同类的问题还有 ${count} 处 [${code}]`;
}

function renderOne(
  finding: Finding,
  { language, style }: PrettyOptions,
  linesOf: (file: string) => LineFinder | undefined,
): string {
  const { file, span, severity, code, hint, message } = finding;
  const place = [file, span?.start.line ?? finding.cell?.line, span?.start.column]
    .filter((part) => part !== undefined)
    .join(":");
  const tint = severity === "error" ? style.bad : severity === "warning" ? style.warn : style.faint;
  const colon = language === "en" ? ": " : "：";
  const sheet =
    finding.cell === undefined ? "" : sheetAddress(finding.cell.field, finding.cell.line, language);
  const head = `${place === "" ? "" : `${style.strong(place)}: `}${tint(say(severityWords[severity], language))}${colon}${sheet}${say(message, language)} ${style.faint(`[${code}]`)}`;
  const lines = [head, ...frame(finding, file === undefined ? undefined : linesOf(file), style)];
  if (hint !== undefined) lines.push(`  ${language === "en" ? "hint: " : "提示："}${say(hint, language)}`);
  return lines.join("\n");
}

/** The cell as a spreadsheet names it: column letter and row. */
function sheetAddress(field: number, line: number, language: Language): string {
  let letters = "";
  for (let rest = field + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return language === "en" ? `cell ${letters}${line}: ` : `单元格 ${letters}${line}，`;
}

const longestFrame = 120;

/** The source line, cut around the place where it is long, and a caret that counts wide characters as two. */
function frame(finding: Finding, lines: LineFinder | undefined, style: Style): string[] {
  const { span } = finding;
  const source = span === undefined ? undefined : lines?.textOf(span.start.line);
  if (span === undefined || source === undefined) return [];
  const from = span.start.column - 1;
  const start = source.length > longestFrame ? Math.max(0, from - 30) : 0;
  const shown = charactersFrom(source.replace(/\r$/, ""), start);
  // What is no text would show as rubbish, and could steer the terminal.
  if (shown.length === 0 || /[\0\uFFFD]/.test(shown.join(""))) return [];
  const safe = shown.map((character) =>
    character === "\t" ? " " : unsafe.test(character) ? "·" : character,
  );
  const at = Math.min(from - start, safe.length);
  const to = span.end.line === span.start.line ? Math.max(at + 1, span.end.column - 1 - start) : at + 1;
  const margin = `${span.start.line} | `;
  const caret = "^".repeat(Math.max(1, widthOf(safe.slice(at, to).join(""))));
  return [
    `${style.faint(margin)}${safe.join("")}`,
    `${" ".repeat(margin.length - 2)}${style.faint("|")} ${" ".repeat(widthOf(safe.slice(0, at).join("")))}${style.bad(caret)}`,
  ];
}

/** Control characters, and those that turn the direction of what follows. */
const unsafe = /[\u0001-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** As many characters of a line as a frame shows, from one on; the line may be as long as a file. */
function charactersFrom(line: string, first: number): string[] {
  const shown: string[] = [];
  let index = 0;
  for (const character of line) {
    if (index >= first) shown.push(character);
    if (shown.length === longestFrame) break;
    index += 1;
  }
  return shown;
}

function summary(findings: readonly Finding[], language: Language): string {
  const count = (wanted: Finding["severity"]): number =>
    findings.filter(({ severity }) => severity === wanted).length;
  const errors = count("error");
  const warnings = count("warning");
  return language === "en"
    ? `${errors} ${errors === 1 ? "error" : "errors"}, ${warnings} ${warnings === 1 ? "warning" : "warnings"}`
    : `${errors} 个错误，${warnings} 个警告`;
}
