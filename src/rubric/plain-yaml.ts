import { isLineEnd, isSpaceOrEnd, readScalar, type Scalar, signs } from "./plain-scalar.ts";
import type { Branch, Spot, Tree } from "./tree.ts";

/** What an offset of the text stands for, from one character to the one after another. */
export type SpotOf = (from: number, to: number) => Spot;

/** Characters that only the library knows how to take: tabs, lone returns, control characters, lost ones. */
const unusual = /[\0-\t\v\f\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffd]|\r(?!\n)/;
/** Deeper nesting is left to the library, and to the limit there. */
const deepest = 30;
/** The library refuses longer keys. */
const longestKey = 1000;

/** Signs of a Chinese input method, which the other reader tells of where they spoil a key. */
const wideSigns = /[：\u3000\u00A0\u2002-\u200A\u202F]|^[—―–−－﹣ー─•·●]\s/;

/** A tree, with where its last character ends. */
interface Read {
  readonly tree: Tree;
  readonly to: number;
}

/** A text while it is read. What works on it stands on its own: functions made for each text are compiled for each. */
interface Reader {
  readonly source: string;
  readonly spotOf: SpotOf;
  /** Where reading goes on. Between entries, the first character of a line that has any content. */
  at: number;
  /** The column of that character, from 0; less at the end of the text. */
  indent: number;
}

/**
 * Reads the YAML that rubrics are mostly written in: blocks of maps and lists, brackets, texts of one
 * line, comments. Gives nothing for a text that uses anything else or has any fault at all: the library
 * then reads it and says what is wrong. Where it gives a tree, it is the library's, many times quicker; a
 * test holds the two against each other.
 */
export function readPlainYaml(source: string, spotOf: SpotOf): Tree | undefined {
  if (unusual.test(source)) return undefined;
  const reader: Reader = { source, spotOf, at: 0, indent: 0 };
  toContent(reader);
  if (reader.indent !== 0 || isDash(reader)) return undefined;
  const top = block(reader, 0);
  return isAtEnd(reader) ? top?.tree : undefined;
}

const isAtEnd = ({ indent }: Reader): boolean => indent === -1;
const code = ({ source, at }: Reader): number => source.charCodeAt(at);
const codeAfter = ({ source, at }: Reader): number => source.charCodeAt(at + 1);
const isDash = (reader: Reader): boolean => code(reader) === signs.dash && isSpaceOrEnd(codeAfter(reader));
const isBracket = (reader: Reader): boolean =>
  code(reader) === signs.openList || code(reader) === signs.openMap;
/** What marks the border of a document. */
const isMarker = ({ source, at, indent }: Reader): boolean =>
  indent === 0 && (source.startsWith("---", at) || source.startsWith("...", at));

function skipSpaces(reader: Reader): void {
  while (code(reader) === signs.space) reader.at += 1;
}

/** To the start of the next line. */
function skipLine(reader: Reader): void {
  const end = reader.source.indexOf("\n", reader.at);
  reader.at = end === -1 ? reader.source.length : end + 1;
}

/** From the start of a line to the next content. */
function toContent(reader: Reader): void {
  for (;;) {
    const start = reader.at;
    skipSpaces(reader);
    reader.indent = reader.at >= reader.source.length ? -1 : reader.at - start;
    if (reader.indent === -1 || (!isLineEnd(code(reader)) && code(reader) !== signs.hash)) return;
    skipLine(reader);
  }
}

/** To the next content, from after a value; false where more than a comment follows on its line. */
function endLine(reader: Reader): boolean {
  const start = reader.at;
  skipSpaces(reader);
  if (code(reader) === signs.hash ? reader.at === start : !isLineEnd(code(reader))) return false;
  skipLine(reader);
  toContent(reader);
  return true;
}

function scalar(reader: Reader, inBrackets: boolean): Scalar | undefined {
  const found = readScalar(reader.source, reader.at, inBrackets);
  if (found !== undefined) reader.at = found.to;
  return found;
}

const readOf = ({ spotOf }: Reader, { text, from, to }: Scalar): Read => ({
  tree: { spot: spotOf(from, to), content: text },
  to,
});

/** Past the colon of a key; false where this is no key, no space follows, or it may be mistyped. */
function pastColon(reader: Reader, { text, from, to }: Scalar): boolean {
  const isKey =
    code(reader) === signs.colon &&
    isSpaceOrEnd(codeAfter(reader)) &&
    to - from <= longestKey &&
    !wideSigns.test(text);
  reader.at += 1;
  return isKey;
}

/** Over spaces, line breaks and comments inside brackets, whose lines stand further in than `outer`. */
function skipInBrackets(reader: Reader, outer: number): boolean {
  const start = reader.at;
  skipSpaces(reader);
  const isComment = code(reader) === signs.hash && reader.at > start;
  if (!isComment && !isLineEnd(code(reader))) return code(reader) !== signs.hash;
  const end = reader.source.indexOf("\n", reader.at);
  if (end === -1) return false;
  reader.at = end + 1;
  toContent(reader);
  return reader.indent > outer;
}

