import type { Finding } from "../findings/finding.ts";
import { codePoints, type Position } from "../findings/span.ts";

/**
 * Gives findings about cells their columns, which need the text of the file: which field of a row a
 * cell is was known while reading, at which character it starts was not.
 */
export function placeCells(findings: readonly Finding[], text: string): Finding[] {
  const starts = lineStarts(text);
  return findings.map((finding) => {
    if (finding.cell === undefined) return finding;
    const { line, field } = finding.cell;
    const offset = starts[line - 1];
    return offset === undefined ? finding : { ...finding, span: spanOfField(text, offset, line, field) };
  });
}

const lineStarts = (text: string): number[] => {
  const starts = [text.startsWith("\uFEFF") ? 1 : 0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
};

/** Walks the fields of one row, quotation marks and all, to the one asked for. */
function spanOfField(
  text: string,
  rowStart: number,
  line: number,
  field: number,
): { start: Position; end: Position } {
  let at = rowStart;
  let lineStart = rowStart;
  let currentLine = line;
  for (let index = 0; ; index += 1) {
    const startsAt = { line: currentLine, column: codePoints(text.slice(lineStart, at)) + 1 };
    const end = endOfField(text, at);
    const last = index === field || end >= text.length || text[end] !== ",";
    const inside = text.slice(at, end);
    const breaks = inside.lastIndexOf("\n");
    if (breaks !== -1) {
      currentLine += inside.split("\n").length - 1;
      lineStart = at + breaks + 1;
    }
    if (last)
      return {
        start: startsAt,
        end: { line: currentLine, column: codePoints(text.slice(lineStart, end)) + 1 },
      };
    at = end + 1;
  }
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
