import type { Day } from "../base/date.ts";
import type { Rational } from "../base/rational.ts";
import type { HistoryColumn } from "../evidence/history-columns.ts";
import type { Mark } from "../outcome/marks.ts";
import type { Path } from "../rubric/document.ts";
import type { ColumnRole } from "../rubric/schema.ts";
import type { State } from "../scoring/result.ts";
import type { Scored } from "./names.ts";

/** A case file that was read: every name resolved, all that cases share filled in. Paths lead into the file. */
export interface CaseFile {
  readonly file: string;
  readonly cases: readonly Case[];
  readonly acceptedGaps: readonly Accepted[];
  readonly acceptedMutants: readonly Accepted[];
}

/** Something that no case notices, and why that is right. */
export interface Accepted {
  readonly what: string;
  readonly because: string;
  readonly path: Path;
}

/** What is handed in for one unit or a few, and what should come out. */
export interface Case {
  readonly name: string;
  readonly path: Path;
  readonly asOf: Day | undefined;
  readonly units: readonly CaseUnit[];
  /** How often each code of a finding is to be found; no other is. */
  readonly findings: ReadonlyMap<string, number>;
}

export interface CaseUnit {
  readonly name: string;
  readonly path: Path;
  /** What the register says of it, by heading. */
  readonly columns: readonly Cell[];
  readonly values: readonly Row[];
  readonly events: readonly Event[];
  /** Its results of earlier years. */
  readonly history: readonly Past[];
  readonly expected: readonly Expected[];
}

/** A text that stands where a cell of a CSV file would. */
export interface Cell {
  readonly heading: string;
  readonly text: string;
  readonly path: Path;
}

/** One value of one input, as a row of the long form. */
export interface Row {
  readonly input: number;
  /** The run of the rubric it belongs to; undefined for the one that counts. */
  readonly phase: string | undefined;
  readonly assessor: string;
  readonly site: string;
  readonly period: string;
  readonly sheet: string;
  readonly text: string;
  readonly path: Path;
}

export interface Event {
  readonly cells: ReadonlyMap<ColumnRole, Omit<Cell, "heading">>;
  readonly path: Path;
}

/** One earlier year of a unit. */
export interface Past {
  readonly year: string;
  readonly path: Path;
  /** What the case says of it, as the cells of a history; undefined where the unit was not assessed in that year. */
  readonly cells: ReadonlyMap<HistoryColumn, Omit<Cell, "heading">> | undefined;
}

/** One thing that should come out for a unit. */
export type Expected = { readonly path: Path } & (
  | { readonly kind: "total" | "exact"; readonly value: Rational }
  | { readonly kind: "rank"; readonly rank: number }
  | { readonly kind: "outcome"; readonly outcome: string }
  | { readonly kind: "reasons"; readonly reasons: readonly string[] }
  /** The titles after the decision, all of them; with the last day of each where the case says it. */
  | { readonly kind: "titles"; readonly titles: ReadonlyMap<string, Day | "without-end" | undefined> }
  /** A day that the decision leaves; undefined for none. */
  | { readonly kind: DayLeft; readonly day: Day | undefined }
  | { readonly kind: "marks"; readonly marks: readonly Mark["kind"][] }
  | { readonly kind: "points"; readonly scored: Scored; readonly value: Rational }
  | { readonly kind: "state"; readonly node: number; readonly state: State }
);

/** The days that a decision can leave a unit with. */
export const daysLeft = ["suspended-until", "banned-until", "rectify-by"] as const;
export type DayLeft = (typeof daysLeft)[number];
