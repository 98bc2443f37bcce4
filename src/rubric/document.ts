import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from "yaml";
import { problems } from "../findings/catalog.ts";
import { at, type Finding, inFile, type Outcome, outcomeOf } from "../findings/finding.ts";
import { type Position, positions, type Span } from "../findings/span.ts";

/** The way from the top of a rubric file to one value: keys and list positions. */
export type Path = readonly (string | number)[];

/** A rubric file as a tree of texts (no number is read by YAML), which knows where everything stands. */
export interface RubricDocument {
  readonly file: string;
  /** Texts, lists and maps only. */
  readonly data: unknown;
  /** The span of the value at `path`, or of the nearest enclosing value when it is not there. */
  locate(path: Path): Span;
  /** The span of the key that leads to `path`; of the value where it has no key. */
  locateKey(path: Path): Span;
}

interface Place {
  readonly key: Span | undefined;
  readonly value: Span;
}

/** Deeper nesting than this is no rubric, and would exhaust the parser's stack. */
const deepest = 64;
const pathKey = (path: Path): string => JSON.stringify(path);

/** A document of one file that was not YAML: its findings say where to look. */
export function parseRubricDocument(file: string, text: string): Outcome<RubricDocument> {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const position = positions(source);
  const spanOf = (from: number, to: number): Span => ({ start: position(from), end: position(to) });
  const bad = nonText(file, source, position) ?? tooDeep(file, source, position);
  if (bad !== undefined) return outcomeOf<RubricDocument>(undefined, [bad]);
  if (source.trim() === "")
    return outcomeOf<RubricDocument>(undefined, [inFile(file, problems.rubricEmpty())]);

  const documents = parseAllDocuments(source, {
    schema: "failsafe",
    lineCounter: new LineCounter(),
    prettyErrors: false,
    strict: true,
  });
  const findings: Finding[] = [];
  const first = "empty" in documents ? undefined : documents[0];
  if (first === undefined)
    return outcomeOf<RubricDocument>(undefined, [inFile(file, problems.rubricEmpty())]);
  for (const error of first.errors) {
    const span = spanOf(error.pos[0], Math.max(error.pos[1], error.pos[0] + 1));
    findings.push(at(file, span, yamlProblem(error.code, error.message, lineText(source, span.start.line))));
  }
  const second = "empty" in documents ? undefined : documents[1];
  if (second !== undefined) {
    const [from] = second.range;
    findings.push(at(file, spanOf(from, from + 3), problems.yamlSeveralDocuments()));
  }

  const places = new Map<string, Place>();
  const spanOfNode = (node: Node): Span => {
    const [from, to] = node.range ?? [0, 0];
    return spanOf(from, Math.max(to, from));
  };

  /** The plain data below a node; fills `places` and reports what the language has no use for. */
  const read = (node: unknown, path: Path, key: Span | undefined, fallback: Span): unknown => {
    if (isAlias(node)) {
      findings.push(at(file, spanOfNode(node), problems.yamlAlias(node.source)));
      return "";
    }
    const span = isScalar(node) || isMap(node) || isSeq(node) ? spanOfNode(node) : fallback;
    places.set(pathKey(path), { key, value: span });
    if (isMap(node)) {
      const map: Record<string, unknown> = Object.create(null);
      for (const pair of node.items) {
        if (!isPair(pair) || !isScalar(pair.key)) {
          findings.push(at(file, span, problems.yamlKey()));
          continue;
        }
        const keySpan = spanOfNode(pair.key);
        const name = String(pair.key.value ?? "");
        map[name] = read(pair.value, [...path, name], keySpan, keySpan);
      }
      return map;
    }
    if (isSeq(node)) return node.items.map((item, index) => read(item, [...path, index], undefined, span));
    return isScalar(node) ? String(node.value ?? "") : "";
  };

  const start: Span = { start: position(0), end: position(0) };
  const data = read(first.contents, [], undefined, start);
  const nearest = (path: Path): Place => {
    for (let length = path.length; length >= 0; length -= 1) {
      const place = places.get(pathKey(path.slice(0, length)));
      if (place !== undefined) return length === path.length ? place : { ...place, key: undefined };
    }
    return { key: undefined, value: start };
  };
  const document: RubricDocument = {
    file,
    data,
    locate: (path) => nearest(path).value,
    locateKey: (path) => {
      const place = nearest(path);
      return place.key ?? place.value;
    },
  };
  return outcomeOf(document, findings);
}

const lineText = (source: string, line: number): string => source.split("\n", line)[line - 1] ?? "";

function yamlProblem(code: string, message: string, line: string) {
  if (code === "TAB_AS_INDENT" || /^ *\t/.test(line)) return problems.yamlTab();
  if (code === "DUPLICATE_KEY") return problems.yamlDuplicateKey();
  return problems.yamlSyntax(message.split("\n", 1)[0] ?? "");
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
