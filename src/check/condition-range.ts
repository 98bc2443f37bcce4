import { forLast } from "../base/once.ts";
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  isNegative,
  isWhole,
  isZero,
  larger,
  multiply,
  one,
  type Rational,
  rational,
  smaller,
  subtract,
  zero,
} from "../base/rational.ts";
import type { InputPlan, Operand, Plan, Reduction, SheetsPlan } from "../rubric/plan.ts";
import type { Calculation } from "../rubric/schema.ts";

/** The figures that an input can have when rules see it: never too few. A side that is undefined has no limit. */
export interface FigureRange {
  readonly least: Rational | undefined;
  readonly most: Rational | undefined;
  /** Whole numbers only. */
  readonly whole: boolean;
}

export const anyFigure: FigureRange = { least: undefined, most: undefined, whole: false };

/** Whether no figure is left; limits between two whole numbers are no figures that a count can have. */
export const isCrossed = ({ least, most, whole }: FigureRange): boolean =>
  least !== undefined &&
  most !== undefined &&
  compare(whole ? ceiling(least) : least, whole ? floor(most) : most) > 0;

/** The figures that an input can have; any at all where its limits leave none, which is told of by itself. */
export function figuresOfInput(plan: Plan, input: number | undefined): FigureRange {
  const range = input === undefined ? anyFigure : rangeOfInput(plan, input);
  if (isCrossed(range)) return anyFigure;
  const { least, most, whole } = range;
  return whole ? { least: least && ceiling(least), most: most && floor(most), whole } : range;
}

/** From what the rubric declares of an input, or of those it is computed from. */
export function rangeOfInput(plan: Plan, index: number): FigureRange {
  const ranges = known(plan);
  const range = ranges.get(index) ?? rangeAnew(plan, index);
  ranges.set(index, range);
  return range;
}

/** Many conditions ask about one input. */
const known = forLast((_: Plan) => new Map<number, FigureRange>());

function rangeAnew(plan: Plan, index: number): FigureRange {
  const input = plan.inputs[index];
  if (input === undefined) return anyFigure;
  if (input.sheets !== undefined) return ofSheets(input, input.sheets);
  const declared = ofType(input);
  const { source } = input;
  if (source.from !== "inputs") return input.reductions.reduce(reduced, declared);
  const computed = rangeOfCalculation(plan, source);
  // A computed figure beyond its limits is an error; whether it is whole is not looked at.
  return { ...both(computed, declared), whole: computed.whole };
}

/** What a calculation comes to, before the limits that the rubric sets it. */
export const rangeOfCalculation = (
  plan: Plan,
  { calculation, operands }: Extract<InputPlan["source"], { from: "inputs" }>,
): FigureRange =>
  calculated(
    calculation,
    operands.map((operand) => ofOperand(plan, operand)),
  );

function ofType({ type }: InputPlan): FigureRange {
  if (!("least" in type)) return anyFigure;
  return { least: type.least, most: type.most, whole: type.kind === "count" };
}

function ofOperand(plan: Plan, operand: Operand): FigureRange {
  if ("number" in operand)
    return { least: operand.number, most: operand.number, whole: isWhole(operand.number) };
  const range = rangeOfInput(plan, operand.input);
  return isCrossed(range) ? anyFigure : range;
}

/** The mean of the answers; a sheet that disapproves counts 0, and blank ones may take it below all of them. */
function ofSheets(input: InputPlan, sheets: SheetsPlan): FigureRange {
  const answers = sheets.answers && [...sheets.answers.values()];
  const { least, most } = answers === undefined ? ofType(input) : spanning(answers);
  const withZero = sheets.verdict === undefined ? { least, most } : around({ least, most }, zero);
  return { ...withZero, least: isZero(sheets.blankTakes) ? withZero.least : undefined, whole: false };
}

type Ends = Pick<FigureRange, "least" | "most">;

const spanning = (figures: readonly Rational[]): Ends => {
  const [first] = figures;
  if (first === undefined) return anyFigure;
  return { least: figures.reduce(smaller, first), most: figures.reduce(larger, first) };
};

