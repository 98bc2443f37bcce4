import {
  add,
  divide,
  formatDecimal,
  hundred,
  isNegative,
  multiply,
  parseDecimal,
  parseNumber,
  type Rational,
  rational,
  subtract,
} from "../base/rational.ts";
import type { Figured } from "../rubric/schema.ts";

/** A number a little more and a little less: by one of the last digit that is written. */
export function neighbours(text: string): Figured[] {
  const percent = text.endsWith("%");
  const digits = percent ? text.slice(0, -1) : text;
  const value = parseDecimal(digits);
  if (value === undefined) return [];
  const places = /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0;
  const step = stepOf(places);
  return [add(value, step), subtract(value, step)].flatMap((other): Figured[] => {
    if (isNegative(other) && !isNegative(value)) return [];
    const written = formatDecimal(other, places, "half-up") + (percent ? "%" : "");
    const read = parseNumber(written);
    return read === undefined ? [] : [{ value: read, percent, text: written }];
  });
}

export const placesOf = (text: string): number => /\.(\d+)%?$/.exec(text)?.[1]?.length ?? 0;

/** One of the last of so many decimals. */
export const stepOf = (places: number): Rational => rational(1, 10 ** places);

/** A figure made of a number: as it would be written. */
export function figured(value: Rational, places: number, percent: boolean): Figured {
  const shown = percent ? multiply(value, hundred) : value;
  const text = formatDecimal(shown, places, "half-up") + (percent ? "%" : "");
  return { value, percent, text };
}

export const percent = (whole: number): Rational => divide(rational(whole), hundred);
