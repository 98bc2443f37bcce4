import type { CellPlace, Finding } from "../findings/finding.ts";
import { codePoints, lineFinder, type Position, type Span } from "../findings/span.ts";

/**
 * Gives findings about cells their columns, which need the text of the file: which field of a row a
 * cell is was known while reading, at which character it starts was not.
 */
export function placeCells(findings: readonly Finding[], text: string): Finding[] {
  const locate = cellLocator(text);
  return findings.map((finding) => {
    const span = finding.cell === undefined ? undefined : locate(finding.cell);
    return span === undefined ? finding : { ...finding, span };
  });
}

/** Where a field starts. */
interface Cursor extends Position {
  readonly offset: number;
  readonly field: number;
}

/** Finds cells in one text; cells asked for in their order are found in one walk, however long it is. */
function cellLocator(text: string): (cell: CellPlace) => Span | undefined {
  const lines = lineFinder(text);
  let row = 0;
  let cursor: Cursor | undefined;
  return ({ line, field }) => {
    if (cursor === undefined || row !== line || cursor.field > field) {
      const offset = lines.startOf(line);
      if (offset === undefined) return undefined;
      cursor = { offset, line, column: 1, field: 0 };
    }
    row = line;
    for (;;) {
      const end = endOfField(text, cursor.offset);
      const after = advance(text, cursor, end, lines.lineEnd);
      // A row shorter than its heading ends before the field: its last cell stands in for it.
      if (cursor.field === field || text[end] !== ",") {
        const { line: startLine, column } = cursor;
        return { start: { line: startLine, column }, end: { line: after.line, column: after.column } };
      }
      cursor = { offset: end + 1, line: after.line, column: after.column + 1, field: cursor.field + 1 };
    }
  };
}

/** The position after the characters from `cursor` to `end`, which may hold line breaks. */
function advance(text: string, cursor: Cursor, end: number, lineEnd: string): Position {
  const passed = text.slice(cursor.offset, end).split(lineEnd);
  const characters = codePoints(passed.at(-1) ?? "");
  return passed.length === 1
    ? { line: cursor.line, column: cursor.column + characters }
    : { line: cursor.line + passed.length - 1, column: characters + 1 };
}

/** The offset of the comma or line end after the field that starts at `at`. */
function endOfField(text: string, at: number): number {
  let end = at;
  if (text[end] === '"') {
    end += 1;
    while (end < text.length && (text[end] !== '"' || text[end + 1] === '"'))
      end += text[end] === '"' ? 2 : 1;
  }
  while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return end;
}
