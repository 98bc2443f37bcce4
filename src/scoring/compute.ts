import {
  add,
  divide,
  isZero,
  larger,
  multiply,
  type Rational,
  rational,
  smaller,
  subtract,
  zero,
} from "../base/rational.ts";
import type { Value } from "../evidence/value.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { InputPlan, Operand, Plan } from "../rubric/plan.ts";
import type { Calculation } from "../rubric/schema.ts";

export type Values = readonly (Value | undefined)[];

/** Tells of a fault in the data of the unit at hand; `input` is whose cell is at fault. */
export type Report = (problem: Problem, input: number) => void;

/** The values of one unit with those that the rubric computes from others (domain M15), exact. */
export function computeInputs(plan: Plan, given: Values, report: Report): Values {
  if (plan.inputs.every(({ source }) => source.from !== "inputs")) return given;
  const values = [...given];
  for (const input of plan.inputs) values[input.index] = computeInput(input, values, report);
  return values;
}

function computeInput(input: InputPlan, values: Values, report: Report): Value | undefined {
  const { source } = input;
  if (source.from !== "inputs") return values[input.index];
  const numbers: Rational[] = [];
  for (const operand of source.operands) {
    const value = operandValue(operand, values);
    if (value?.kind !== "number") return value?.kind === "not-applicable" ? value : undefined;
    numbers.push(value.number);
  }
  const divisor = source.calculation === "divide" ? numbers[1] : undefined;
  if (divisor !== undefined && isZero(divisor)) {
    const operand = source.operands[1];
    report(
      problems.zeroDenominator(input.name),
      operand !== undefined && "input" in operand ? operand.input : input.index,
    );
    return { kind: "not-applicable", text: "" };
  }
  return { kind: "number", number: calculate(source.calculation, numbers), text: "" };
}

/** The inputs that are handed in behind an input: itself, or those a computed one is computed from. */
export function inputsBehind(plan: Plan, index: number): number[] {
  const source = plan.inputs[index]?.source;
  if (source?.from !== "inputs") return [index];
  return source.operands.flatMap((operand) => ("input" in operand ? inputsBehind(plan, operand.input) : []));
}

const operandValue = (operand: Operand, values: Values): Value | undefined =>
  "input" in operand ? values[operand.input] : { kind: "number", number: operand.number, text: "" };

function calculate(calculation: Calculation, numbers: readonly Rational[]): Rational {
  const [first = zero, ...rest] = numbers;
  switch (calculation) {
    case "add":
      return rest.reduce(add, first);
    case "subtract":
      return rest.reduce(subtract, first);
    case "multiply":
      return rest.reduce(multiply, first);
    case "divide":
      return rest.reduce(divide, first);
    case "mean":
      return divide(rest.reduce(add, first), rational(numbers.length));
    case "least":
      return rest.reduce(smaller, first);
    case "greatest":
      return rest.reduce(larger, first);
    default:
      return calculation satisfies never;
  }
}
