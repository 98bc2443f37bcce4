import type { Day } from "../base/date.ts";
import type { Problem } from "../findings/catalog.ts";
import type { Finding } from "../findings/finding.ts";
import type { OverrideColumn } from "./override-columns.ts";

/** A decision on the outcome of a unit that somebody has changed by hand. */
export interface OverrideRecord {
  /** The index of the unit. */
  readonly unit: number;
  /** The outcome that was changed, as the rubric names it; undefined where there was none. */
  readonly old: string | undefined;
  readonly outcome: string;
  /** The rule of that outcome, by its place; undefined for one that no rule gives by itself. */
  readonly rule: number | undefined;
  /** Whether the rule was named by its number. */
  readonly byClause: boolean;
  readonly reason: string;
  readonly by: string;
  readonly date: Day;
  /** A finding about one of its cells. */
  at(column: OverrideColumn, problem: Problem): Finding;
}
