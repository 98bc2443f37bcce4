import Fraction from "fraction.js";

/**
 * An exact fraction. Numerator and denominator are kept as whole JavaScript numbers while both are
 * safe integers (whole-number arithmetic below 2^53 is exact, and fast); past that, fraction.js
 * carries the value in `big` and the two numbers are unused. Values need not be in lowest terms:
 * compare with `compare`, never with `===`.
 */
export interface Rational {
  readonly numerator: number;
  readonly denominator: number;
  readonly big: Fraction | undefined;
}

export const roundingModes = ["half-up", "half-even", "up", "down"] as const;

/**
 * How a figure between two representable ones is rounded. `half-up` is 四舍五入 (ties go away from
 * zero), `half-even` is GB/T 8170, `up` and `down` go away from and towards zero.
 */
export type RoundingMode = (typeof roundingModes)[number];

const small = (numerator: number, denominator: number): Rational => ({
  numerator,
  denominator,
  big: undefined,
});

/** The fraction of two whole numbers; the denominator must be positive. */
export const rational = (numerator: number, denominator = 1): Rational => small(numerator, denominator);

export const zero = rational(0);
export const one = rational(1);
export const hundred = rational(100);

const gcd = (a: number, b: number): number => {
  let x = Math.abs(a);
  let y = b;
  while (y > 0) [x, y] = [y, x % y];
  return x;
};

const toFraction = (value: Rational): Fraction =>
  value.big ?? new Fraction(BigInt(value.numerator), BigInt(value.denominator));

/** Back to whole numbers where they fit, so that one large intermediate does not slow all that follows. */
const fromFraction = (fraction: Fraction): Rational => {
  const numerator = Number(fraction.s * fraction.n);
  const denominator = Number(fraction.d);
  return Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)
    ? small(numerator, denominator)
    : { numerator: 0, denominator: 1, big: fraction };
};

/** Denominators up to this stay as they are: sums of decimals then share one and need no reduction. */
const plainDenominator = 1_000_000;

/** A small result if it is exact, reduced when its denominator has grown; otherwise undefined. */
const fitted = (numerator: number, denominator: number): Rational | undefined => {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) return undefined;
  if (denominator <= plainDenominator) return small(numerator, denominator);
  const divisor = gcd(numerator, denominator);
  return small(numerator / divisor, denominator / divisor);
};

export function add(a: Rational, b: Rational): Rational {
  if (a.big === undefined && b.big === undefined) {
    if (a.denominator === b.denominator) {
      const numerator = a.numerator + b.numerator;
      if (Number.isSafeInteger(numerator)) return small(numerator, a.denominator);
    }
    const left = a.numerator * b.denominator;
    const right = b.numerator * a.denominator;
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) {
      const result = fitted(left + right, a.denominator * b.denominator);
      if (result !== undefined) return result;
    }
  }
  return fromFraction(toFraction(a).add(toFraction(b)));
}

export const absolute = (a: Rational): Rational => (isNegative(a) ? negate(a) : a);

export const negate = (a: Rational): Rational =>
  a.big === undefined
    ? small(a.numerator === 0 ? 0 : -a.numerator, a.denominator)
    : { numerator: 0, denominator: 1, big: a.big.neg() };

export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));

export function multiply(a: Rational, b: Rational): Rational {
  if (a.big === undefined && b.big === undefined) {
    const result = fitted(a.numerator * b.numerator, a.denominator * b.denominator);
    if (result !== undefined) return result;
  }
  return fromFraction(toFraction(a).mul(toFraction(b)));
}

/** The quotient. Dividing by zero is a fault of the caller: check with `isZero` and report it first. */
export function divide(a: Rational, b: Rational): Rational {
  if (isZero(b)) throw new RangeError("division by zero");
  if (a.big === undefined && b.big === undefined) {
    const sign = b.numerator < 0 ? -1 : 1;
    const result = fitted(sign * a.numerator * b.denominator, sign * a.denominator * b.numerator);
    if (result !== undefined) return result;
  }
  return fromFraction(toFraction(a).div(toFraction(b)));
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Rational, b: Rational): number {
  if (a.big === undefined && b.big === undefined) {
    if (a.denominator === b.denominator) return a.numerator - b.numerator;
    const left = a.numerator * b.denominator;
    const right = b.numerator * a.denominator;
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  }
  return toFraction(a).compare(toFraction(b));
}

