/** The head of a text in a block of its own: what stands before its sign, the last dash or key. */
const head = /^(\s*(?:- +)*)(- +|[^#\s].*?:[ \t]+)[|>][-+1-9]{0,2}[ \t]*(?:[ \t]#.*)?$/u;

/**
 * The lines, from 0, of texts that stand in a block of their own, where any sign may be. They are told by
 * the heads and the indentation alone: they hold where the parser has lost its way.
 */
export function linesOfTexts(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let line = 0; line < lines.length; line += 1) {
    const column = head.exec(lines[line] ?? "")?.[1]?.length;
    if (column === undefined) continue;
    for (; isDeeper(lines[line + 1], column); line += 1) found.add(line + 1);
  }
  return found;
}

const isDeeper = (line: string | undefined, column: number): boolean =>
  line !== undefined && (/^[ \t]*$/.test(line) || line.search(/[^ ]/) > column);
