import { closest } from "../base/closest.ts";
import {
  add,
  compare,
  divide,
  formatExact,
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
import type { Observation, Value } from "../evidence/value.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { InputPlan, Operand, Plan, Reduction, SheetsPlan } from "../rubric/plan.ts";
import type { Calculation } from "../rubric/schema.ts";
import { labelOf, reduce } from "./reduce.ts";
import { sumUpSheets } from "./sheets.ts";

export type Values = readonly (Value | undefined)[];

/** Tells of a fault in the data of the unit at hand; `input` is whose cell is at fault, `place` which of several. */
export type Report = (problem: Problem, input: number, place?: number) => void;

/**
 * The values of one unit with those that the rubric works out from others: several values brought
 * together, answer sheets summed up (domain M16 to M19), figures computed from inputs (M15); exact.
 */
export function computeInputs(plan: Plan, given: Values, unit: string, report: Report): Values {
  if (!plan.inputs.some(isWorkedOut)) return given;
  const values = [...given];
  for (const input of plan.inputs) {
    if (isWorkedOut(input)) values[input.index] = workOut(input, values, unit, report);
  }
  return values;
}

const isWorkedOut = ({ source, reductions, sheets }: InputPlan): boolean =>
  source.from === "inputs" || reductions.length > 0 || sheets !== undefined;

function workOut(input: InputPlan, values: Values, unit: string, report: Report): Value | undefined {
  const value = values[input.index];
  const observations = value?.kind === "many" ? value.observations : [];
  const about = (problem: Problem, place?: number): void => report(problem, input.index, place);
  if (input.sheets !== undefined) return bySheets(input, input.sheets, observations, values, unit, about);
  if (input.reductions.length > 0) return reduceObservations(input, observations, unit, about);
  return computeInput(input, values, report);
}

function bySheets(
  input: InputPlan,
  plan: SheetsPlan,
  observations: readonly Observation[],
  values: Values,
  unit: string,
  report: (problem: Problem) => void,
): Value | undefined {
  if (observations.length === 0) return undefined;
  const asked = plan.verdict === undefined ? undefined : values[plan.verdict.input];
  const { figure, valid } = sumUpSheets(plan, observations, asked?.kind === "many" ? asked.observations : []);
  if (figure === undefined) {
    report(problems.surveyEmpty(unit, input.name));
    return undefined;
  }
  if (valid < plan.sample) {
    report(problems.surveyShort(unit, input.name, valid, plan.sample));
    if (plan.shortSample === "missing") return undefined;
  }
  return { kind: "number", number: figure, text: "" };
}

/** Several numbers as one. Those that do not apply take no part; a period that is weighed and missing counts 0. */
function reduceObservations(
  input: InputPlan,
  observations: readonly Observation[],
  unit: string,
  report: (problem: Problem, place?: number) => void,
): Value | undefined {
  const parts = observations.flatMap(({ value, ...from }) => {
    if (value?.kind === "number") return [{ ...from, figure: value.number }];
    return value?.kind === "yes-no" ? [{ ...from, figure: value.yes ? one : zero }] : [];
  });
  // One that does not apply is no word on those that are blank.
  if (parts.length === 0)
    return observations.every(({ value }) => value !== undefined) ? observations[0]?.value : undefined;
  for (const { value, assessor, site, period, place } of observations) {
    if (value !== undefined) continue;
    report(problems.partMissing(unit, input.name, labelOf({ assessor, site, period })), place);
  }
  reportPeriods(
    input.reductions,
    parts,
    (period) => {
      if (observations.every((seen) => seen.period !== period))
        report(problems.periodMissing(unit, input.name, period));
    },
    (problem, period) => report(problem, observations.find((seen) => seen.period === period)?.place),
  );
  const exempt = observations.flatMap(({ value, period }) =>
    value?.kind === "not-applicable" ? [period] : [],
  );
  const reduced = reduce(
    parts,
    input.reductions,
    new Set(exempt.filter((period) => parts.every((part) => part.period !== period))),
  );
  if (reduced?.untrimmed !== undefined) {
    const { count, of } = reduced.untrimmed;
    const blank = observations.filter(
      ({ value, site, period, assessor }) =>
        value === undefined &&
        (of.site === "" || site === of.site) &&
        (of.period === "" || period === of.period) &&
        (of.assessor === "" || assessor === of.assessor),
    ).length;
    report(problems.fewAssessors(unit, input.name, labelOf(of), count, blank));
  }
  if (reduced === undefined) return undefined;
  // Of answers yes and no, the least is "all say yes" and the greatest "any says yes".
  if (input.type.kind === "yes-no") {
    const yes = !isZero(reduced.figure);
    return { kind: "yes-no", yes, text: yes ? "是" : "否" };
  }
  return { kind: "number", number: reduced.figure, text: "" };
}

/** Periods that the rubric weighs must be there, and no others. */
export function reportPeriods(
  reductions: readonly Reduction[],
  parts: readonly { readonly period: string }[],
  missing: (period: string) => void,
  report: (problem: Problem, period: string) => void,
): void {
  for (const { by } of reductions) {
    if (typeof by === "string") continue;
    const known = [...by.weights.keys()];
    const found = new Set(parts.map(({ period }) => period));
    for (const period of known) if (!found.has(period)) missing(period);
    for (const period of found) {
      if (!by.weights.has(period))
        report(problems.periodUnknown(period, known, closest(period, known)), period);
    }
  }
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
  const number = calculate(source.calculation, numbers);
  const { least, most } = "least" in input.type ? input.type : { least: undefined, most: undefined };
  if (most !== undefined && compare(number, most) > 0)
    report(problems.valueAbove(formatExact(number), formatExact(most)), input.index);
  if (least !== undefined && compare(number, least) < 0)
    report(problems.valueBelow(formatExact(number), formatExact(least)), input.index);
  return { kind: "number", number, text: "" };
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
