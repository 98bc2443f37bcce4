import { type Problem, problems } from "../findings/catalog.ts";
import { at, type Finding, inFile, type Outcome, outcomeOf } from "../findings/finding.ts";
import { type Position, positions } from "../findings/span.ts";
import { deepest, readLibraryYaml } from "./library-yaml.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import { dataOf, type Place, type Spot, stepInto, type Tree } from "./tree.ts";

/** The way from the top of a rubric file to one value: keys and list positions. */
export type Path = readonly (string | number)[];

/** A rubric as a tree of texts (no number is read by YAML), which knows where everything stands. */
export interface RubricDocument {
  /** The file that was named; what it extends stands in others. */
  readonly file: string;
  readonly tree: Tree;
  /** Outcomes that the rubric knows at other times, of which its earlier results may tell. */
  readonly otherOutcomes?: readonly string[];
  /** The same without places: texts, lists and maps only. */
  readonly data: unknown;
  /** Where the value at `path` stands, or the nearest enclosing value when it is not there. */
  place(path: Path): Place;
  /** Where the key that leads to `path` stands; the value where it has no key. */
  placeOfKey(path: Path): Place;
}

export const findingAt = ({ file, span }: Place, problem: Problem): Finding => at(file, span, problem);

/** Findings of a run that are about the rubric, put where it says what they are about. */
export const placeOrigins = (document: RubricDocument, findings: readonly Finding[]): Finding[] =>
  findings.map(({ origin, ...finding }) =>
    origin === undefined || finding.file !== undefined
      ? finding
      : { ...finding, ...document.placeOfKey(origin) },
  );

/** A file longer than this (in characters) is no rubric, and would keep the parser busy for long. */
const longest = 500_000;

/** A document of one file that was not YAML: its findings say where to look. */
export function parseRubricDocument(file: string, text: string): Outcome<RubricDocument> {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const nothing = (problem: Problem) => outcomeOf<RubricDocument>(undefined, [inFile(file, problem)]);
  if (source.length > longest) return nothing(problems.rubricTooLong());
  const position = positions(source);
  const plain = readPlainYaml(source, (from, to) => () => ({
    file,
    span: { start: position(from), end: position(to) },
  }));
  if (plain !== undefined) return outcomeOf(documentOf(file, plain), []);
  const bad = nonText(file, source, position) ?? tooDeep(file, source, position);
  if (bad !== undefined) return outcomeOf<RubricDocument>(undefined, [bad]);

  const tree = readLibraryYaml(file, source, position);
  return tree.ok ? outcomeOf(documentOf(file, tree.value), tree.findings) : tree;
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

type Locator = (offset: number) => Position;

/** What UTF-16 looks like, read as UTF-8: plain characters beside NULs, mostly behind its mark, two lost characters. */
const utf16 = /^(?:\uFFFD\uFFFD(?:[ -~\s]\0|\0[ -~\s])|(?:[ -~]\0){4}|(?:\0[ -~]){4})/;

function nonText(file: string, source: string, position: Locator): Finding | undefined {
  if (utf16.test(source)) return at(file, { start: position(0), end: position(1) }, problems.fileInUtf16());
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
  if (indent === null) return undefined;
  const from = indent.index + (/^[ -]*/.exec(source.slice(indent.index))?.[0].length ?? 0);
  return at(file, { start: position(from), end: position(from + 1) }, problems.yamlTooDeep(deepest));
}
