import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
  Scalar,
  visit,
  type YAMLError,
} from "yaml";
import { groupBy } from "../base/order.ts";
import { plainly } from "../base/plain-text.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { at, type Finding, inFile, type Outcome, outcomeOf } from "../findings/finding.ts";
import type { Position, Span } from "../findings/span.ts";
import { isThousands } from "./misread.ts";
import type { Branch, Spot, Tree } from "./tree.ts";
import { typedWide } from "./typed-wide.ts";

/** From the first character to the one after the last, as offsets. */
type Range = readonly [from: number, to: number];
type Locator = (offset: number) => Position;

/** Deeper nesting than this is no rubric, and would exhaust the parser's stack. */
export const deepest = 64;
/** One slip makes many faults of grammar: the first lines are enough to find it. */
const mostFaultyLines = 20;

/** A tree, with where its last character ends. */
interface Read {
  readonly tree: Tree;
  readonly to: number;
}

/** Reads any YAML; what is none is told, with the first lines where it goes wrong. */
export function readLibraryYaml(file: string, source: string, position: Locator): Outcome<Tree> {
  const spanOf = ([from, to]: Range): Span => ({ start: position(from), end: position(to) });

  const documents = parseAllDocuments(source, {
    schema: "failsafe",
    prettyErrors: false,
    strict: true,
    uniqueKeys: false, // its search takes the square of the number of keys; `read` looks for twins itself
  });
  const [first, second] = "empty" in documents ? [] : documents;
  if (first === undefined || (first.contents === null && first.errors.length === 0))
    return outcomeOf<Tree>(undefined, [inFile(file, problems.rubricEmpty())]);
  const findings: Finding[] = grammarFindings(file, source, first, position);
  // What was read in spite of them is not what was meant, and may nest too deep to walk through.
  if (first.errors.length > 0 || (findings.length > 0 && !isMap(first.contents)))
    return outcomeOf<Tree>(undefined, findings);
  if (second !== undefined) {
    const mark = /^---/m.exec(source.slice(first.range[1]));
    const from = first.range[1] + (mark?.index ?? 0);
    findings.push(at(file, spanOf([from, from + 3]), problems.yamlSeveralDocuments()));
  }

  const spotOf = (range: Range): Spot => {
    return () => ({ file, span: spanOf(range) });
  };
  const rangeOf = (node: Node): Range => {
    const [from, to] = node.range ?? [0, 0];
    return [from, Math.max(to, from)];
  };

  const leaf = (content: string, range: Range): Read => ({
    tree: { spot: spotOf(range), content },
    to: range[1],
  });

  /** The tree below a node; reports what the language has no use for. */
  const read = (node: unknown, fallback: Range): Read => {
    if (isAlias(node)) {
      findings.push(at(file, spanOf(rangeOf(node)), problems.yamlMark(`*${node.source}`)));
      return leaf("", rangeOf(node));
    }
    const range = isScalar(node) || isMap(node) || isSeq(node) ? rangeOf(node) : fallback;
    /** A block ends with what stands in it: the library counts the line break, and comments after it. */
    const ending = (inside: number): Range => [range[0], isCollection(node) && node.flow ? range[1] : inside];
    let to = range[0];
    if (isMap(node)) {
      const map = new Map<string, Branch>();
      for (const pair of node.items) {
        if (!isPair(pair) || !isScalar(pair.key)) {
          findings.push(at(file, spanOf(range), problems.yamlKey()));
          continue;
        }
        const keyRange = rangeOf(pair.key);
        const name = String(pair.key.value ?? "");
        const before = map.get(name);
        const slips = keySlips(source, name, keyRange, pair.value);
        if (slips.length > 0) {
          findings.push(...slips.map((slip) => at(file, spanOf(slip.range), slip.problem)));
        } else if (before !== undefined) {
          const parted = pair.value === null ? numberParted(source, keyRange) : undefined;
          const problem = problems.yamlDuplicateKey(name, before.key().span.start.line);
          findings.push(
            parted ? at(file, spanOf(parted.range), parted.problem) : at(file, spanOf(keyRange), problem),
          );
        } else {
          const value = read(pair.value, keyRange);
          to = Math.max(to, value.to);
          map.set(name, { key: spotOf(keyRange), value: value.tree });
        }
      }
      return { tree: { spot: spotOf(ending(to)), content: map }, to: ending(to)[1] };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => read(item, range));
      for (const item of items) to = Math.max(to, item.to);
      return {
        tree: { spot: spotOf(ending(to)), content: items.map(({ tree }) => tree) },
        to: ending(to)[1],
      };
    }
    if (!isScalar(node)) return leaf("", range);
    const value = String(node.value ?? "");
    if (value === "" && node.anchor !== undefined) {
      const from = source.lastIndexOf("&", range[0]);
      findings.push(at(file, spanOf([from, range[0]]), problems.yamlMark(`&${node.anchor}`)));
    }
    return leaf(value, range);
  };

  return outcomeOf(read(first.contents, [0, 0]).tree, findings);
}

