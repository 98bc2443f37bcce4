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
const wideSigns = /[：\u3000\u00A0]/;

/** A tree, with where its last character ends. */
interface Read {
  readonly tree: Tree;
  readonly to: number;
}

/**
 * Reads the YAML that rubrics are mostly written in: blocks of maps and lists, brackets, texts of one
 * line, comments. Gives nothing for a text that uses anything else or has any fault at all: the library
 * then reads it and says what is wrong. Where it gives a tree, it is the library's, many times quicker; a
 * test holds the two against each other.
 */
export function readPlainYaml(source: string, spotOf: SpotOf): Tree | undefined {
  if (unusual.test(source)) return undefined;
  /** Where reading goes on. Between entries, the first character of a line that has any content. */
  let at = 0;
  /** The column of that character, from 0; less at the end of the text. */
  let indent = 0;

  const code = (offset: number): number => source.charCodeAt(offset);
  const isDash = (): boolean => code(at) === signs.dash && isSpaceOrEnd(code(at + 1));
  const isBracket = (): boolean => code(at) === signs.openList || code(at) === signs.openMap;
  /** What marks the border of a document. */
  const isMarker = (): boolean =>
    indent === 0 && (source.startsWith("---", at) || source.startsWith("...", at));
  const isAtEnd = (): boolean => indent === -1;
  const skipSpaces = (): void => {
    while (code(at) === signs.space) at += 1;
  };

  /** From the start of a line to the next content. */
  const toContent = (): void => {
    for (;;) {
      const start = at;
      skipSpaces();
      indent = at >= source.length ? -1 : at - start;
      if (indent === -1 || (!isLineEnd(code(at)) && code(at) !== signs.hash)) return;
      const end = source.indexOf("\n", at);
      at = end === -1 ? source.length : end + 1;
    }
  };

  /** To the next content, from after a value; false where more than a comment follows on its line. */
  const endLine = (): boolean => {
    const start = at;
    skipSpaces();
    if (code(at) === signs.hash ? at === start : !isLineEnd(code(at))) return false;
    const end = source.indexOf("\n", at);
    at = end === -1 ? source.length : end + 1;
    toContent();
    return true;
  };

  const scalar = (inBrackets: boolean): Scalar | undefined => {
    const found = readScalar(source, at, inBrackets);
    if (found !== undefined) at = found.to;
    return found;
  };

  const readOf = ({ text, from, to }: Scalar): Read => ({
    tree: { spot: spotOf(from, to), content: text },
    to,
  });

  /** Past the colon of a key; false where this is no key, no space follows, or it may be mistyped. */
  const pastColon = ({ text, from, to }: Scalar): boolean => {
    const isKey =
      code(at) === signs.colon &&
      isSpaceOrEnd(code(at + 1)) &&
      to - from <= longestKey &&
      !wideSigns.test(text);
    at += 1;
    return isKey;
  };

  /** Over spaces, line breaks and comments inside brackets, whose lines stand further in than `outer`. */
  const skipInBrackets = (outer: number): boolean => {
    const start = at;
    skipSpaces();
    const isComment = code(at) === signs.hash && at > start;
    if (!isComment && !isLineEnd(code(at))) return code(at) !== signs.hash;
    const end = source.indexOf("\n", at);
    if (end === -1) return false;
    at = end + 1;
    toContent();
    return indent > outer;
  };

  const brackets = (outer: number, depth: number): Read | undefined => {
    const from = at;
    const isList = code(at) === signs.openList;
    const close = isList ? signs.closeList : signs.closeMap;
    const items: Tree[] = [];
    const map = new Map<string, Branch>();
    at += 1;
    if (depth > deepest || !skipInBrackets(outer)) return undefined;
    while (code(at) !== close) {
      const key = isList ? undefined : scalar(true);
      if (!isList && (key === undefined || map.has(key.text) || !pastColon(key) || !skipInBrackets(outer)))
        return undefined;
      const value = valueHere(outer, depth, true);
      if (value === undefined || !skipInBrackets(outer)) return undefined;
      if (key === undefined) items.push(value.tree);
      else map.set(key.text, { key: spotOf(key.from, key.to), value: value.tree });
      if (code(at) === close) break;
      // A comma promises another entry.
      const isComma = code(at) === signs.comma;
      at += 1;
      if (!isComma || !skipInBrackets(outer) || code(at) === close) return undefined;
    }
    at += 1;
    return { tree: { spot: spotOf(from, at), content: isList ? items : map }, to: at };
  };

  /** A value that begins here: brackets or a text, which is no key. */
  const valueHere = (outer: number, depth: number, inBrackets: boolean): Read | undefined => {
    if (isBracket()) return brackets(outer, depth + 1);
    const found = scalar(inBrackets);
    return found === undefined || code(at) === signs.colon ? undefined : readOf(found);
  };

  /** A value and the end of its line. */
  const valueInLine = (outer: number, depth: number): Read | undefined => {
    const value = valueHere(outer, depth, false);
    return value !== undefined && endLine() ? value : undefined;
  };

  /** The value of a key of a block: on its line, or in the lines below it. */
  const valueOfKey = (column: number, depth: number): Read | undefined => {
    const start = at;
    skipSpaces();
    if (!isLineEnd(code(at)) && code(at) !== signs.hash) return valueInLine(column, depth);
    at = start;
    if (!endLine()) return undefined;
    if (indent === column && isDash()) return blockList(true, depth + 1);
    return indent > column ? block(depth + 1) : undefined;
  };

  /** A map whose keys stand in one column; the first key is read already. */
  const blockMap = (column: number, first: Scalar, depth: number): Read | undefined => {
    const map = new Map<string, Branch>();
    let key: Scalar | undefined = first;
    while (key !== undefined) {
      if (depth > deepest || map.has(key.text) || !pastColon(key)) return undefined;
      const value = valueOfKey(column, depth);
      if (value === undefined) return undefined;
      map.set(key.text, { key: spotOf(key.from, key.to), value: value.tree });
      if (indent < column)
        return { tree: { spot: spotOf(first.from, value.to), content: map }, to: value.to };
      key = indent === column && !isMarker() ? scalar(false) : undefined;
    }
    return undefined;
  };

  /** A list; `level` where it stands in the column of the key that it is the value of. */
  const blockList = (level: boolean, depth: number): Read | undefined => {
    const from = at;
    const column = indent;
    const items: Tree[] = [];
    for (;;) {
      const item = listItem(column, depth);
      if (item === undefined) return undefined;
      items.push(item.tree);
      if (indent === column && isDash()) continue;
      if (indent > column || (indent === column && !level)) return undefined;
      return { tree: { spot: spotOf(from, item.to), content: items }, to: item.to };
    }
  };

  /** What stands after a dash: a map whose first key begins there, or a value. */
  const listItem = (column: number, depth: number): Read | undefined => {
    const dash = at;
    at += 1;
    skipSpaces();
    if (isBracket()) return valueInLine(column, depth);
    const inner = column + at - dash;
    const first = scalar(false);
    if (first === undefined) return undefined;
    if (code(at) === signs.colon) return blockMap(inner, first, depth + 1);
    return endLine() ? readOf(first) : undefined;
  };

  const block = (depth: number): Read | undefined => {
    if (isMarker()) return undefined;
    if (isDash()) return blockList(false, depth);
    const column = indent;
    const first = scalar(false);
    return first && blockMap(column, first, depth);
  };

  toContent();
  if (indent !== 0 || isDash()) return undefined;
  const top = block(0);
  return isAtEnd() ? top?.tree : undefined;
}
