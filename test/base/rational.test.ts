import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, test } from "vitest";
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  formatDecimal,
  formatExact,
  formatFraction,
  formatPercent,
  isZero,
  multiply,
  negate,
  parseDecimal,
  parseFraction,
  parseNumber,
  type Rational,
  type RoundingMode,
  rational,
  round,
  subtract,
} from "../../src/base/rational.ts";

const of = (text: string): Rational => parseNumber(text) ?? parseFraction(text) ?? rational(0, 0);
/** Small figures, figures about the edge of what a whole JavaScript number carries, and beyond. */
const figure = fc.oneof(
  fc
    .tuple(fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }))
    .map(([n, d]) => `${n}/${d}`),
  fc
    .tuple(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), fc.bigInt({ min: 1n, max: 2n ** 60n }))
    .map(([n, d]) => `${n}/${d}`),
  fc
    .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 99 }))
    .map(([n, d]) => `${n}.${d}`),
);
const other = (text: string) => new Fraction(text);
const same = (ours: Rational, theirs: Fraction) => formatFraction(ours) === theirs.toFraction();

describe("arithmetic is that of exact fractions, also where whole numbers overflow", () => {
  test.each([
    ["add", add, (a: Fraction, b: Fraction) => a.add(b)],
    ["subtract", subtract, (a: Fraction, b: Fraction) => a.sub(b)],
    ["multiply", multiply, (a: Fraction, b: Fraction) => a.mul(b)],
  ] as const)("%s", (_, ours, theirs) => {
    fc.assert(
      fc.property(figure, figure, (a, b) => same(ours(of(a), of(b)), theirs(other(a), other(b)))),
      { numRuns: 2000 },
    );
  });
  test("divide", () => {
    fc.assert(
      fc.property(
        figure,
        figure.filter((b) => !isZero(of(b))),
        (a, b) => same(divide(of(a), of(b)), other(a).div(other(b))),
      ),
      { numRuns: 2000 },
    );
  });
  test("compare", () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => Math.sign(compare(of(a), of(b))) === other(a).compare(other(b))),
      { numRuns: 2000 },
    );
  });
  test("floor and ceiling", () => {
    fc.assert(
      fc.property(
        figure,
        (a) => same(floor(of(a)), other(a).floor()) && same(ceiling(of(a)), other(a).ceil()),
      ),
      { numRuns: 1000 },
    );
  });
  test("nothing is divided by zero unseen", () => {
    expect(() => divide(rational(1), rational(0))).toThrow(RangeError);
  });
});

describe("rounding", () => {
  test.each<[string, number, RoundingMode, string]>([
    ["0.125", 2, "half-up", "0.13"],
    ["0.125", 2, "half-even", "0.12"],
    ["0.135", 2, "half-even", "0.14"],
    ["-0.125", 2, "half-up", "-0.13"],
    ["0.121", 2, "up", "0.13"],
    ["0.129", 2, "down", "0.12"],
    ["-0.129", 2, "down", "-0.12"],
    ["-0.001", 2, "half-up", "0.00"],
    ["1/3", 2, "half-even", "0.33"],
    ["2.5", 0, "half-even", "2"],
    ["2.5", 0, "half-up", "3"],
    ["195527/2000", 2, "half-up", "97.76"],
    ["99999999999999.995", 2, "half-up", "100000000000000.00"],
    ["1/7", 30, "half-up", "0.142857142857142857142857142857"],
  ])("%s to %i places %s is %s", (text, places, mode, expected) => {
    expect(formatDecimal(of(text), places, mode)).toBe(expected);
  });
  test("a rounded figure is within one unit of the last place, and a decimal text of it says the same", () => {
    const modes = fc.constantFrom<RoundingMode>("half-up", "half-even", "up", "down");
    fc.assert(
      fc.property(figure, fc.integer({ min: 0, max: 14 }), modes, (text, places, mode) => {
        const rounded = round(of(text), places, mode);
        const unit = divide(rational(1), of(`1${"0".repeat(places)}`));
        const difference = subtract(rounded, of(text));
        expect(formatDecimal(rounded, places, mode)).toBe(formatDecimal(of(text), places, mode));
        return compare(difference, unit) < 0 && compare(negate(difference), unit) < 0;
      }),
      { numRuns: 2000 },
    );
  });
});

describe("text in and out", () => {
  test.each([
    "",
    ".",
    "1.",
    "+",
    "1e3",
    "NaN",
    "Infinity",
    "1,000",
    "１",
    "0x10",
    "1 2",
    "--1",
    "9".repeat(41),
  ])("%j is no number", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });
  test.each([
    ["0.10", "0.1"],
    ["-1.50", "-1.5"],
    [".5", "0.5"],
    ["+3", "3"],
    ["66%", "0.66"],
    ["12345678901234567890.12", "12345678901234567890.12"],
  ])("%s is %s", (text, expected) => {
    expect(formatExact(of(text))).toBe(expected);
  });
  test("shares as percentages", () => {
    expect(formatPercent(of("33/50"))).toBe("66%");
    expect(formatPercent(of("1/3"))).toBe("1/3");
  });
  test("a fraction read back is the same", () => {
    fc.assert(
      fc.property(figure, (text) => compare(of(formatFraction(of(text))), of(text)) === 0),
      { numRuns: 1000 },
    );
  });
});
