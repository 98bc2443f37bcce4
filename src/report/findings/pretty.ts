import { fold, type Piece } from "../../base/fold.ts";
import { type Language, say, type Text } from "../../base/language.ts";
import { byEach, compareText, groupBy } from "../../base/order.ts";
import type { Finding } from "../../findings/finding.ts";
import { listed, visible } from "../../findings/problem.ts";
import { type LineFinder, lineFinder } from "../../findings/span.ts";
import { frame } from "./frame.ts";
import type { FindingsOptions, FindingsReporter } from "./reporter.ts";
import { hintOf, lineOf, messageOf, placeOf, severities, severityWords, summaryOf } from "./wording.ts";

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
    const all = options.all === true ? own.map((finding): Alike => [finding]) : together(own);
    const told = options.all === true ? all : gravest(all);
    for (const alike of told) {
      const [{ code }] = alike;
      const why = explained.has(code) ? undefined : options.explain?.(code)?.why;
      explained.add(code);
      blocks.push(renderOne(alike, why, options, linesOf));
    }
    if (told.length < all.length) {
      const taken = new Set(told);
      const rest = all.filter((alike) => !taken.has(alike)).flatMap((alike) => [...alike]);
      blocks.push(restOf(file, rest, options));
    }
  }
  return `${[...blocks, summaryOf(findings, options.language)].join("\n")}\n`;
}

/** Findings that are told as one: the first, and others of the same kind about other things of the same row. */
type Alike = readonly [Finding, ...Finding[]];

/** Where every item of a unit is missing, it is told once, with their names. */
function together(findings: readonly Finding[]): readonly Alike[] {
  const found = new Map<string, [Finding, ...Finding[]]>();
  for (const [place, finding] of findings.entries()) {
    const line = lineOf(finding);
    const isOne = finding.item === undefined || line === undefined;
    const key = isOne ? String(place) : `${finding.code} ${line} ${finding.hint?.zh}`;
    const before = found.get(key);
    if (before === undefined) found.set(key, [finding]);
    else before.push(finding);
  }
  return [...found.values()];
}

/** As many as are told of a file, in their order: errors rather than warnings, and of each code at least one. */
function gravest(findings: readonly Alike[]): readonly Alike[] {
  if (findings.length <= mostOfFile) return findings;
  const firsts = new Set([...groupBy(findings, ([{ code }]) => code).values()].map(([first]) => first));
  const chosen = severities
    .map((severity) => findings.filter(([finding]) => finding.severity === severity))
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
  // Of data, `check` is told by an option.
  const isRubric = /\.ya?ml$/i.test(file);
  const command = isRubric ? "ceping check --all" : "ceping check --all --data";
  const text =
    language === "en"
      ? `${rest.length} more findings: ${codes.join(", ")}; ${command} lists them all`
      : `另有 ${rest.length} 个问题：${codes.join("、")}；${command} 列出全部`;
  const place = file === "" ? [] : [{ text: `${visible(file)}:`, whole: true }, { text: " " }];
  return folded([...place, { text }], foldAt);
}

function renderOne(
  [finding, ...others]: Alike,
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
    lines.push(folded([{ text: `  ${say(whyWords, language)}${say(why, language)}` }], foldAt));
  const names = others.map(({ item = "" }) => item);
  if (names.length > 0)
    lines.push(folded([{ text: `  ${visible(say(alsoText(names), language))}` }], foldAt));
  const hint = hintOf(finding, language);
  if (hint !== undefined) lines.push(folded([{ text: `  ${visible(hint)}` }], foldAt));
  return lines.join("\n");
}

/** What introduces why it matters. */
const whyWords: Text = { zh: "为什么要紧：", en: "why it matters: " };

/** Findings as they were rendered, in lines that are not broken, without why they matter. */
export const withoutWhy = (rendered: string, language: Language): string =>
  rendered
    .split("\n")
    .filter((line) => !line.startsWith(`  ${say(whyWords, language)}`))
    .join("\n");

/** As many are named of what is told together. */
const mostNames = 20;

function alsoText(names: readonly string[]): Text {
  const { zh, en } = listed(names, mostNames);
  return {
    zh: `这一行还有 ${names.length} 项也是这样：${zh}`,
    en: `${names.length} more of this row: ${en}`,
  };
}

/** Cells before what belongs to the line above. */
const hang = 4;

/** The pieces on one line, or on several where the output has a width that is known. */
export const folded = (pieces: readonly Piece[], foldAt: number | undefined): string =>
  foldAt === undefined
    ? pieces.map(({ text, tint }) => (tint === undefined ? text : tint(text))).join("")
    : fold(pieces, foldAt, hang).join("\n");