export const equals = (a: Rational, b: Rational): boolean => compare(a, b) === 0;
export const isZero = (a: Rational): boolean => (a.big === undefined ? a.numerator === 0 : a.big.n === 0n);
export const isNegative = (a: Rational): boolean => compare(a, zero) < 0;
export const smaller = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const larger = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
export const sum = (values: Iterable<Rational>): Rational => {
  let total = zero;
  for (const value of values) total = add(total, value);
  return total;
};

const bigParts = (value: Rational): { numerator: bigint; denominator: bigint } => {
  const fraction = toFraction(value);
  return { numerator: fraction.s * fraction.n, denominator: fraction.d };
};

const powersOfTen = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/** Whether the magnitude `whole + rest/denominator` goes up to `whole + 1`; `rest` is not zero. */
function goesUp(twiceRestAgainstDenominator: number, wholeIsOdd: boolean, mode: RoundingMode): boolean {
  switch (mode) {
    case "half-up":
      return twiceRestAgainstDenominator >= 0;
    case "half-even":
      return twiceRestAgainstDenominator > 0 || (twiceRestAgainstDenominator === 0 && wholeIsOdd);
    case "up":
      return true;
    case "down":
      return false;
    default:
      return mode satisfies never;
  }
}

/** `value` in units of 10^-places, rounded; undefined where whole numbers below 2^53 do not carry it. */
function scaledSmall(value: Rational, places: number, mode: RoundingMode): number | undefined {
  const scale = powersOfTen[places];
  if (value.big !== undefined || scale === undefined) return undefined;
  const magnitude = Math.abs(value.numerator) * scale;
  if (!Number.isSafeInteger(magnitude) || value.denominator > Number.MAX_SAFE_INTEGER / 2) return undefined;
  const rest = magnitude % value.denominator;
  const whole = (magnitude - rest) / value.denominator;
  const up = rest !== 0 && goesUp(2 * rest - value.denominator, whole % 2 === 1, mode);
  const rounded = up ? whole + 1 : whole;
  return value.numerator < 0 && rounded !== 0 ? -rounded : rounded;
}

function scaledBig(value: Rational, places: number, mode: RoundingMode): bigint {
  const { numerator, denominator } = bigParts(value);
  const magnitude = (numerator < 0n ? -numerator : numerator) * 10n ** BigInt(places);
  const rest = magnitude % denominator;
  const whole = magnitude / denominator;
  const twice = 2n * rest - denominator;
  const side = twice < 0n ? -1 : twice > 0n ? 1 : 0;
  const rounded = rest !== 0n && goesUp(side, whole % 2n === 1n, mode) ? whole + 1n : whole;
  return numerator < 0n ? -rounded : rounded;
}

/** `value` rounded to `places` decimal places: still an exact fraction. */
export function round(value: Rational, places: number, mode: RoundingMode): Rational {
  const scaled = scaledSmall(value, places, mode);
  if (scaled !== undefined) return small(scaled, powersOfTen[places] ?? 1);
  return fromFraction(new Fraction(scaledBig(value, places, mode), 10n ** BigInt(places)));
}

/** The whole number at or below `value`. */
export const floor = (value: Rational): Rational => {
  const down = round(value, 0, "down");
  return isNegative(value) && !equals(down, value) ? subtract(down, one) : down;
};

/** The whole number at or above `value`. */
export const ceiling = (value: Rational): Rational => negate(floor(negate(value)));

export const isWhole = (value: Rational): boolean => equals(floor(value), value);

