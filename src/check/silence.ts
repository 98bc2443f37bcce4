import { closest } from "../base/closest.ts";
import { problems } from "../findings/catalog.ts";
import { at, type Finding, isError } from "../findings/finding.ts";
import { codePoints, type Span } from "../findings/span.ts";

/**
 * A finding that an author has looked at and lets stand, said in a comment at its line or on the line
 * above it: `# allow band-gap: the paper has no such grade`, `# 允许 band-gap：文件如此规定`.
 */
export interface Silence {
  readonly file: string;
  readonly code: string;
  readonly reason: string;
  /** Where it only seems to allow something: the words of it that may be codes. It does nothing. */
  readonly missed?: readonly string[];
  /** The line it is about. */
  readonly line: number;
  /** Where the comment stands. */
  readonly span: Span;
}

const comment =
  /(?:^|\s)#\s*(?:allow|允许)\s+([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\s*(?:[:：]\s*(.*?))?\s*(?:\s#.*)?$/u;
/** One that begins like them, in whatever form; and the words in it that look like codes. */
const beginning = /(?:^|\s)#\s*(?:allow(?![a-z])|允许)(.*?)(?:\s#.*)?$/iu;
const codeLike = /[a-z][a-z0-9]*(?:-[a-z0-9]+)+/g;
const ownLine = /^\s*(?:#|$)/;

/** Every such comment of a rubric file. One on a line of its own speaks of the next line that is none. */
export function readSilences(file: string, text: string): readonly Silence[] {
  if (!/#\s*(?:allow|允许)/iu.test(text)) return [];
  const lines = text.split(/\r\n|\n|\r/);
  return lines.flatMap((line, index): Silence[] => {
    const inForm = comment.exec(line);
    const found = inForm ?? beginning.exec(line);
    if (found === null) return [];
    const missed = inForm === null ? (found[1]?.match(codeLike) ?? []) : undefined;
    if (missed?.length === 0) return [];
    const code = missed?.[0] ?? found[1] ?? "";
    const reason = missed === undefined ? (found[2] ?? "") : "";
    const from = line.indexOf("#", found.index);
    const start = { line: index + 1, column: codePoints(line.slice(0, from)) + 1 };
    const end = { line: index + 1, column: codePoints(line.trimEnd()) + 1 };
    let about = index;
    if (ownLine.test(line)) while (about + 1 < lines.length && ownLine.test(lines[about] ?? "")) about += 1;
    const silence = { file, code, reason, line: about + 1, span: { start, end } };
    return [missed === undefined ? silence : { ...silence, missed }];
  });
}

const speaksOf = (silence: Silence, { code, file, span, severity }: Finding): boolean =>
  code === silence.code &&
  file === silence.file &&
  span?.start.line === silence.line &&
  silence.reason !== "" &&
  severity !== "error";

/** The findings that nobody has silenced, and the silences that had something to silence. */
export function silenced(
  findings: readonly Finding[],
  silences: readonly Silence[],
): { readonly findings: readonly Finding[]; readonly used: ReadonlySet<Silence> } {
  const used = new Set<Silence>();
  if (silences.length === 0) return { findings, used };
  const left = findings.filter((finding) => {
    const by = silences.filter((silence) => speaksOf(silence, finding));
    for (const silence of by) used.add(silence);
    return by.length === 0;
  });
  return { findings: left, used };
}

/** What is wrong with the silences themselves: not in the form, no reason, no such code, an error, or nothing to silence any more. */
export function staleSilences(
  silences: readonly Silence[],
  used: ReadonlySet<Silence>,
  findings: readonly Finding[],
  known: readonly string[],
): readonly Finding[] {
  return silences.flatMap((silence): Finding[] => {
    if (used.has(silence)) return [];
    const { file, span, code, reason, line, missed } = silence;
    if (missed !== undefined) {
      const [meant, ...others] = new Set(missed.filter((word) => known.includes(word)));
      return meant === undefined ? [] : [at(file, span, problems.silenceForm(meant, others.length > 0))];
    }
    if (!known.includes(code)) return [at(file, span, problems.codeUnknown(code, closest(code, known)))];
    if (reason === "") return [at(file, span, problems.silenceWithoutReason(code))];
    const fatal = findings.some(
      (finding) => isError(finding) && finding.code === code && finding.span?.start.line === line,
    );
    return [at(file, span, fatal ? problems.silenceOfError(code) : problems.silenceStale(code, line))];
  });
}
