import {
  type Document,
  isAlias,
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
import { type Problem, problems } from "../findings/catalog.ts";
import { at, type Finding, inFile, type Outcome, outcomeOf } from "../findings/finding.ts";
import { type Position, positions, type Span } from "../findings/span.ts";
import { type Branch, dataOf, type Place, type Spot, stepInto, type Tree } from "./tree.ts";

/** The way from the top of a rubric file to one value: keys and list positions. */
export type Path = readonly (string | number)[];

/** A rubric as a tree of texts (no number is read by YAML), which knows where everything stands. */
export interface RubricDocument {
  /** The file that was named; what it extends stands in others. */
  readonly file: string;
  readonly tree: Tree;
  /** The same without places: texts, lists and maps only. */
  readonly data: unknown;
  /** Where the value at `path` stands, or the nearest enclosing value when it is not there. */
  place(path: Path): Place;
  /** Where the key that leads to `path` stands; the value where it has no key. */
  placeOfKey(path: Path): Place;
}

export const findingAt = ({ file, span }: Place, problem: Problem): Finding => at(file, span, problem);

/** From the first character to the one after the last, as offsets. */
type Range = readonly [from: number, to: number];

/** A file longer than this (in characters) is no rubric, and would keep the parser busy for long. */
const longest = 500_000;
/** Deeper nesting than this is no rubric, and would exhaust the parser's stack. */
const deepest = 64;
/** One slip makes many faults of grammar: the first lines are enough to find it. */
const mostFaultyLines = 20;

/** A document of one file that was not YAML: its findings say where to look. */
export function parseRubricDocument(file: string, text: string): Outcome<RubricDocument> {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const nothing = (problem: Problem) => outcomeOf<RubricDocument>(undefined, [inFile(file, problem)]);
  if (source.length > longest) return nothing(problems.rubricTooLong());
  const position = positions(source);
  const spanOf = ([from, to]: Range): Span => ({ start: position(from), end: position(to) });
  const bad = nonText(file, source, position) ?? tooDeep(file, source, position);
  if (bad !== undefined) return outcomeOf<RubricDocument>(undefined, [bad]);

  const documents = parseAllDocuments(source, {
    schema: "failsafe",
    prettyErrors: false,
    strict: true,
    uniqueKeys: false, // its search takes the square of the number of keys; `read` looks for twins itself
  });
  const [first, second] = "empty" in documents ? [] : documents;
  if (first === undefined || (first.contents === null && first.errors.length === 0))
    return nothing(problems.rubricEmpty());
  const findings: Finding[] = grammarFindings(file, source, first, position);
  // What was read in spite of them is not what was meant, and may nest too deep to walk through.
  if (first.errors.length > 0 || (findings.length > 0 && !isMap(first.contents)))
    return outcomeOf<RubricDocument>(undefined, findings);
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

  /** The tree below a node; reports what the language has no use for. */
  const read = (node: unknown, fallback: Range): Tree => {
    if (isAlias(node)) {
      findings.push(at(file, spanOf(rangeOf(node)), problems.yamlMark(`*${node.source}`)));
      return { spot: spotOf(rangeOf(node)), content: "" };
    }
    const range = isScalar(node) || isMap(node) || isSeq(node) ? rangeOf(node) : fallback;
    const spot = spotOf(range);
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
        if (before !== undefined) {
          const problem = problems.yamlDuplicateKey(name, before.key().span.start.line);
          findings.push(at(file, spanOf(keyRange), problem));
        } else map.set(name, { key: spotOf(keyRange), value: read(pair.value, keyRange) });
      }
      return { spot, content: map };
    }
    if (isSeq(node)) return { spot, content: node.items.map((item) => read(item, range)) };
    if (!isScalar(node)) return { spot, content: "" };
    const value = String(node.value ?? "");
    if (value === "" && node.anchor !== undefined) {
      const from = source.lastIndexOf("&", range[0]);
      findings.push(at(file, spanOf([from, range[0]]), problems.yamlMark(`&${node.anchor}`)));
    }
    return { spot, content: value };
  };

  const tree = read(first.contents, [0, 0]);
  return outcomeOf(documentOf(file, tree), findings);
}

/** The document of a tree, whether it was read from one file or put together from several. */
export function documentOf(file: string, tree: Tree): RubricDocument {
  /** The value at `path`, and its key; or the nearest enclosing value, then without. */
  const nearest = (path: Path): { key: Spot | undefined; value: Tree } => {
    let value = tree;
    let key: Spot | undefined;
    for (const step of path) {
      const branch = stepInto(value, step);
      if (branch === undefined) return { key: undefined, value };
      ({ key, value } = branch);
    }
    return { key, value };
  };
  return {
    file,
    tree,
    data: dataOf(tree),
    place: (path) => nearest(path).value.spot(),
    placeOfKey: (path) => {
      const { key, value } = nearest(path);
      return (key ?? value.spot)();
    },
  };
}

