import { widthOf } from "../../base/width.ts";
import type { Finding } from "../../findings/finding.ts";
import type { LineFinder } from "../../findings/span.ts";
import type { Style } from "../reporter.ts";

/** Cells before the caret, where the beginning of a long line is left out; fewer where there are few in all. */
const lead = (cells: number): number => Math.min(30, Math.floor(cells / 3));
/** In fewer cells than these nothing of a line can be read. */
const fewest = 16;
/** What stands for the part of a line that is left out; its width is the same on every terminal. */
const gap = "...";

/** The source line under its number and a caret; a long line is cut around the place. At most `width` cells. */
export function frame(
  finding: Finding,
  lines: LineFinder | undefined,
  style: Style,
  width: number,
): string[] {
  const { span } = finding;
  const source = span === undefined ? undefined : lines?.textOf(span.start.line);
  if (span === undefined || source === undefined) return [];
  const from = span.start.column - 1;
  const to = span.end.line === span.start.line ? Math.max(from + 1, span.end.column - 1) : from + 1;
  const margin = `${span.start.line} | `;
  const cut = cutAround(source.replace(/\r$/, ""), from, Math.max(width - margin.length, fewest));
  // What is no text would show as rubbish.
  if (cut.characters.length === 0 || cut.characters.some((character) => /[\0\uFFFD]/.test(character)))
    return [];
  const shown = cut.characters.map(harmless);
  const widthBetween = (first: number, end: number): number => widthOf(shown.slice(first, end).join(""));
  const at = Math.min(Math.max(0, from - cut.first), shown.length);
  const caret = "^".repeat(Math.max(1, widthBetween(at, Math.max(at, to - cut.first))));
  const before = cut.first > 0 ? gap : "";
  const after = cut.isWhole ? "" : gap;
  return [
    `${style.faint(margin)}${before}${shown.join("")}${after}`,
    `${" ".repeat(margin.length - 2)}${style.faint("|")} ${" ".repeat(before.length + widthBetween(0, at))}${style.bad(caret)}`,
  ];
}

/** Control characters, and those that turn the direction of what follows, could steer the terminal. */
const steering = /[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const harmless = (character: string): string =>
  character === "\t" ? " " : steering.test(character) ? "·" : character;

interface Cut {
  readonly characters: readonly string[];
  /** How many characters are left out before. */
  readonly first: number;
  /** Whether the line ends where the cut does. */
  readonly isWhole: boolean;
}

const isMark = (character: string): boolean => /^\p{M}$/u.test(character);

/** The part of a line around a character that fits into so many cells. The line may be as long as a file. */
function cutAround(line: string, around: number, cells: number): Cut {
  // A character has a cell or more, but for marks on another: so many on either side are enough.
  const near = 2 * cells;
  const skipped = Math.max(0, around - near);
  const characters: string[] = [];
  let index = 0;
  let isWhole = true;
  for (const character of line) {
    if (index >= skipped) characters.push(character);
    index += 1;
    if (index > around + near) {
      isWhole = false;
      break;
    }
  }
  const widths = characters.map((character) => widthOf(harmless(character)));
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (skipped === 0 && isWhole && total <= cells) return { characters, first: 0, isWhole };

  const room = cells - 2 * gap.length;
  let first = Math.min(around - skipped, Math.max(0, characters.length - 1));
  let taken = 0;
  const takeBefore = (most: number): void => {
    while (first > 0 && taken + (widths[first - 1] ?? 0) <= most) {
      first -= 1;
      taken += widths[first] ?? 0;
    }
  };
  takeBefore(lead(cells));
  let end = Math.min(around - skipped, Math.max(0, characters.length - 1));
  while (end < characters.length && taken + (widths[end] ?? 0) <= room) {
    taken += widths[end] ?? 0;
    end += 1;
  }
  // Near the end of the line there is more room before.
  takeBefore(room);
  while (first > 0 && first < end && isMark(characters[first] ?? "")) first += 1;
  return {
    characters: characters.slice(first, end),
    first: skipped + first,
    isWhole: isWhole && end === characters.length,
  };
}
