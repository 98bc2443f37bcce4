import { eastAsianWidth } from "get-east-asian-width";

const combining = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** How many terminal cells one character takes: none, one, or two for wide scripts. */
function cellsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return 1;
  if (code < 0x20 || combining.test(character)) return 0;
  return eastAsianWidth(code);
}

/** How many terminal cells a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += cellsOf(character);
  return width;
}

export const padEnd = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - widthOf(text)));

export const padStart = (text: string, width: number): string =>
  " ".repeat(Math.max(0, width - widthOf(text))) + text;

/**
 * The text in lines of at most `width` cells. Breaks at a space where the line has one and between
 * wide characters anywhere; no character is ever lost.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let cells = 0;
  let breakAt = -1;
  for (const character of text) {
    const size = cellsOf(character);
    if (cells + size > width && line !== "") {
      const keep = breakAt > 0 && character !== " " && size === 1 ? line.slice(breakAt) : "";
      lines.push((keep === "" ? line : line.slice(0, breakAt)).trimEnd());
      line = keep;
      cells = widthOf(keep);
      breakAt = -1;
    }
    if (line === "" && character === " " && lines.length > 0) continue;
    line += character;
    cells += size;
    if (character === " " || size === 2) breakAt = line.length;
  }
  if (line !== "" || lines.length === 0) lines.push(line);
  return lines;
}
