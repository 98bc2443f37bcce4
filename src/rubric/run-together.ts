import { type Problem, problems } from "../findings/catalog.ts";
import type { Finding } from "../findings/finding.ts";
import { codePoints } from "../findings/span.ts";
import { findingAt, type Path, type RubricDocument } from "./document.ts";
import { isThousands } from "./misread.ts";
import { type Branch, mapIn, type Place, stepInto, type Tree, textIn } from "./tree.ts";

/** Keys that have taken their values in, and keys that are the rest of a number. */

/** A key and its value that run together, as a plain text begins: the key, and what is wrong with its colon. */
export function togetherIn(text: string): { readonly key: string; readonly problem: Problem } | undefined {
  const [, key, sign] = /^([A-Za-z][\w-]*)(：|:(?=[^\s/:]))/u.exec(text) ?? [];
  if (key === undefined) return undefined;
  return { key, problem: sign === "：" ? problems.yamlWideColon() : problems.yamlTightColon() };
}

/** Told at its colon: a text that is a key and its value, run together; undefined for any other. */
export function atColon(
  { file, span: { start, end } }: Place,
  found: unknown,
  isMeant: (key: string) => boolean = () => true,
): Finding | undefined {
  if (typeof found !== "string") return undefined;
  const slip = togetherIn(found);
  // In quotation marks it is a text, whatever it looks like.
  const isPlain = start.line !== end.line || end.column - start.column === codePoints(found);
  if (slip === undefined || !isPlain || !isMeant(slip.key)) return undefined;
  const column = start.column + slip.key.length;
  const span = { start: { ...start, column }, end: { ...start, column: column + 1 } };
  return findingAt({ file, span }, slip.problem);
}

/**
 * A number whose thousands are parted by commas, which between braces part its last digits off as keys: told
 * at the first of these, as nothing at the others. Undefined for any other key.
 */
export function partedNumber(
  document: RubricDocument,
  path: Path,
  key: string,
): readonly Finding[] | undefined {
  if (!isThousands(key)) return undefined;
  const around = path.reduce<Tree | undefined>(
    (tree, step) => tree && stepInto(tree, step)?.value,
    document.tree,
  );
  const entries = [...((around && mapIn(around)) ?? [])];
  const isPart = ([name, { value }]: readonly [string, Branch]): boolean =>
    isThousands(name) && textIn(value) === "";
  const at = entries.findIndex(([name]) => name === key);
  const first = entries.slice(0, at + 1).findLastIndex((entry) => !isPart(entry));
  const [before, next] = [entries[first]?.[1].value, entries[first + 1]];
  const digits = textIn(before) ?? "";
  if (first === at || before === undefined || next === undefined || !/^[1-9]\d{0,2}$/.test(digits))
    return undefined;
  const [{ file, span }, second] = [before.spot(), next[1].key().span];
  if (span.end.line !== second.start.line || span.end.column + 1 !== second.start.column) return undefined;
  if (first < at - 1) return [];
  const rest = entries.slice(at);
  const end = rest.findIndex((entry) => !isPart(entry));
  const parts = end === -1 ? rest : rest.slice(0, end);
  const found = [digits, ...parts.map(([name]) => name)].join(",");
  const to = parts.at(-1)?.[1].key().span.end ?? span.end;
  const problem = problems.rubricNumber(found, found.replaceAll(",", ""));
  return [findingAt({ file, span: { start: span.start, end: to } }, problem)];
}
