import { plainly } from "../base/plain-text.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { Finding } from "../findings/finding.ts";
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

/** One word each, which data or a register must match. */
const singles: ReadonlySet<string> = new Set(["id", "register", "column", "question"]);

export function wideWords(document: RubricDocument): readonly Finding[] {
  const findings: Finding[] = [];
  const tell = (spot: Spot, problem: Problem | undefined): void => {
    if (problem !== undefined) findings.push(findingAt(spot(), problem));
  };
  const visit = (tree: Tree, key: string, isScale: boolean): void => {
    const text = textIn(tree);
    const list = listIn(tree);
    if (text !== undefined) {
      if (singles.has(key)) tell(tree.spot, wideWord(text));
      else if (key === "no" || key === "version") tell(tree.spot, quotedWord(text));
      else if (words.has(key)) tell(tree.spot, severalIn(text, true, key) ?? wideWord(text));
      else tell(tree.spot, commentIn(text));
      return;
    }
    if (list !== undefined) {
      for (const item of list) {
        const said = textIn(item);
        if (said === undefined) visit(item, "", false);
        else if (key === "clauses") tell(item.spot, list.length > 1 ? undefined : severalIn(said, true, key));
        else if (words.has(key)) tell(item.spot, severalIn(said, list.length === 1, key) ?? wideWord(said));
      }
      return;
    }
    for (const [name, { key: spot, value }] of mapIn(tree) ?? []) {
      if (isScale || keyed.has(key)) tell(spot, wideWord(name));
      visit(value, name, key === "scales");
    }
  };
  visit(document.tree, "", false);
  return findings;
}

/** A word with a sign that parts words. A name may well have one; the comma of a list typed wide is more likely. */
function severalIn(text: string, alone: boolean, key: string): Problem | undefined {
  const signs = alone || key === "tags" || key === "tag" ? /[，；、]/u : /[，；]|、(?=\s)/u;
  const sign = signs.exec(text)?.[0];
  return sign === undefined ? undefined : problems.wideComma(text, sign, key === "clauses");
}

/** A word of plain characters, as whoever types it in the data will see it, or one with a blank at its end. */
function wideWord(text: string): Problem | undefined {
  const plain = plainly(text);
  const isLikely = /[０-９Ａ-Ｚａ-ｚ％“”‘’「」]/u.test(text) && /^[\x21-\x7e]+$/.test(plain);
  return isLikely || text.trim() !== text ? problems.wideWord(text, plain) : undefined;
}

/** A number of the paper is often full-width; in quotation marks it hardly is. */
const quotedWord = (text: string): Problem | undefined =>
  /^[“”‘’「」]|[“”‘’「」]$/u.test(text) ? wideWord(text) : undefined;

/** What was meant for a comment, and is part of a text. */
const commentIn = (text: string): Problem | undefined =>
  /[ \u3000]＃/u.test(text) ? problems.commentInText("＃") : undefined;
