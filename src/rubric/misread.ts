import { closest } from "../base/closest.ts";
import { plainly } from "../base/plain-text.ts";
import { longestNumber, parseNumber } from "../base/rational.ts";
import { type Problem, problems } from "../findings/catalog.ts";

/**
 * What to say of a text that is none of those it could be. Whoever typed it sees what it should be: a
 * full-width digit is a digit to a reader, and what stands behind a `#` a comment.
 */

/** A text with what was meant for a comment behind it. */
const commented = /^(.*?\S)\s*(?:#|＃|\/\/).*$/u;
const unit = /\s*(?:分|个|次|人|项|件|条|份|处|小时|个百分点)$/u;

/** Why a text is no number. */
export function numberProblem(written: string): Problem {
  if (written.length > longestNumber && !commented.test(written))
    return problems.numberTooLong(written, longestNumber);
  const seen = seenAs(written, (text) => parseNumber(text) !== undefined);
  if (seen !== undefined) return seen;
  // The comma of the next item, or the stop of a sentence, typed wide.
  const [, before] = /^(.*?)\s*[，、；。]+$/u.exec(written) ?? [];
  if (before !== undefined && parseNumber(plainly(before)) !== undefined)
    return problems.wideTyping(written, plainly(before));
  const near = plainly(written)
    .replace(/[,;。.]+$/u, "")
    .replace(unit, "")
    .replace(/,(?=\d{3}(?:\D|$))/g, "");
  return problems.rubricNumber(written, near !== "" && parseNumber(near) !== undefined ? near : undefined);
}

/** Why a text is none of the words that are allowed. */
export const wordProblem = (key: string, found: string, allowed: readonly string[]): Problem =>
  seenAs(found, (text) => allowed.includes(text)) ??
  problems.unknownWord(key, found, allowed, closest(found, allowed));

/** Why a text fits only to the eye: characters of a Chinese input method, or a comment that is none. */
export function seenAs(found: string, fits: (text: string) => boolean): Problem | undefined {
  const plain = plainly(found);
  if (plain !== found && fits(plain)) return problems.wideTyping(found, plain);
  const [, before] = commented.exec(found) ?? [];
  if (before === undefined) return undefined;
  return fits(before) || fits(plainly(before)) ? problems.commentSign(found, plainly(before)) : undefined;
}

/** Why a value is not what should stand there: the signs of a list or a map may be full-width. */
export function shapeProblem(expected: readonly string[], found: unknown): Problem {
  const text = typeof found === "string" ? found : "";
  const [first = ""] = text;
  if (/[［【〔｛]/u.test(first)) return problems.yamlWideBracket(first, plainly(first));
  const isDash = /^[—―–‐‑−－•·●]\s*\S/u.test(text);
  if (!expected.includes("list")) return problems.wrongType(expected, found);
  if (isDash) return problems.yamlListDash(first);
  const { sign, parts } = partsOf(text);
  return sign === undefined || parts.includes("")
    ? problems.wrongType(expected, found)
    : problems.wideCommaBetween(text, sign, parts);
}

/** The digits behind a comma of a number. */
export const isThousands = (word: string): boolean => /^\d{3}(?:\.\d+)?$/.test(word);

type Kind = Parameters<typeof problems.unknownReference>[0];

/** Why a name is none of those that are known. */
export function referenceProblem(kind: Kind, name: string, known: readonly string[]): Problem {
  const seen = seenAs(name, (text) => known.includes(text));
  if (seen !== undefined) return seen;
  // The known one may be what was typed with other characters.
  const twin = known.find((word) => plainly(word) === plainly(name));
  return severalIn(name, known) ?? problems.unknownReference(kind, name, known, twin ?? closest(name, known));
}

/** Several known names, parted by something else than a plain comma. */
function severalIn(name: string, known: readonly string[]): Problem | undefined {
  const { sign, parts } = partsOf(name);
  if (sign === undefined) return undefined;
  return parts.every((part) => known.includes(part) || parseNumber(part) !== undefined)
    ? problems.wideCommaBetween(name, sign, parts)
    : undefined;
}

/** What stands between signs that part words, and the first such sign. */
const partsOf = (text: string): { readonly sign: string | undefined; readonly parts: readonly string[] } => ({
  sign: /[，、；;,]/u.exec(text)?.[0],
  parts: text.split(/[，、；;,]/u).map((part) => part.trim()),
});