function brackets(reader: Reader, outer: number, depth: number): Read | undefined {
  const from = reader.at;
  const isList = code(reader) === signs.openList;
  const close = isList ? signs.closeList : signs.closeMap;
  const items: Tree[] = [];
  const map = new Map<string, Branch>();
  reader.at += 1;
  if (depth > deepest || !skipInBrackets(reader, outer)) return undefined;
  while (code(reader) !== close) {
    const key = isList ? undefined : scalar(reader, true);
    if (
      !isList &&
      (key === undefined || map.has(key.text) || !pastColon(reader, key) || !skipInBrackets(reader, outer))
    )
      return undefined;
    const value = valueHere(reader, outer, depth, true);
    if (value === undefined || !skipInBrackets(reader, outer)) return undefined;
    if (key === undefined) items.push(value.tree);
    else map.set(key.text, { key: reader.spotOf(key.from, key.to), value: value.tree });
    if (code(reader) === close) break;
    // A comma promises another entry.
    const isComma = code(reader) === signs.comma;
    reader.at += 1;
    if (!isComma || !skipInBrackets(reader, outer) || code(reader) === close) return undefined;
  }
  reader.at += 1;
  return { tree: { spot: reader.spotOf(from, reader.at), content: isList ? items : map }, to: reader.at };
}

/** A value that begins here: brackets or a text, which is no key. */
function valueHere(reader: Reader, outer: number, depth: number, inBrackets: boolean): Read | undefined {
  if (isBracket(reader)) return brackets(reader, outer, depth + 1);
  const found = scalar(reader, inBrackets);
  return found === undefined || code(reader) === signs.colon ? undefined : readOf(reader, found);
}

/** A value and the end of its line. */
function valueInLine(reader: Reader, outer: number, depth: number): Read | undefined {
  const value = valueHere(reader, outer, depth, false);
  return value !== undefined && endLine(reader) ? value : undefined;
}

/** The value of a key of a block: on its line, or in the lines below it. */
function valueOfKey(reader: Reader, column: number, depth: number): Read | undefined {
  const start = reader.at;
  skipSpaces(reader);
  if (!isLineEnd(code(reader)) && code(reader) !== signs.hash) return valueInLine(reader, column, depth);
  reader.at = start;
  if (!endLine(reader)) return undefined;
  if (reader.indent === column && isDash(reader)) return blockList(reader, true, depth + 1);
  return reader.indent > column ? block(reader, depth + 1) : undefined;
}

/** A map whose keys stand in one column; the first key is read already. */
function blockMap(reader: Reader, column: number, first: Scalar, depth: number): Read | undefined {
  const map = new Map<string, Branch>();
  let key: Scalar | undefined = first;
  while (key !== undefined) {
    if (depth > deepest || map.has(key.text) || !pastColon(reader, key)) return undefined;
    const value = valueOfKey(reader, column, depth);
    if (value === undefined) return undefined;
    map.set(key.text, { key: reader.spotOf(key.from, key.to), value: value.tree });
    if (reader.indent < column)
      return { tree: { spot: reader.spotOf(first.from, value.to), content: map }, to: value.to };
    key = reader.indent === column && !isMarker(reader) ? scalar(reader, false) : undefined;
  }
  return undefined;
}

/** A list; `level` where it stands in the column of the key that it is the value of. */
function blockList(reader: Reader, level: boolean, depth: number): Read | undefined {
  const from = reader.at;
  const column = reader.indent;
  const items: Tree[] = [];
  for (;;) {
    const item = listItem(reader, column, depth);
    if (item === undefined) return undefined;
    items.push(item.tree);
    const { indent } = reader;
    if (indent === column && isDash(reader)) continue;
    if (indent > column || (indent === column && !level)) return undefined;
    return { tree: { spot: reader.spotOf(from, item.to), content: items }, to: item.to };
  }
}

/** What stands after a dash: a map whose first key begins there, or a value. */
function listItem(reader: Reader, column: number, depth: number): Read | undefined {
  const dash = reader.at;
  reader.at += 1;
  skipSpaces(reader);
  if (isBracket(reader)) return valueInLine(reader, column, depth);
  const inner = column + reader.at - dash;
  const first = scalar(reader, false);
  if (first === undefined) return undefined;
  if (code(reader) === signs.colon) return blockMap(reader, inner, first, depth + 1);
  return endLine(reader) ? readOf(reader, first) : undefined;
}

function block(reader: Reader, depth: number): Read | undefined {
  if (isMarker(reader)) return undefined;
  if (isDash(reader)) return blockList(reader, false, depth);
  const column = reader.indent;
  const first = scalar(reader, false);
  return first && blockMap(reader, column, first, depth);
}
