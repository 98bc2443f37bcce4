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
  if (text !== undefined) tell(tree.spot, inText(text, key, tree.spot), findings);
  else if (list !== undefined) {
    for (const item of list) {
      const said = textIn(item);
      if (said === undefined) visit(item, "", false, findings);
      else tell(item.spot, inListed(said, list.length === 1, key, item.spot), findings);
    }
  } else {
    for (const [name, { key: spot, value }] of mapIn(tree) ?? []) {
      if (isScale || keyed.has(key)) tell(spot, wideWord(name) ?? asTyped(name, "", spot), findings);
      visit(value, name, key === "scales", findings);
    }
  }
}

function tell(spot: Spot, problem: Problem | undefined, findings: Finding[]): void {
  if (problem !== undefined) findings.push(findingAt(spot(), problem));
}

function inText(text: string, key: string, spot: Spot): Problem | undefined {
  if (singles.has(key)) return wideWord(text) ?? asTyped(text, key, spot);
  const asWord = words.has(key) ? (severalIn(text, true, key) ?? wideWord(text)) : undefined;
  const asNumber = key === "no" || key === "version" ? quotedWord(text) : undefined;
  return (
    asWord ?? asNumber ?? asTyped(text, key, spot) ?? (words.has(key) ? undefined : commentIn(text, spot))
  );
}

function inListed(text: string, alone: boolean, key: string, spot: Spot): Problem | undefined {
  const asClause = key === "clauses" && alone ? severalIn(text, true, key) : undefined;
  const asWord = words.has(key) ? (severalIn(text, alone, key) ?? wideWord(text)) : undefined;
  return asClause ?? asWord ?? asTyped(text, key, spot);
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

/** What no text but one for readers is typed with on purpose. */
const asTyped = (text: string, key: string, spot: Spot): Problem | undefined =>
  blockSign(text, spot) ?? (prose.has(key) ? undefined : (unseenIn(text) ?? inQuotes(text, spot)));

/** Whether a text stands there as it is, without quotation marks; one of several lines is taken for quoted. */
function isBare(text: string, spot: Spot): boolean {
  const { start, end } = spot().span;
  return start.line === end.line && end.column - start.column === codePoints(text);
}

/** The sign of a text in lines of its own, typed full-width: it has become the first character of that text. */
function blockSign(text: string, spot: Spot): Problem | undefined {
  const [, sign] = /^([｜＞])[-+－＋]? [^\n]*$/u.exec(text) ?? [];
  const { start, end } = spot().span;
  return sign === undefined || start.line === end.line ? undefined : problems.wideBlockSign(sign);
}

/** Characters that nobody sees, which come with what is pasted; between emoji one of them belongs. */
function unseenIn(text: string): Problem | undefined {
  const plain = text.replace(/[\u200b\u200c\u200e\u200f\u2060\ufeff]|(?<!\p{So}|\p{Sk}|\ufe0f)\u200d/gu, "");
  return plain === text ? undefined : problems.wideWord(text, plain);
}

/** Chinese quotation marks around the whole, which are part of it; within plain ones they are meant to be. */
function inQuotes(text: string, spot: Spot): Problem | undefined {
  if (!/^[“”‘’「」『』＂＇]|[“”‘’「」『』＂＇]$/u.test(text) || !isBare(text, spot)) return undefined;
  const inside = /^(?:“([^“”]+)”|‘([^‘’]+)’|「([^「」]+)」|『([^『』]+)』|＂([^＂]+)＂|＇([^＇]+)＇)$/u.exec(
    text,
  );
  if (inside !== null)
    return problems.wideQuotes(text, inside.slice(1).find((part) => part !== undefined) ?? "");
  const alone = unpaired(text);
  const isAtEnd = alone !== undefined && (text.startsWith(alone) || text.endsWith(alone));
  return isAtEnd ? problems.wideQuoteAlone(text, alone) : undefined;
}

const closing: Readonly<Record<string, string>> = { "“": "”", "‘": "’", "「": "」", "『": "』" };

/** The first quotation mark that has no other; ’ behind a letter or a digit is an apostrophe. */
function unpaired(text: string): string | undefined {
  const open: string[] = [];
  for (const [sign] of text.matchAll(/[“”‘「」『』＂＇]|(?<![A-Za-z\d])’/gu)) {
    const last = open.at(-1);
    if (closing[sign] !== undefined) open.push(sign);
    else if (last !== undefined && (closing[last] ?? last) === sign) open.pop();
    else if (sign === "＂" || sign === "＇") open.push(sign);
    else return sign;
  }
  return open[0];
}

/** What was meant for a comment, and is part of a text; in quotation marks it is meant to be. */
const commentIn = (text: string, spot: Spot): Problem | undefined =>
  /[ \u3000]＃/u.test(text) && isBare(text, spot) ? problems.commentInText("＃") : undefined;
