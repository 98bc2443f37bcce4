import { widthOf } from "./width.ts";

/** A part of a text that is to be broken into lines. */
export interface Piece {
  readonly text: string;
  /** Never broken: the place of a finding. */
  readonly whole?: boolean;
  /** How it is to look; it takes no cells. */
  readonly tint?: (text: string) => string;
}

/** What stays together: a word, a path, a wide character; with the spaces before it. */
interface Atom {
  readonly space: string;
  readonly text: string;
  readonly width: number;
  readonly piece: Piece;
}

/** Marks after which no line ends, and those that begin none. */
const opening = /[“‘（《〈「『【([{]$/u;
const closing = /^[”’）》〉」』】)\]}，。、；：！？…—%,.;:!?]/u;
const isWide = (character: string): boolean => widthOf(character) > 1;

/** A path in quotation marks, or one that ends as files do: where a wide script has no spaces, it is one word. */
const path =
  /“[^“”\s]*(?:[/\\][^“”\s]*|\.[A-Za-z]\w{0,4})”|"[^"\s]*(?:[/\\][^"\s]*|\.[A-Za-z]\w{0,4})"|[^\s，。、；：！？（）“”"《》「」]+\.(?:csv|tsv|ya?ml|json|md|txt|html|xml|sarif|xlsx?)(?::\d+)*(?![\w.])/u;
const atom = new RegExp(`(\\s*)(${path.source}|\\S)`, "gu");

/**
 * Pieces in lines of at most `width` cells, those after the first behind `hang` spaces. A line ends at a
 * space or beside a wide character; a word, a path or a code that is wider than the line stays as it is.
 */
export function fold(pieces: readonly Piece[], width: number, hang: number): string[] {
  const lines: Atom[][] = [];
  let line: Atom[] = [];
  let cells = 0;
  for (const unit of unitsOf(pieces)) {
    const inside = unit.reduce((sum, { space, width: own }) => sum + widthOf(space) + own, 0);
    if (line.length > 0 && cells + inside > width) {
      lines.push(line);
      line = [];
      cells = hang - widthOf(unit[0]?.space ?? "");
    }
    line.push(...unit);
    cells += inside;
  }
  lines.push(line);
  return lines.map((atoms, index) => (index === 0 ? "" : " ".repeat(hang)) + written(atoms, index > 0));
}

/**
 * A text in lines of at most `width` cells; what does not fit goes on two cells further in than the line
 * begins. Lines with colours in them stay as they are.
 */
export const foldLines = (text: string, width: number): string =>
  text
    .split("\n")
    .flatMap((line) =>
      line.includes("\u001b") || widthOf(line) <= width
        ? [line]
        : fold([{ text: line }], width, line.search(/\S/) + 2),
    )
    .join("\n");

/** Atoms between which no line may end, together. */
function unitsOf(pieces: readonly Piece[]): Atom[][] {
  const units: Atom[][] = [];
  let before: Atom | undefined;
  for (const one of atomsOf(pieces)) {
    const last = units.at(-1);
    if (before === undefined || last === undefined || mayBreak(before, one)) units.push([one]);
    else last.push(one);
    before = one;
  }
  return units;
}

function mayBreak(before: Atom, after: Atom): boolean {
  if (after.space !== "") return true;
  if (opening.test(before.text) || closing.test(after.text)) return false;
  const [last = ""] = [...before.text].slice(-1);
  const [first = ""] = after.text;
  return isWide(last) || isWide(first) || before.piece.whole === true;
}

function atomsOf(pieces: readonly Piece[]): Atom[] {
  const atoms: Atom[] = [];
  let spaces = "";
  for (const piece of pieces) {
    const texts = piece.whole === true ? [["", "", piece.text]] : piece.text.matchAll(atom);
    for (const [, space = "", text = ""] of texts) {
      atoms.push({ space: spaces + space, text, width: widthOf(text), piece });
      spaces = "";
    }
    spaces += piece.whole === true ? "" : (/\s*$/.exec(piece.text)?.[0] ?? "");
  }
  return atoms;
}

/** The atoms of a line as they look; the space at which a line was broken is gone. */
function written(atoms: readonly Atom[], isBroken: boolean): string {
  const parts: { piece: Piece; text: string; space: string }[] = [];
  for (const { space, text, piece } of atoms) {
    const last = parts.at(-1);
    if (last !== undefined && last.piece === piece) last.text += space + text;
    else parts.push({ piece, text, space: isBroken && last === undefined ? "" : space });
  }
  return parts.map(({ piece, text, space }) => space + (piece.tint ?? ((plain) => plain))(text)).join("");
}
