import {
  add,
  compare,
  divide,
  isZero,
  multiply,
  type Rational,
  rational,
  subtract,
  zero,
} from "../base/rational.ts";
import type { InputPlan, Operand, Plan, SheetsPlan } from "../rubric/plan.ts";
import { closed, everything, meet, type Range } from "./range.ts";

/** What an input can come to: by its limits, and for one that is worked out, by those it is worked out from. */
export function inputRange(plan: Plan, index: number): Range {
  const input = plan.inputs[index];
  if (input === undefined) return everything;
  const declared = "least" in input.type ? closed(input.type.least, input.type.most) : everything;
  if (input.source.from === "inputs") {
    const { calculation, operands } = input.source;
    const ranges = operands.map((operand) => operandRange(plan, operand));
    return meet(declared, calculated(calculation, ranges));
  }
  return input.many === undefined ? declared : ofSeveral(input, declared);
}

const operandRange = (plan: Plan, operand: Operand): Range =>
  "input" in operand ? inputRange(plan, operand.input) : closed(operand.number, operand.number);

/** Several values lie together where each of them does, but for sums, weights that may find nothing, and answer sheets. */
function ofSeveral(input: InputPlan, each: Range): Range {
  const { sheets, reductions } = input;
  if (sheets !== undefined) return ofSheets(sheets);
  if (reductions.some(({ by }) => by === "sum"))
    return each.low !== undefined && compare(each.low, zero) >= 0 ? closed(zero, undefined) : everything;
  if (reductions.every(({ by }) => typeof by === "string")) return each;
  return closed(lowest([each.low, zero]), highest([each.high, zero]));
}

/** Between the least and the greatest answer; a sheet that disapproves counts 0, and blank ones may take something off. */
function ofSheets({ answers, blankTakes, verdict }: SheetsPlan): Range {
  if (answers === undefined) return everything;
  const worths = [...answers.values(), ...(verdict === undefined ? [] : [zero])];
  return closed(isZero(blankTakes) ? lowest(worths) : undefined, highest(worths));
}

type End = Rational | undefined;

function calculated(calculation: string, ranges: readonly Range[]): Range {
  const [first = everything, second = everything] = ranges;
  switch (calculation) {
    case "add":
      return ranges.reduce((a, b) => closed(both(add, a.low, b.low), both(add, a.high, b.high)));
    case "subtract":
      return closed(both(subtract, first.low, second.high), both(subtract, first.high, second.low));
    case "multiply":
      return ranges.reduce(product);
    case "divide":
      return quotient(first, second);
    case "mean": {
      const total = ranges.reduce((a, b) => closed(both(add, a.low, b.low), both(add, a.high, b.high)));
      const share = (end: End): End => end && divide(end, rational(ranges.length));
      return closed(share(total.low), share(total.high));
    }
    case "least":
      return closed(lowest(ranges.map(({ low }) => low)), leastKnown(ranges.map(({ high }) => high)));
    case "greatest":
      return closed(greatestKnown(ranges.map(({ low }) => low)), highest(ranges.map(({ high }) => high)));
    default:
      return everything;
  }
}

const both = (combine: (a: Rational, b: Rational) => Rational, a: End, b: End): End =>
  a === undefined || b === undefined ? undefined : combine(a, b);
const notNegative = ({ low }: Range): boolean => low !== undefined && compare(low, zero) >= 0;

function product(a: Range, b: Range): Range {
  if (notNegative(a) && notNegative(b))
    return closed(both(multiply, a.low, b.low), both(multiply, a.high, b.high));
  const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => both(multiply, x, y)));
  return closed(lowest(corners), highest(corners));
}

/** A divisor of zero is a fault in the data, not a figure. */
function quotient(a: Range, b: Range): Range {
  if (!notNegative(a) || !notNegative(b)) return everything;
  const low = a.low === undefined || b.high === undefined || isZero(b.high) ? zero : divide(a.low, b.high);
  const high =
    a.high === undefined || b.low === undefined || isZero(b.low) ? undefined : divide(a.high, b.low);
  return closed(low, high);
}

/** Of ends, the lowest (highest); without limit where one of them is. */
const lowest = (list: readonly End[]): End =>
  list.reduce((a, b) => (a === undefined || b === undefined ? undefined : compare(a, b) <= 0 ? a : b));
const highest = (list: readonly End[]): End =>
  list.reduce((a, b) => (a === undefined || b === undefined ? undefined : compare(a, b) >= 0 ? a : b));
/** The least (greatest) of the ends that have a limit. */
const leastKnown = (list: readonly End[]): End =>
  list.reduce((a, b) => (a === undefined ? b : b === undefined ? a : compare(a, b) <= 0 ? a : b));
const greatestKnown = (list: readonly End[]): End =>
  list.reduce((a, b) => (a === undefined ? b : b === undefined ? a : compare(a, b) >= 0 ? a : b));
