import type { Condition, Subject } from "../rubric/plan.ts";
import type { Range } from "./range.ts";

/** What a path takes for granted of one subject. */
export type Assumption =
  | { readonly kind: "range"; readonly subject: Subject; readonly range: Range }
  | { readonly kind: "yes"; readonly input: number; readonly yes: boolean }
  | { readonly kind: "word"; readonly input: number; readonly word: string }
  | { readonly kind: "events"; readonly condition: EventCondition; readonly range: Range }
  | { readonly kind: "relative"; readonly condition: RelativeCondition; readonly among: boolean }
  /** What is on record of titles and earlier years. */
  | { readonly kind: "record"; readonly condition: RecordCondition; readonly holds: boolean }
  /** Whether a unit whom the rule fits has a place within its quota. */
  | { readonly kind: "quota"; readonly rule: number; readonly placed: boolean }
  /** Its cell says that it does not apply. */
  | { readonly kind: "not-applicable"; readonly subject: Subject };

export type EventCondition = Extract<Condition, { kind: "event" }>;
export type RecordCondition = Extract<
  Condition,
  { kind: "title" | "predecessor" | "term-ends" | "status" | "standing" | "earlier" }
>;
type RelativeCondition = Extract<Condition, { kind: "relative" }>;
