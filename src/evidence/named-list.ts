import { byEach, compareText } from "../base/order.ts";

const separators = /^[;,、，；|\s]+/u;
const between = /[;,、，；|]/u;

/**
 * The names in a cell, parted as tags are. A name that is known may hold blanks and separators itself:
 * of those that stand at a place the longest is meant.
 */
export function splitNames(text: string, known: readonly string[]): string[] {
  const candidates = [...known].sort(byEach((a, b) => b.length - a.length, compareText));
  const names: string[] = [];
  let rest = text.replace(separators, "").trimEnd();
  while (rest !== "") {
    const name = candidates.find((candidate) => startsWith(rest, candidate)) ?? unknownName(rest, known);
    names.push(name);
    rest = rest.slice(name.length).replace(separators, "");
  }
  return names;
}

const startsWith = (text: string, name: string): boolean =>
  name !== "" &&
  text.startsWith(name) &&
  (text.length === name.length || separators.test(text.slice(name.length)));

/** Up to the next separator; a blank is one only where it parts known names. */
function unknownName(text: string, known: readonly string[]): string {
  const part = (text.split(between)[0] ?? "").trimEnd();
  const words = part.split(/\s+/u);
  return words.some((word) => known.includes(word)) ? (words[0] ?? part) : part;
}

/** The texts in a cell that has one for each of several things, in their order; the place of one may be blank. */
export function splitPlaces(text: string, isOne: (part: string) => boolean): string[] {
  const trimmed = text.trim();
  if (trimmed === "") return [];
  if (isOne(trimmed)) return [trimmed];
  if (between.test(trimmed)) return trimmed.split(between).map((part) => part.trim());
  // One of them may hold a blank, where it is written in a way that is not known.
  const words = trimmed.split(/\s+/u);
  return words.every(isOne) ? words : [trimmed];
}
