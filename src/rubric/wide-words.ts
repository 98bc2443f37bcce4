import { plainly } from "../base/plain-text.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { Finding } from "../findings/finding.ts";
import { codePoints } from "../findings/span.ts";
import { findingAt, type RubricDocument } from "./document.ts";
import { listIn, mapIn, type Spot, type Tree, textIn } from "./tree.ts";

/**
 * Words that data and other parts of the rubric must match letter by letter, typed so that they hardly
 * can: several in one, or with characters of a Chinese input method. A text for readers may have both.
 */

/** Keys whose values are words, alone or in a list. */
const words: ReadonlySet<string> = new Set([
  ...["categories", "tags", "groups", "group-by", "kinds", "circumstances", "list", "methods", "words"],
  ...["invalid", "approves", "disapproves", "ignore", "levels"],
  ...["category", "tag", "is", "event", "level"],
]);
/** Keys whose values have words for keys. */
const keyed: ReadonlySet<string> = new Set(["scale", "answers", "periods", "methods", "levels", "factors"]);

/** Texts that nothing has to match. */
const prose: ReadonlySet<string> = new Set(["note", "criteria", "source", "because"]);

/** One word each, which data or a register must match. */
const singles: ReadonlySet<string> = new Set(["id", "register", "column", "question"]);

export function wideWords(document: RubricDocument): readonly Finding[] {
  const findings: Finding[] = [];
  visit(document.tree, "", false, findings);
  return findings;
}

/** What stands under a key; `isScale` where that is a scale, the keys of which are words. */
function visit(tree: Tree, key: string, isScale: boolean, findings: Finding[]): void {
  const text = textIn(tree);
  const list = listIn(tree);
  if (text !== undefined) tell(tree.spot, inText(text, key) ?? inQuotes(text, key, tree.spot), findings);
  else if (list !== undefined) {
    for (const item of list) {
      const said = textIn(item);
      if (said === undefined) visit(item, "", false, findings);
      else
        tell(item.spot, inListed(said, list.length === 1, key) ?? inQuotes(said, key, item.spot), findings);
    }
  } else {
    for (const [name, { key: spot, value }] of mapIn(tree) ?? []) {
      if (isScale || keyed.has(key)) tell(spot, wideWord(name) ?? inQuotes(name, "", spot), findings);
      visit(value, name, key === "scales", findings);
    }
  }
}

function tell(spot: Spot, problem: Problem | undefined, findings: Finding[]): void {
  if (problem !== undefined) findings.push(findingAt(spot(), problem));
}

function inText(text: string, key: string): Problem | undefined {
  if (singles.has(key)) return wideWord(text);
  if (key === "no" || key === "version") return quotedWord(text);
  return words.has(key) ? (severalIn(text, true, key) ?? wideWord(text)) : commentIn(text);
}

function inListed(text: string, alone: boolean, key: string): Problem | undefined {
  if (key === "clauses") return alone ? severalIn(text, true, key) : undefined;
  return words.has(key) ? (severalIn(text, alone, key) ?? wideWord(text)) : undefined;
}

/** A word with a sign that parts words. A name may well have one; the comma of a list typed wide is more likely. */
function severalIn(text: string, alone: boolean, key: string): Problem | undefined {
  const signs = alone || key === "tags" || key === "tag" ? /[，；、]/u : /[，；]|、(?=\s)/u;
  const sign = signs.exec(text)?.[0];
  return sign === undefined ? undefined : problems.wideComma(text, sign, key === "clauses");
}

/** A word of plain characters, as whoever types it in the data will see it, or one with a blank at its end. */
function wideWord(text: string): Problem | undefined {
  const mayBeLikely = /[０-９Ａ-Ｚａ-ｚ％“”‘’「」]/u.test(text);
  if (!mayBeLikely && text.trim() === text) return undefined;
  const plain = plainly(text);
  const isLikely = mayBeLikely && /^[\x21-\x7e]+$/.test(plain);
  return isLikely || text.trim() !== text ? problems.wideWord(text, plain) : undefined;
}

/** A number of the paper is often full-width; in quotation marks it hardly is. */
const quotedWord = (text: string): Problem | undefined =>
  /^[“”‘’「」]|[“”‘’「」]$/u.test(text) ? wideWord(text) : undefined;

/** Chinese quotation marks around the whole, which are part of it; within plain ones they are meant to be. */
function inQuotes(text: string, key: string, spot: Spot): Problem | undefined {
  const inside = /^(?:“([^“”]+)”|‘([^‘’]+)’|「([^「」]+)」|『([^『』]+)』)$/u.exec(text);
  if (inside === null || prose.has(key)) return undefined;
  const { start, end } = spot().span;
  const isPlain = start.line === end.line && end.column - start.column === codePoints(text);
  return isPlain
    ? problems.wideQuotes(text, inside.slice(1).find((part) => part !== undefined) ?? "")
    : undefined;
}

/** What was meant for a comment, and is part of a text. */
const commentIn = (text: string): Problem | undefined =>
  /[ \u3000]＃/u.test(text) ? problems.commentInText("＃") : undefined;
