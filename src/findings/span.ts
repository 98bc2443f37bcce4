/** A place in a text. Lines and columns count from 1; a column counts Unicode code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From the first character to the one after the last. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

export const spanAt = (line: number, column: number): Span => ({
  start: { line, column },
  end: { line, column },
});

/** Characters of a line between places from which its columns can be counted on. */
const stride = 1024;

/** Finds the position of an offset (in UTF-16 units) in one text. */
export function positions(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  // Of the line that was asked of last: where it was asked, and places all along it. Counting on from one of
  // them keeps a file of one endless line quick.
  let known = { line: 0, offset: 0, column: 1 };
  let marks: Mark[] = [{ offset: 0, column: 1 }];
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = { line: low, offset: starts[low] ?? 0, column: 1 };
    if (known.line !== low) {
      known = start;
      marks = [start];
    }
    const isNear = known.offset <= offset && offset - known.offset < stride;
    const from = isNear ? known : (markBefore(text, marks, offset) ?? start);
    known = { line: low, offset, column: from.column + codePoints(text.slice(from.offset, offset)) };
    return { line: low + 1, column: known.column };
  };
}

interface Mark {
  readonly offset: number;
  readonly column: number;
}

/** The last mark of a line before an offset; as many are added as are needed. */
function markBefore(text: string, marks: Mark[], offset: number): Mark | undefined {
  for (let last = marks.at(-1); last !== undefined && last.offset + stride <= offset; last = marks.at(-1)) {
    // None stands within a character of two units.
    const end = last.offset + stride;
    const next = isLowHalf(text.charCodeAt(end)) ? end - 1 : end;
    marks.push({ offset: next, column: last.column + codePoints(text.slice(last.offset, next)) });
  }
  const start = marks[0]?.offset ?? 0;
  let index = Math.min(marks.length - 1, Math.floor((offset - start) / (stride - 1)));
  while (index > 0 && (marks[index]?.offset ?? 0) > offset) index -= 1;
  return marks[index];
}

const isLowHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

export interface LineFinder {
  /** What ends a line: a line feed, or in a file of an old Mac a return. */
  readonly lineEnd: "\n" | "\r";
  /** The offset at which a line starts; undefined past the last line. */
  startOf(line: number): number | undefined;
  /** A line without its end. */
  textOf(line: number): string | undefined;
}

/** Finds lines of one text without taking it to pieces: it may be large. Asked in order, it walks once. */
export function lineFinder(text: string): LineFinder {
  const lineEnd = text.includes("\n") ? "\n" : "\r";
  const first = { line: 1, offset: text.startsWith("\uFEFF") ? 1 : 0 };
  let known = first;
  const startOf = (line: number): number | undefined => {
    let { line: at, offset } = line < known.line ? first : known;
    for (; at < line; at += 1) {
      const end = text.indexOf(lineEnd, offset);
      if (end === -1) return undefined;
      offset = end + 1;
    }
    known = { line, offset };
    return offset;
  };
  return {
    lineEnd,
    startOf,
    textOf: (line) => {
      const start = startOf(line);
      if (start === undefined) return undefined;
      const end = text.indexOf(lineEnd, start);
      return text.slice(start, end === -1 ? undefined : end);
    },
  };
}

export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