const around = ({ least, most }: Ends, figure: Rational): Ends => ({
  least: least && smaller(least, figure),
  most: most && larger(most, figure),
});

const both = (a: Ends, b: Ends): Ends => ({
  least: a.least === undefined || b.least === undefined ? (a.least ?? b.least) : larger(a.least, b.least),
  most: a.most === undefined || b.most === undefined ? (a.most ?? b.most) : smaller(a.most, b.most),
});

/** Several figures within a range, brought together. */
function reduced(range: FigureRange, { by }: Reduction): FigureRange {
  // A period that is weighed and missing counts 0.
  if (typeof by !== "string") return { ...around(range, zero), whole: false };
  if (by === "least" || by === "greatest") return range;
  if (by !== "sum") return { ...range, whole: false };
  const { least, most } = range;
  return {
    least: least === undefined || isNegative(least) ? undefined : least,
    most: most === undefined || compare(most, zero) > 0 ? undefined : most,
    whole: range.whole,
  };
}

function calculated(calculation: Calculation, operands: readonly FigureRange[]): FigureRange {
  const [first = anyFigure, ...rest] = operands;
  const whole = operands.every((operand) => operand.whole);
  switch (calculation) {
    case "add":
      return { ...rest.reduce<Ends>(sumOf, first), whole };
    case "subtract":
      return { ...rest.reduce<Ends>((a, b) => differenceOf(a, b), first), whole };
    case "multiply":
      return { ...rest.reduce<Ends>(productOf, first), whole };
    case "divide":
      return { ...rest.reduce<Ends>(quotientOf, first), whole: false };
    case "mean": {
      const total = rest.reduce<Ends>(sumOf, first);
      const share = divide(one, rational(Math.max(1, operands.length)));
      return {
        least: total.least && multiply(total.least, share),
        most: total.most && multiply(total.most, share),
        whole: false,
      };
    }
    case "least":
      return {
        ...rest.reduce<Ends>((a, b) => ({ least: lowest(a.least, b.least), most: both(a, b).most }), first),
        whole,
      };
    case "greatest":
      return {
        ...rest.reduce<Ends>((a, b) => ({ least: both(a, b).least, most: highest(a.most, b.most) }), first),
        whole,
      };
    default:
      return calculation satisfies never;
  }
}

const lowest = (a: Rational | undefined, b: Rational | undefined) => a && b && smaller(a, b);
const highest = (a: Rational | undefined, b: Rational | undefined) => a && b && larger(a, b);

const sumOf = (a: Ends, b: Ends): Ends => ({
  least: a.least && b.least && add(a.least, b.least),
  most: a.most && b.most && add(a.most, b.most),
});

const differenceOf = (a: Ends, b: Ends): Ends => ({
  least: a.least && b.most && subtract(a.least, b.most),
  most: a.most && b.least && subtract(a.most, b.least),
});

/** Of two ranges with four ends, the corners; of two without negative figures, what is known of each side. */
function productOf(a: Ends, b: Ends): Ends {
  const corners = [a.least, a.most].flatMap((x) => [b.least, b.most].map((y) => x && y && multiply(x, y)));
  const known = corners.flatMap((corner) => corner ?? []);
  if (known.length === corners.length) return spanning(known);
  if (a.least === undefined || b.least === undefined || isNegative(a.least) || isNegative(b.least))
    return anyFigure;
  return { least: multiply(a.least, b.least), most: undefined };
}

/** A divisor of 0 has no quotient, so that one from 0 up is above 0; other signs are not looked into. */
function quotientOf(a: Ends, b: Ends): Ends {
  if (a.least === undefined || isNegative(a.least) || b.least === undefined || isNegative(b.least))
    return anyFigure;
  return {
    least: b.most === undefined || isZero(b.most) ? zero : divide(a.least, b.most),
    most: a.most === undefined || isZero(b.least) ? undefined : divide(a.most, b.least),
  };
}