/** The whole of a number that a comma has parted between braces, where the key at a place is the rest of it. */
function numberParted(source: string, [from, to]: Range): KeySlip | undefined {
  const start = /(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})*,$/.exec(source.slice(Math.max(0, from - 40), from))?.[0]
    .length;
  if (start === undefined || !isThousands(source.slice(from, to))) return undefined;
  const found = source.slice(from - start, to);
  return { range: [from - start, to], problem: problems.rubricNumber(found, found.replaceAll(",", "")) };
}

interface KeySlip {
  readonly range: Range;
  readonly problem: Problem;
}

/** Signs of a Chinese input method in a plain key, by which it is another key, or holds what was its value. */
function keySlips(source: string, name: string, [from, to]: Range, value: unknown): readonly KeySlip[] {
  const written = source.slice(from, to);
  if (written !== name) return []; // in quotation marks
  if (/^[\u3000\u00A0\u2002-\u200A\u202F]|[\u3000\u00A0\u2002-\u200A\u202F]$/u.test(name)) {
    const lineStart = source.lastIndexOf("\n", from - 1) + 1;
    const isIndent =
      /^[\u3000\u00A0\u2002-\u200A\u202F]/u.test(name) &&
      /^[ \t]*(?:- +)*$/.test(source.slice(lineStart, from));
    const problem = isIndent ? problems.yamlWideIndent() : problems.wideTyping(name, plainly(name));
    return [{ range: [from, to], problem }];
  }
  const [dash] = /^[—―–−－﹣ー─•·●](?=\s+[A-Za-z])/u.exec(name) ?? [];
  if (dash !== undefined) return [{ range: [from, from + 1], problem: problems.yamlListDash(dash) }];
  if (name.endsWith("：")) return [{ range: [to - 1, to], problem: problems.yamlWideColon() }];
  // Between brackets a word without a colon and a space is a key without a value; elsewhere a bracket in a
  // key begins what was to be its value.
  if (value !== null && !/(?:：|:[\u3000\u00A0])\s*[{[]/u.test(name)) return [];
  const signs = [...name.matchAll(/：|:(?=[\u3000\u00A0])/gu)];
  if (signs.length === 0) return [];
  return [...signs, ...name.matchAll(/[，；]/gu)].map(({ 0: sign, index }) => ({
    range: [from + index, from + index + 1],
    problem:
      sign === "："
        ? problems.yamlWideColon()
        : sign === ":"
          ? problems.yamlTightColon(true)
          : problems.yamlWideComma(sign),
  }));
}

/** What is wrong with the YAML itself: one finding a line, for one slip is seldom one error. */
function grammarFindings(file: string, source: string, document: Document, position: Locator): Finding[] {
  const opened = bracketsOpened(document, source);
  const tabs = document.errors.filter(({ code }) => code === "TAB_AS_INDENT");
  const faults = (tabs.length > 0 ? tabs : document.errors).map((error) =>
    faultOf(file, source, document, position, error, opened.get(error)),
  );
  if (!isMap(document.contents) || document.errors.length > 0) {
    const lines = document.errors.map((error) => position(rangeOfError(document, error)[0]).line - 1);
    const typed = typedWide(file, source, lines);
    if (typed.length > 0) return [...typed, ...oneALine(faults.filter((fault) => !isCausedBy(typed, fault)))];
  }
  const marks = document.warnings.filter(({ code }) => code === "TAG_RESOLVE_FAILED");
  return [
    ...oneALine(faults),
    ...marks.map(({ pos: [from, to] }) => tagFinding(file, source, from, to, position)),
  ];
}

/** An error of the parser, told where whoever mends it has to look. */
interface Fault {
  readonly finding: Finding;
  readonly line: number;
  /** The line at which the parser stumbled. */
  readonly until: number;
  /** A quotation mark or a bracket that is never closed. */
  readonly isOpen: boolean;
}

function faultOf(
  file: string,
  source: string,
  document: Document,
  position: Locator,
  error: YAMLError,
  open: number | undefined,
): Fault {
  const range = rangeOfError(document, error);
  const [begin, to] = open === undefined ? range : [open, open + 1];
  const from = begin + indentAt(source, begin);
  const start = position(from);
  const lineEnd = source.indexOf("\n", from);
  const end = position(Math.max(from + 1, lineEnd === -1 ? to : Math.min(to, lineEnd)));
  const isQuote = error.message.startsWith("Missing closing");
  return {
    finding: at(file, { start, end }, problemOfError(error, source, open)),
    line: start.line,
    until: isQuote ? start.line : position(error.pos[0]).line,
    isOpen: isQuote || open !== undefined,
  };
}

function oneALine(faults: readonly Fault[]): readonly Finding[] {
  const byLine = new Map<number, Finding>();
  for (const { line, finding } of faults)
    if (byLine.size < mostFaultyLines && !byLine.has(line)) byLine.set(line, finding);
  return [...byLine.values()];
}

/** Whether signs typed wrongly may be why the parser stumbled: beside it, or anywhere before. */
function isCausedBy(typed: readonly Finding[], { line, until, isOpen }: Fault): boolean {
  const lines = typed.flatMap(({ span }) => span?.start.line ?? []);
  return isOpen
    ? lines.some((at) => at >= line && at <= until)
    : Math.min(...lines) <= Math.max(line, until) + 1;
}

const tagFinding = (file: string, source: string, from: number, to: number, position: Locator): Finding =>
  at(file, { start: position(from), end: position(to) }, problems.yamlMark(source.slice(from, to)));

/** The parser finds an open quotation mark at the end of the file; whoever mends it needs its beginning. */
function rangeOfError(document: Document, error: YAMLError): Range {
  const [from, to] = error.pos;
  if (!error.message.startsWith("Missing closing")) return [from, to];
  let start = from;
  visit(document, {
    Scalar: (_, node) => {
      const [begin, end] = node.range ?? [0, 0];
      const isQuoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
      if (isQuoted && begin < from && end >= from) start = begin;
    },
  });
  return [start, start + 1];
}

/** Spaces at the beginning of a line: what does not line up is the text behind them. */
function indentAt(source: string, from: number): number {
  if (from > 0 && source[from - 1] !== "\n") return 0;
  return /^ *(?=[^ \t\r\n])/.exec(source.slice(from, from + 1000))?.[0].length ?? 0;
}

/** Brackets that are never closed are found where something else follows; whoever mends it needs the bracket. */
function bracketsOpened(document: Document, source: string): ReadonlyMap<YAMLError, number> {
  const unclosed = document.errors.flatMap((error) => {
    const [, sign] = /end with a ([}\]])$/.exec(error.message) ?? [];
    // It may be closed there, but stand too far to the left.
    return sign === undefined || source[error.pos[0]] === sign ? [] : [{ error, key: error.pos[0] + sign }];
  });
  if (unclosed.length === 0) return new Map();
  /** Where those begin that end at a place, the outermost first. */
  const starts = new Map<string, number[]>();
  visit(document, {
    Collection: (_, node) => {
      const [from, to] = node.range ?? [0, 0];
      const key = `${to}${isMap(node) ? "}" : "]"}`;
      if (node.flow) starts.set(key, [...(starts.get(key) ?? []), from]);
    },
  });
  // Of those that end at one place the inner ones may be closed.
  const found = new Map<YAMLError, number>();
  for (const [key, own] of groupBy(unclosed, (one) => one.key)) {
    const from = (starts.get(key) ?? []).slice(0, own.length).reverse();
    for (const [index, { error }] of own.entries()) {
      const start = from[index];
      if (start !== undefined) found.set(error, start);
    }
  }
  return found;
}

function problemOfError(
  { code, message, pos: [from] }: YAMLError,
  source: string,
  open: number | undefined,
): Problem {
  if (open !== undefined) return problems.yamlUnclosed(source[open] ?? "");
  const tag = source[from - 1] === "!" ? /^[^\s,\]}]*/.exec(source.slice(from, from + 100))?.[0] : undefined;
  if (tag !== undefined) return problems.yamlMark(`!${tag}`);
  if (code === "TAB_AS_INDENT") return problems.yamlTab();
  if (code === "RESOURCE_EXHAUSTION") return problems.yamlTooDeep(deepest);
  return problems.yamlSyntax(code, message);
}
