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

/** Marks that close or part, and so never begin a line. */
const closing = /^[，。、；：！？）」』】》〉”’…%,.;:!?)\]]$/u;

/**
 * The text in lines of at most `width` cells. Breaks at a space where the line has one and between
 * wide characters anywhere but before a closing mark; no character is ever lost.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let cells = 0;
  /** How many characters of the line may stay when it is broken; 0 where it has no place to break. */
  let breakAt = 0;
  for (const character of text) {
    const size = cellsOf(character);
    while (cells + size > width && line.length > 0) {
      const fits = size === 2 && !closing.test(character) ? line.length : breakAt;
      const keep = character === " " || fits === 0 ? line.length : fits;
      lines.push(line.slice(0, keep).join("").trimEnd());
      line = line.slice(keep);
      cells = widthOf(line.join(""));
      breakAt = 0;
    }
    if (line.length === 0 && character === " " && lines.length > 0) continue;
    // Before a wide character a line may end, and after a space.
    if (size === 2 && line.length > 0 && !closing.test(character)) breakAt = line.length;
    line.push(character);
    cells += size;
    if (character === " ") breakAt = line.length;
  }
  if (line.length > 0 || lines.length === 0) lines.push(line.join(""));
  return lines;
}
