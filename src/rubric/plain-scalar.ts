/** The signs of YAML, as character codes. */
export const signs = {
  space: 0x20,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  hash: 0x23,
  colon: 0x3a,
  dash: 0x2d,
  comma: 0x2c,
  openList: 0x5b,
  closeList: 0x5d,
  openMap: 0x7b,
  closeMap: 0x7d,
  single: 0x27,
  double: 0x22,
  backslash: 0x5c,
} as const;

/** What no text without quotation marks begins with. */
const indicators = new Set([...",[]{}#&*!|>'\"%@`?:"].map((sign) => sign.charCodeAt(0)));

/** A text of one line, and where it stands with its quotation marks. */
export interface Scalar {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export const isLineEnd = (code: number): boolean =>
  code === signs.lineFeed || code === signs.carriageReturn || Number.isNaN(code);

export const isSpaceOrEnd = (code: number): boolean => code === signs.space || isLineEnd(code);

const isBracketSign = (code: number): boolean =>
  code === signs.comma ||
  code === signs.closeList ||
  code === signs.closeMap ||
  code === signs.openList ||
  code === signs.openMap;

/** A text that begins at an offset; undefined where it is none, or one that is not simple. */
export function readScalar(source: string, from: number, inBrackets: boolean): Scalar | undefined {
  const mark = source.charCodeAt(from);
  return mark === signs.single || mark === signs.double
    ? readQuoted(source, from, mark)
    : readPlain(source, from, inBrackets);
}

/** A text in quotation marks without any escape. */
function readQuoted(source: string, from: number, mark: number): Scalar | undefined {
  for (let at = from + 1; ; at += 1) {
    const code = source.charCodeAt(at);
    if (isLineEnd(code) || (mark === signs.double && code === signs.backslash)) return undefined;
    if (code !== mark) continue;
    // Two single marks stand for one.
    if (mark === signs.single && source.charCodeAt(at + 1) === mark) return undefined;
    return { text: source.slice(from + 1, at), from, to: at + 1 };
  }
}

/** A text without quotation marks, up to a comment, a colon or the end of the line; in brackets, up to their signs. */
function readPlain(source: string, from: number, inBrackets: boolean): Scalar | undefined {
  const first = source.charCodeAt(from);
  if (indicators.has(first)) return undefined;
  if (first === signs.dash) {
    const second = source.charCodeAt(from + 1);
    if (isSpaceOrEnd(second) || isBracketSign(second)) return undefined;
  }
  let to = from;
  for (let at = from; ; at += 1) {
    const code = source.charCodeAt(at);
    if (isLineEnd(code)) break;
    if (code === signs.space) continue;
    if (code === signs.hash && source.charCodeAt(at - 1) === signs.space) break;
    if (code === signs.colon) {
      const next = source.charCodeAt(at + 1);
      if (isSpaceOrEnd(next)) break;
      if (inBrackets && isBracketSign(next)) return undefined;
    } else if (inBrackets && isBracketSign(code)) {
      if (code === signs.openList || code === signs.openMap) return undefined;
      break;
    }
    to = at + 1;
  }
  return { text: source.slice(from, to), from, to };
}