/** Decimal text with exactly `places` digits after the point, rounded by `mode`. Zero has no sign. */
export function formatDecimal(value: Rational, places: number, mode: RoundingMode): string {
  const scaled = scaledSmall(value, places, mode) ?? scaledBig(value, places, mode);
  const text = String(scaled);
  if (places === 0) return text;
  const negative = text.startsWith("-");
  const digits = (negative ? text.slice(1) : text).padStart(places + 1, "0");
  const split = digits.length - places;
  return `${negative ? "-" : ""}${digits.slice(0, split)}.${digits.slice(split)}`;
}

/** `"195527/2000"`, in lowest terms; a whole number has no denominator. */
export function formatFraction(value: Rational): string {
  if (value.big === undefined) {
    const divisor = gcd(value.numerator, value.denominator);
    const denominator = value.denominator / divisor;
    const numerator = String(value.numerator / divisor);
    return denominator === 1 ? numerator : `${numerator}/${denominator}`;
  }
  const { numerator, denominator } = bigParts(value);
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/** The shortest text that is exact: decimal where the decimals end, otherwise a fraction. */
export function formatExact(value: Rational): string {
  const places = value.big === undefined ? decimalsOf(value) : decimalsOfBig(value);
  return places === undefined ? formatFraction(value) : formatDecimal(value, places, "half-up");
}

/** How many decimals a value in whole numbers has; undefined where they do not end. */
function decimalsOf(value: Rational): number | undefined {
  let denominator = value.denominator / gcd(value.numerator, value.denominator);
  let twos = 0;
  let fives = 0;
  for (; denominator > 1 && denominator % 2 === 0; denominator /= 2) twos += 1;
  for (; denominator > 1 && denominator % 5 === 0; denominator /= 5) fives += 1;
  return denominator === 1 ? Math.max(twos, fives) : undefined;
}

function decimalsOfBig(value: Rational): number | undefined {
  let { denominator } = bigParts(value);
  let twos = 0;
  let fives = 0;
  for (; denominator % 2n === 0n; denominator /= 2n) twos += 1;
  for (; denominator % 5n === 0n; denominator /= 5n) fives += 1;
  return denominator === 1n ? Math.max(twos, fives) : undefined;
}

/** `formatExact` of a share, as a percentage: 33/50 is `"66%"`. */
export const formatPercent = (value: Rational): string => {
  const percentage = formatExact(multiply(value, hundred));
  return percentage.includes("/") ? formatFraction(value) : `${percentage}%`;
};

const plainNumber = /^([+-]?)(\d*)(?:\.(\d+))?$/;

/** The longest number that is read; no score needs more, and a slip of the keyboard can make more. */
export const longestNumber = 40;

/** A decimal number as an exact fraction; undefined where the text is anything else. */
export function parseDecimal(text: string): Rational | undefined {
  const match = text.length <= longestNumber ? plainNumber.exec(text) : null;
  if (match === null) return undefined;
  const [, sign = "", whole = "", decimals = ""] = match;
  if (whole === "" && decimals === "") return undefined;
  const digits = whole + decimals;
  if (digits.length <= 15) {
    const numerator = Number(digits);
    return small(sign === "-" && numerator !== 0 ? -numerator : numerator, powersOfTen[decimals.length] ?? 1);
  }
  const magnitude = new Fraction(BigInt(digits), 10n ** BigInt(decimals.length));
  return fromFraction(sign === "-" ? magnitude.neg() : magnitude);
}

/** A decimal number or a percentage (`"66%"` is 33/50); undefined where the text is anything else. */
export function parseNumber(text: string): Rational | undefined {
  if (!text.endsWith("%")) return parseDecimal(text);
  const percentage = parseDecimal(text.slice(0, -1));
  return percentage && divide(percentage, hundred);
}

/** `"195527/2000"`, `"3"`: what `formatFraction` writes; undefined where the text is anything else. */
export function parseFraction(text: string): Rational | undefined {
  const match = /^(-?\d+)(?:\/([1-9]\d*))?$/.exec(text);
  const [, numerator, denominator = "1"] = match ?? [];
  if (numerator === undefined) return undefined;
  return fromFraction(new Fraction(BigInt(numerator), BigInt(denominator)));
}
