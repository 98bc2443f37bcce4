import { writtenDay } from "../base/date.ts";
import type { Text } from "../base/language.ts";
import { longestNumber } from "../base/rational.ts";
import { mostPlaces } from "../rubric/schema.ts";
import { inBothLines, type Json } from "./described.ts";

/**
 * In a rubric every scalar is text: no number is read by YAML. An editor reads YAML as everybody does, so
 * that `5` is a number to it and `true` a boolean. What it makes of a text must be accepted, too.
 */

const digits = String.raw`(?:\d+(?:\.\d+)?|\.\d+)`;
const wholeDigits = String.raw`(?:\d+(?:\.0+)?|\.0+)`;
/** `-0` is none below zero. */
const notNegative = "(?!-.*[1-9])";

const numeric = (type: "number" | "integer", pattern: string, wanted: Text, limits: Json = {}): Json => ({
  type: [type, "string"],
  ...limits,
  pattern: `^${pattern}$`,
  maxLength: longestNumber + "%".length,
  patternErrorMessage: inBothLines(wanted),
});

/** Any scalar but an empty one. `null` and `~` are words to us; an editor wants them in quotation marks. */
export const textScalar: Json = { type: ["string", "number", "boolean"], minLength: 1 };

export const numberScalar: Json = numeric("number", `[+-]?${digits}%?`, {
  zh: "应是一个数或百分数，如 5、0.5、66%",
  en: "a number or a percentage is expected, such as 5, 0.5 or 66%",
});

export const amountScalar: Json = numeric(
  "number",
  `${notNegative}[+-]?${digits}%?`,
  {
    zh: "应是一个数或百分数，不小于 0，如 5、0.5、66%",
    en: "a number or a percentage is expected, not below 0, such as 5, 0.5 or 66%",
  },
  { minimum: 0 },
);

/** What a case expects: exact, so that no percentage and a fraction is taken. */
export const figureScalar: Json = {
  type: ["number", "string"],
  pattern: String.raw`^\s*[+-]?${digits}\s*(?:/\s*[+-]?${digits}\s*)?$`,
  patternErrorMessage: inBothLines({
    zh: "应是小数或分数，如 76.5、9209/150",
    en: "a decimal or a fraction is expected, such as 76.5 or 9209/150",
  }),
};

export const placeScalar: Json = {
  type: ["integer", "string"],
  minimum: 1,
  maximum: 999_999,
  pattern: String.raw`^[1-9]\d{0,5}$`,
  patternErrorMessage: inBothLines({
    zh: "应是名次：1、2、3……",
    en: "a rank is expected: 1, 2, 3 and so on",
  }),
};

export const countScalar: Json = numeric(
  "integer",
  `${notNegative}[+-]?${wholeDigits}`,
  { zh: "应是一个整数，不小于 0", en: "a whole number is expected, not below 0" },
  { minimum: 0, maximum: 1_000_000 },
);

export const placesScalar: Json = { ...countScalar, maximum: mostPlaces };

export const percentageScalar: Json = {
  type: "string",
  pattern: `^${notNegative}[+-]?${digits}%$`,
  errorMessage: inBothLines({
    zh: "应是百分数，如 40%",
    en: "a percentage is expected, such as 40%",
  }),
};

/** A day, a month, or a year alone, which is a number to an editor. */
export const endScalar: Json = {
  type: ["integer", "string"],
  minimum: 1,
  maximum: 9999,
  pattern: `^\\s*(?:\\d{4}\\s*年?|${writtenDay.source.replace(/^\^|\$$/g, "")})\\s*$`,
  patternErrorMessage: inBothLines({
    zh: "应是日期或年份，如 1981-01-01、1981",
    en: "a day or a year is expected, such as 1981-01-01 or 1981",
  }),
};

type Word = string | number | boolean | null;

/** A word of a closed set, and what YAML makes of it where that is another value. */
export const readings = (word: Word): Word[] =>
  typeof word === "string" && /^\d+$/.test(word) ? [Number(word), word] : [word];
