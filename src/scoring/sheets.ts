import { add, divide, isZero, multiply, type Rational, rational, subtract, zero } from "../base/rational.ts";
import type { Observation, Value } from "../evidence/value.ts";
import type { SheetsPlan } from "../rubric/plan.ts";

/** What the answer sheets of one unit come to. */
export interface SheetsResult {
  /** Undefined where no sheet is valid. */
  readonly figure: Rational | undefined;
  readonly valid: number;
  readonly invalid: number;
  readonly blank: number;
  readonly disapproving: number;
}

/**
 * The mean over all valid sheets (domain M18). A sheet whose verdict disapproves counts 0 and stays in
 * the divisor; an invalid or blank one is left out of it, and each blank one may take a fixed amount
 * off the result (domain M19).
 */
export function sumUpSheets(
  plan: SheetsPlan,
  sheets: readonly Observation[],
  verdicts: readonly Observation[],
): SheetsResult {
  const against = new Set(
    verdicts
      .filter(
        ({ value }) => value?.kind === "word" && plan.verdict?.disapproves.includes(value.word) === true,
      )
      .map(sheetOf),
  );
  let sum = zero;
  const tally = { valid: 0, invalid: 0, blank: 0, disapproving: 0 };
  for (const sheet of sheets) {
    const { value } = sheet;
    if (against.has(sheetOf(sheet))) {
      tally.valid += 1;
      tally.disapproving += 1;
      continue;
    }
    const figure = figureOf(plan, value);
    if (value === undefined) tally.blank += 1;
    else if (figure === undefined) tally.invalid += 1;
    else {
      tally.valid += 1;
      sum = add(sum, figure);
    }
  }
  if (tally.valid === 0) return { ...tally, figure: undefined };
  const mean = divide(sum, rational(tally.valid));
  const taken = isZero(plan.blankTakes) ? zero : multiply(plan.blankTakes, rational(tally.blank));
  return { ...tally, figure: subtract(mean, taken) };
}

/** What one sheet says; undefined where it is invalid. */
function figureOf(plan: SheetsPlan, value: Value | undefined): Rational | undefined {
  if (value?.kind === "number") return value.number;
  return value?.kind === "word" ? plan.answers?.get(value.word) : undefined;
}

/** Answers of one sheet: those with its number, or those of one row. */
const sheetOf = ({ sheet, place }: Observation): string => (sheet === "" ? `row ${place}` : `sheet ${sheet}`);
