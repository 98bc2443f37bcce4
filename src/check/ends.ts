import {
  add,
  compare,
  larger,
  multiply,
  negate,
  type Rational,
  rational,
  smaller,
  zero,
} from "../base/rational.ts";
import { closed, type Range } from "./range.ts";

/** The least and the greatest of some figures, both of which count. */
export interface Ends {
  readonly low: Rational;
  readonly high: Rational;
}

/** Stands for "without limit" in sums, far above any points. */
export const endless = rational(1e15);
const [farAbove, farBelow] = [rational(1e9), rational(-1e9)];
const isEndless = (figure: Rational): boolean => compare(figure, farAbove) >= 0;
const isEndlessBelow = (figure: Rational): boolean => compare(figure, farBelow) <= 0;

export const rangeOfEnds = ({ low, high }: Ends): Range =>
  closed(isEndlessBelow(low) ? undefined : low, isEndless(high) ? undefined : high);
export const endsOfRange = ({ low, high }: Range): Ends => ({
  low: low ?? negate(endless),
  high: high ?? endless,
});

export const just = (figure: Rational): Ends => ({ low: figure, high: figure });
export const nothing: Ends = just(zero);

export const inOrder = (a: Rational, b: Rational): Ends =>
  compare(a, b) <= 0 ? { low: a, high: b } : { low: b, high: a };

/** From the least to the greatest of all; there is at least one. */
export const hull = (all: readonly Ends[]): Ends =>
  all.reduce((a, b) => ({ low: smaller(a.low, b.low), high: larger(a.high, b.high) }));

export const plus = (a: Ends, b: Ends): Ends => ({ low: add(a.low, b.low), high: add(a.high, b.high) });
export const minus = ({ low, high }: Ends): Ends => ({ low: negate(high), high: negate(low) });
export const times = ({ low, high }: Ends, factor: Rational): Ends =>
  inOrder(multiply(low, factor), multiply(high, factor));
/** What a function that keeps the order of figures makes of them. */
export const mapped = ({ low, high }: Ends, change: (figure: Rational) => Rational): Ends => ({
  low: change(low),
  high: change(high),
});
