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

/** Finds the position of an offset (in UTF-16 units) in one text. */
export function positions(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  // Offsets mostly come in order: counting on from the last one keeps a file of one endless line quick.
  let known = { offset: 0, line: 1, column: 1 };
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const line = low + 1;
    const from =
      known.line === line && known.offset <= offset ? known : { offset: starts[low] ?? 0, line, column: 1 };
    known = { offset, line, column: from.column + codePoints(text.slice(from.offset, offset)) };
    return { line, column: known.column };
  };
}

export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
