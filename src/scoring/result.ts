import type { Text } from "../base/language.ts";
import type { Rational } from "../base/rational.ts";
import type { Value } from "../evidence/value.ts";

/** What came of an indicator for a unit. */
export type State = "scored" | "missing" | "not-applicable";

/** One clause of an indicator: met or not, and what that is worth. */
export interface ClauseResult {
  readonly no: string;
  readonly text: string;
  readonly verdict: "met" | "unmet" | "not-applicable" | "missing";
}

/** The points a rule gives, on the indicator's own scale, and how they came about. */
export interface RuleResult {
  readonly earned: Rational;
  /** The working in words and figures; written only when somebody asks. */
  readonly working: () => Text;
  readonly clauses?: readonly ClauseResult[];
  /** Which of its branches the rule took (a band, a row, a step): what the coverage of cases counts. */
  readonly branch?: number | string;
  /** The same where a rule can take several at once. */
  readonly branches?: () => readonly string[];
}

/** The value a rule of one input scores; missing and not applicable are dealt with before. */
export type Given = Extract<Value, { readonly kind: "number" | "word" | "yes-no" | "date" }>;

export const numberIn = (given: Given): Rational => {
  if (given.kind === "number") return given.number;
  throw new Error(`a ${given.kind} stands where the plan has a number`);
};
