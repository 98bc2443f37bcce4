import { existsSync, readdirSync } from "node:fs";
import { rubricOf } from "./assess-text.ts";

const folders = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$|dist$)/.test(entry.name))
    .flatMap(({ name }) => [`${path}/${name}`, ...folders(`${path}/${name}`)]);

/** Every README of the project. */
export const readmes: readonly string[] = [".", ...folders(".")]
  .flatMap((folder) => [`${folder}/README.md`, `${folder}/README.zh-CN.md`])
  .filter((path) => existsSync(path))
  .map((path) => path.slice("./".length));

/** A snippet of a rubric with what every rubric has: a list stands below `indicators:`. */
export function completed(yaml: string): string {
  if (/^ceping:/m.test(yaml)) return yaml;
  return rubricOf(/^\w/m.test(yaml) ? yaml : `indicators:\n${yaml.replace(/^(?=.)/gm, "  ")}`);
}

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
      const file = /^`([\w./-]+\.(?:ya?ml|csv|md|json|mjs))`/.exec(before)?.[1];
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

const leftOut = /^[ \t]*…\n/m;

/** Whether a line of `…` stands for lines left out. */
export const isExcerpt = (shown: string): boolean => leftOut.test(shown);

/** Whether what is shown is what came out. */
export function agrees(shown: string, actual: string): boolean {
  const [first = "", ...parts] = shown.split(leftOut);
  const last = parts.pop();
  if (last === undefined) return shown === actual;
  if (!actual.startsWith(first)) return false;
  let from = first.length;
  for (const part of parts) {
    const found = actual.indexOf(part, from);
    if (found === -1) return false;
    from = found + part.length;
  }
  return actual.slice(from).endsWith(last);
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
