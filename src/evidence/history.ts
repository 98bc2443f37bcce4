import type { Rational } from "../base/rational.ts";

/** The result of one unit in an earlier assessment: one row of the history. */
export interface YearRecord {
  readonly year: number;
  /** The id of the rubric by which it was assessed. */
  readonly rubric: string;
  /** The unit as it was called then. */
  readonly unit: string;
  readonly name: string;
  readonly group: string;
  /** The exact total, and as it was rounded for the report. */
  readonly exact: Rational;
  readonly total: Rational;
  readonly rank: number;
  /** How many units were ranked in its group, and how many of them came after it. */
  readonly size: number;
  readonly worse: number;
  /** Its outcome in the end; empty where it had none. */
  readonly outcome: string;
  /** The outcome that was computed, where it was changed by hand; empty where it was not. */
  readonly computed: string;
  /** Names of the titles it held before and after. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The file and line, as `placeOf` packs them. */
  readonly place: number;
}
