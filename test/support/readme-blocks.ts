/** A fenced block of a README. */
export interface Block {
  /** The word after the fence. */
  readonly language: string;
  readonly text: string;
  /** The line of the fence, from 1. */
  readonly line: number;
  /** A file name in backticks at the start of the last line before the block. */
  readonly file: string | undefined;
}

export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let before = "";
  let open: { head: Omit<Block, "text">; lines: string[] } | undefined;
  for (const [index, line] of markdown.split("\n").entries()) {
    if (open === undefined && line.startsWith("```")) {
      const file = /^`([\w.-]+\.\w+)`/.exec(before)?.[1];
      open = { head: { language: line.slice(3).trim(), line: index + 1, file }, lines: [] };
    } else if (line === "```" && open !== undefined) {
      blocks.push({ ...open.head, text: open.lines.map((text) => `${text}\n`).join("") });
      open = undefined;
      before = "";
    } else if (open !== undefined) open.lines.push(line);
    else if (line.trim().startsWith("```"))
      throw new Error(`line ${index + 1}: a fence stands at the start of its line`);
    else if (line.trim() !== "") before = line;
  }
  if (open !== undefined) throw new Error(`line ${open.head.line}: this block never ends`);
  return blocks;
}

/** Whether what is shown is what came out; a line of `…` stands for any lines left out. */
export function agrees(shown: string, actual: string): boolean {
  const parts = shown.split(/^\s*…\n/m);
  if (parts.length === 1) return shown === actual;
  let from = 0;
  for (const [index, part] of parts.entries()) {
    const found = actual.indexOf(part, from);
    if (found === -1 || (index === 0 && found !== 0)) return false;
    from = found + part.length;
  }
  return parts.at(-1) === "" || from === actual.length;
}

/** Output shown in a README that is not what came out. */
export interface Change {
  readonly block: Block;
  readonly text: string;
}

/** The README with what really came out. */
export function changed(markdown: string, changes: readonly Change[]): string {
  const lines = markdown.split("\n");
  for (const { block, text } of changes.toReversed())
    lines.splice(block.line, block.text.split("\n").length - 1, ...text.split("\n").slice(0, -1));
  return lines.join("\n");
}