/** What is wrong with the YAML itself: one finding a line, for one slip is seldom one error. */
function grammarFindings(file: string, source: string, document: Document, position: Locator): Finding[] {
  if (!isMap(document.contents) || document.errors.length > 0) {
    const typed = typedWide(file, source);
    if (typed.length > 0) return typed;
  }
  const tabs = document.errors.filter(({ code }) => code === "TAB_AS_INDENT");
  const byLine = new Map<number, Finding>();
  for (const error of tabs.length > 0 ? tabs : document.errors) {
    const [from, to] = rangeOfError(document, error);
    const start = position(from);
    if (byLine.size < mostFaultyLines && !byLine.has(start.line)) {
      const lineEnd = source.indexOf("\n", from);
      const end = position(Math.max(from + 1, lineEnd === -1 ? to : Math.min(to, lineEnd)));
      byLine.set(start.line, at(file, { start, end }, problemOfError(error, source)));
    }
  }
  const marks = document.warnings.filter(({ code }) => code === "TAG_RESOLVE_FAILED");
  return [
    ...byLine.values(),
    ...marks.map(({ pos: [from, to] }) => tagFinding(file, source, from, to, position)),
  ];
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

function problemOfError({ code, message, pos: [from] }: YAMLError, source: string): Problem {
  const tag = source[from - 1] === "!" ? /^[^\s,\]}]*/.exec(source.slice(from, from + 100))?.[0] : undefined;
  if (tag !== undefined) return problems.yamlMark(`!${tag}`);
  if (code === "TAB_AS_INDENT") return problems.yamlTab();
  if (code === "RESOURCE_EXHAUSTION") return problems.yamlTooDeep(deepest);
  return problems.yamlSyntax(code, message);
}

const wideIndent = /^[ \t]*[\u3000\u00A0][\s\u3000]*(?:- +)?[A-Za-z][\w-]*[:：]/;
const wideColon = /^(\s*(?:- +)?[A-Za-z][\w-]*)：/;
const tightColon = /^(\s*(?:- +)?[A-Za-z][\w-]*:)[^\s/:]/;

/**
 * Keys typed with a Chinese input method, or without the space after the colon. A text may hold the
 * same, so this is only told of a file that does not read.
 */
function typedWide(file: string, source: string): Finding[] {
  const findings: Finding[] = [];
  const tell = (line: number, from: number, to: number, problem: Problem): void => {
    const start = { line: line + 1, column: from + 1 };
    if (findings.length < mostFaultyLines)
      findings.push(at(file, { start, end: { line: line + 1, column: to + 1 } }, problem));
  };
  for (const [line, text] of source.split("\n").entries()) {
    const colon = wideColon.exec(text)?.[1];
    const tight = tightColon.exec(text)?.[1];
    if (wideIndent.test(text)) tell(line, 0, text.search(/[^\s\u3000]/), problems.yamlWideIndent());
    else if (colon !== undefined) tell(line, colon.length, colon.length + 1, problems.yamlWideColon());
    else if (tight !== undefined) tell(line, tight.length - 1, tight.length, problems.yamlTightColon());
  }
  return findings;
}

type Locator = (offset: number) => Position;

function nonText(file: string, source: string, position: Locator): Finding | undefined {
  const offset = source.search(/[\0\uFFFD]/);
  if (offset === -1) return undefined;
  return at(file, { start: position(offset), end: position(offset + 1) }, problems.fileNotText());
}

/** Brackets and indentation nested past any rubric, found before the parser recurses into them. */
function tooDeep(file: string, source: string, position: Locator): Finding | undefined {
  let open = 0;
  let quote = "";
  for (let offset = 0; offset < source.length; offset += 1) {
    const character = source[offset] ?? "";
    if (character === "\n") quote = "";
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if ((character === '"' || character === "'") && /[\s:,[{]/.test(source[offset - 1] ?? " "))
      quote = character;
    else if (character === "[" || character === "{") open += 1;
    else if (character === "]" || character === "}") open = Math.max(0, open - 1);
    if (open > deepest)
      return at(file, { start: position(offset), end: position(offset + 1) }, problems.yamlTooDeep(deepest));
  }
  const indent = new RegExp(`^(?: {${deepest * 4}}|(?:- ){${deepest}})`, "m").exec(source);
  return indent === null
    ? undefined
    : at(
        file,
        { start: position(indent.index), end: position(indent.index + 1) },
        problems.yamlTooDeep(deepest),
      );
}
