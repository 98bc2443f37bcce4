import { fold, type Piece } from "../../base/fold.ts";
import { say, type Text } from "../../base/language.ts";
import { byEach, compareText, groupBy } from "../../base/order.ts";
import type { Finding } from "../../findings/finding.ts";
import { visible } from "../../findings/problem.ts";
import { type LineFinder, lineFinder } from "../../findings/span.ts";
import { frame } from "./frame.ts";
import type { FindingsOptions, FindingsReporter } from "./reporter.ts";
import { hintOf, messageOf, placeOf, severities, severityWords, summaryOf } from "./wording.ts";

export type PrettyOptions = Pick<FindingsOptions, "language" | "style" | "width" | "textOf"> &
  Partial<Pick<FindingsOptions, "explain" | "foldAt" | "all">>;

/** For people: each finding under its source line. */
export const pretty: FindingsReporter = {
  extensions: ["txt"],
  render: (findings, _facts, options) => renderPretty(findings, options),
};

/** As many findings are told of one file; a wrong file can have one in every cell. */
const mostOfFile = 50;
/** As many codes are counted among those that are not told. */
const mostCodes = 5;

/**
 * Each finding with its place, its source line under a caret, why it matters (once for each code) and how
 * to mend it; then how many there are.
 */
export function renderPretty(findings: readonly Finding[], options: PrettyOptions): string {
  if (findings.length === 0) return "";
  const finders = new Map<string, LineFinder | undefined>();
  const linesOf = (file: string): LineFinder | undefined => {
    if (!finders.has(file)) {
      const text = options.textOf(file);
      finders.set(file, text === undefined ? undefined : lineFinder(text));
    }
    return finders.get(file);
  };
  const explained = new Set<string>();
  const blocks: string[] = [];
  for (const [file, own] of groupBy(findings, (finding) => finding.file ?? "")) {
    const told = options.all === true ? own : gravest(own);
    for (const finding of told) {
      const why = explained.has(finding.code) ? undefined : options.explain?.(finding.code)?.why;
      explained.add(finding.code);
      blocks.push(renderOne(finding, why, options, linesOf));
    }
    if (told.length < own.length) {
      const taken = new Set(told);
      const rest = own.filter((finding) => !taken.has(finding));
      blocks.push(restOf(file, rest, options));
    }
  }
  return `${[...blocks, summaryOf(findings, options.language)].join("\n")}\n`;
}

/** As many as are told of a file, in their order: errors rather than warnings, and of each code at least one. */
function gravest(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= mostOfFile) return findings;
  const firsts = new Set([...groupBy(findings, ({ code }) => code).values()].map(([first]) => first));
  const chosen = severities
    .map((severity) => findings.filter((finding) => finding.severity === severity))
    .flatMap((own) => [
      ...own.filter((finding) => firsts.has(finding)),
      ...own.filter((finding) => !firsts.has(finding)),
    ])
    .slice(0, mostOfFile);
  const taken = new Set(chosen);
  return findings.filter((finding) => taken.has(finding));
}

/** How many findings of a file are not told, and of which kinds. */
function restOf(file: string, rest: readonly Finding[], { language, foldAt }: PrettyOptions): string {
  const byCode = [...groupBy(rest, ({ code }) => code)]
    .map(([code, own]) => ({ code, count: own.length }))
    .sort(
      byEach(
        (a, b) => b.count - a.count,
        (a, b) => compareText(a.code, b.code),
      ),
    );
  const codes = byCode.slice(0, mostCodes).map(({ code, count }) => `${count} [${code}]`);
  if (byCode.length > mostCodes) codes.push("…");
  const text =
    language === "en"
      ? `${rest.length} more findings: ${codes.join(", ")}; ceping check --all lists them all`
      : `另有 ${rest.length} 个问题：${codes.join("、")}；ceping check --all 列出全部`;
  const place = file === "" ? [] : [{ text: `${visible(file)}:`, whole: true }, { text: " " }];
  return folded([...place, { text }], foldAt);
}

function renderOne(
  finding: Finding,
  why: Text | undefined,
  { language, style, width, foldAt }: PrettyOptions,
  linesOf: (file: string) => LineFinder | undefined,
): string {
  const { file, severity, code } = finding;
  const place = placeOf(finding, file && visible(file));
  const tint = severity === "error" ? style.bad : severity === "warning" ? style.warn : style.faint;
  const colon = language === "en" ? ": " : "：";
  const head: Piece[] = [
    ...(place === "" ? [] : [{ text: place, whole: true, tint: style.strong }, { text: ": " }]),
    { text: say(severityWords[severity], language), tint },
    { text: `${colon}${visible(messageOf(finding, language))} ` },
    { text: `[${code}]`, tint: style.faint },
  ];
  const lines = [
    folded(head, foldAt),
    ...frame(finding, file === undefined ? undefined : linesOf(file), style, width),
  ];
  if (why !== undefined)
    lines.push(
      folded(
        [{ text: `  ${language === "en" ? "why it matters: " : "为什么要紧："}${say(why, language)}` }],
        foldAt,
      ),
    );
  const hint = hintOf(finding, language);
  if (hint !== undefined) lines.push(folded([{ text: `  ${visible(hint)}` }], foldAt));
  return lines.join("\n");
}

/** Cells before what belongs to the line above. */
const hang = 4;

/** The pieces on one line, or on several where the output has a width that is known. */
const folded = (pieces: readonly Piece[], foldAt: number | undefined): string =>
  foldAt === undefined
    ? pieces.map(({ text, tint }) => (tint === undefined ? text : tint(text))).join("")
    : fold(pieces, foldAt, hang).join("\n");
