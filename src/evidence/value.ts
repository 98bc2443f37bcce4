import { closest } from "../base/closest.ts";
import { type Day, parseDays, withoutMidnight } from "../base/date.ts";
import {
  compare,
  divide,
  formatExact,
  formatPercent,
  hundred,
  isWhole,
  longestNumber,
  one,
  parseDecimal,
  type Rational,
  zero,
} from "../base/rational.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { noWords, yesWords } from "../rubric/compile-condition.ts";
import type { InputPlan } from "../rubric/plan.ts";

/** What a cell says. A blank cell is no Value: missing, zero and not applicable are three things. */
export type Value =
  | { readonly kind: "number"; readonly number: Rational; readonly text: string }
  | { readonly kind: "word"; readonly word: string; readonly text: string }
  | { readonly kind: "yes-no"; readonly yes: boolean; readonly text: string }
  | { readonly kind: "date"; readonly first: Day; readonly last: Day; readonly text: string }
  | { readonly kind: "not-applicable"; readonly text: string }
  /** Several values of the same thing; rules see what they come to. */
  | { readonly kind: "many"; readonly observations: readonly Observation[]; readonly text: string };

/** One of several values: who gave it, where and when, and the place it stands. */
export interface Observation {
  /** Undefined for a blank cell, which matters in an answer sheet. */
  readonly value: Value | undefined;
  readonly assessor: string;
  readonly site: string;
  readonly period: string;
  /** The number of the answer sheet, where the file gives one. */
  readonly sheet: string;
  readonly place: number;
}

/** A cell read by the type of its input: its Value (undefined where blank), and what is wrong or doubtful. */
export interface Reading {
  readonly value: Value | undefined;
  readonly problem: Problem | undefined;
}

export const notApplicableWords: readonly string[] = ["不适用", "n/a", "na", "/", "not applicable"];

const blank: Reading = { value: undefined, problem: undefined };
const wrong = (problem: Problem): Reading => ({ value: undefined, problem });
const right = (value: Value): Reading => ({ value, problem: undefined });

/** Readings are kept by text up to this many: marks repeat, serial numbers do not. */
const keptReadings = 20_000;

/** Reads the cells of one input; equal texts are read once and share their Value. */
export function cellReader(input: InputPlan): (text: string) => Reading {
  const known = new Map<string, Reading>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const reading = readCell(input, text);
    if (known.size < keptReadings) known.set(text, reading);
    return reading;
  };
}

/** One cell by the type of its input. */
export function readCell(input: InputPlan, written: string): Reading {
  const text = written.trim();
  if (text === "") return blank;
  if (notApplicableWords.includes(text.toLowerCase())) return right({ kind: "not-applicable", text });
  const { type } = input;
  switch (type.kind) {
    case "yes-no": {
      const word = text.toLowerCase();
      const yes = yesWords.includes(word);
      return yes || noWords.includes(word)
        ? right({ kind: "yes-no", yes, text })
        : wrong(problems.valueNotYesNo(text));
    }
    case "word":
      if (type.invalid?.includes(text) === true) return right({ kind: "word", word: text, text });
      return type.words.includes(text)
        ? right({ kind: "word", word: text, text })
        : wrong(problems.valueNotInList(text, type.words, closest(text, type.words)));
    case "number":
    case "count":
      if (type.kind === "number" && type.invalid?.includes(text) === true)
        return right({ kind: "word", word: text, text });
      if (text.endsWith("%")) return wrong(problems.valuePercentUnexpected(text));
      return readNumber(text, type.kind === "count", type);
    case "percent":
      return readPercent(text, type);
    case "date": {
      const days = parseDays(withoutMidnight(text));
      return days === undefined ? wrong(problems.valueNotDate(text)) : right({ kind: "date", ...days, text });
    }
    default:
      return type satisfies never;
  }
}

interface Limits {
  readonly least: Rational | undefined;
  readonly most: Rational | undefined;
}

function readNumber(text: string, whole: boolean, limits: Limits): Reading {
  const number = parseDecimal(text);
  if (number === undefined) return wrong(notANumber(text));
  if (whole && !isWhole(number)) return wrong(problems.valueNotWhole(text));
  return withinLimits(text, number, limits, formatExact);
}

/** A percentage; without its sign, a number is read as one: `85` is 85%. */
function readPercent(text: string, limits: Limits): Reading {
  const written = parseDecimal(text.endsWith("%") ? text.slice(0, -1).trimEnd() : text);
  if (written === undefined) return wrong(notANumber(text, true));
  const reading = withinLimits(text, divide(written, hundred), limits, formatPercent);
  const doubtful = !text.endsWith("%") && compare(written, zero) > 0 && compare(written, one) <= 0;
  return doubtful && reading.problem === undefined
    ? { ...reading, problem: problems.valueShareOrPercent(text) }
    : reading;
}

function withinLimits(
  text: string,
  number: Rational,
  { least, most }: Limits,
  format: (limit: Rational) => string,
): Reading {
  if (least !== undefined && compare(number, least) < 0)
    return wrong(problems.valueBelow(text, format(least)));
  if (most !== undefined && compare(number, most) > 0) return wrong(problems.valueAbove(text, format(most)));
  return right({ kind: "number", number, text });
}

function notANumber(text: string, percent = false): Problem {
  if (text.length > longestNumber && /^[+-]?[\d.]+$/.test(text))
    return problems.numberTooLong(text, longestNumber);
  if (/^[+-]?[\d.]+e[+-]?\d+$/i.test(text)) return problems.valueScientific(text);
  return problems.valueNotNumber(text, nearNumber(text, percent));
}

/** The number a clerk sees in a text that is none to the tool: wide digits, thousands, a unit behind. */
function nearNumber(text: string, percent: boolean): string | undefined {
  if (text.length > longestNumber) return undefined;
  const near = text
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]/gu, "")
    .replaceAll("。", ".")
    .replace(/,(?=\d{3}(?:\D|$))/g, "")
    .replace(/[分个次人项件]$/u, "");
  const digits = percent && near.endsWith("%") ? near.slice(0, -1) : near;
  return parseDecimal(digits) === undefined ? undefined : near;
}
