import { closest } from "../base/closest.ts";
import { problems } from "../findings/catalog.ts";
import { at, type Finding, isError } from "../findings/finding.ts";
import { positions, type Span } from "../findings/span.ts";
import { type Comment, commentsIn } from "../rubric/comments.ts";

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

const inForm = /^#\s*(?:allow|允许)\s+([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\s*(?:[:：]\s*(.*?))?\s*$/u;
/** One that begins like them, in whatever form, even after other words; and the words in it that look like codes. */
const beginning = /(?:^#|[。；;，,.!！?？])\s*(?:allow(?![a-z])|允许)(.*)$/iu;
const codeLike = /[a-z][a-z0-9]*(?:-[a-z0-9]+)+/g;
const commentLine = /^\s*#/;

/** Every such comment of a rubric file. One on a line of its own speaks of the line below it, past other comments. */
export function readSilences(file: string, text: string): readonly Silence[] {
  if (!/#.*(?:allow|允许)/iu.test(text)) return [];
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const lines = source.split("\n");
  const position = positions(source);
  return commentsIn(source).flatMap((comment) =>
    partsOf(comment).flatMap(({ text: part, from }): Silence[] => {
      const said = part.trimEnd();
      const span = { start: position(from), end: position(from + said.length) };
      const line = lineBelow(lines, span.start.line);
      const [, code = "", reason = ""] = inForm.exec(said) ?? [];
      // A second one in the reason of the first would be lost.
      const missed = beginning.exec(code === "" ? said : `#${reason}`)?.[1]?.match(codeLike) ?? [];
      const [first] = missed;
      const own = code === "" ? [] : [{ file, code, reason, line, span }];
      return first === undefined ? own : [...own, { file, code: first, reason: "", missed, line, span }];
    }),
  );
}

/** A comment may hold others, each with its own sign. */
function partsOf({ text, from }: Comment): readonly Comment[] {
  const starts = [0, ...[...text.matchAll(/(?<=\s)#/gu)].map(({ index }) => index)];
  return starts.map((start, index) => ({ text: text.slice(start, starts[index + 1]), from: from + start }));
}

/** The line, counted from 1, that a comment on this one speaks of. */
function lineBelow(lines: readonly string[], line: number): number {
  let about = line;
  while (commentLine.test(lines[about - 1] ?? "")) about += 1;
  return about;
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
