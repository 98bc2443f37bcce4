import * as z from "zod";
import type { Mark } from "../outcome/marks.ts";
import { text, textList } from "../rubric/schema.ts";
import { byShape } from "../rubric/shapes.ts";
import type { State } from "../scoring/result.ts";

/**
 * The shape of a case file. What is given to a unit is read by hand (`given.ts`): its keys are
 * headings, which only the rubric knows, and its values are texts as in the cells of a CSV file.
 */

/** Read node by node. */
const later = z.unknown();

const inputs = {
  given: later.optional(),
  events: z.array(later).optional(),
  history: z.record(text, later).optional(),
  phases: z.record(text, later).optional(),
};

/** The words under `states`. */
export const states = ["scored", "missing", "not-applicable"] as const satisfies readonly State[];

const texts = z.record(text, text);
/** The words under `marks`. */
export const markWords = ["tie-break", "rounding", "deduction", "none"] as const satisfies readonly (
  | Mark["kind"]
  | "none"
)[];
type MarkWord = (typeof markWords)[number];

/** What one earlier year came to; a text alone is its total. */
export const pastSchema = z.strictObject({
  total: text.optional(),
  exact: text.optional(),
  rank: text.optional(),
  units: text.optional(),
  group: text.optional(),
  outcome: text.optional(),
  titles: textList.optional(),
  rubric: text.optional(),
});
export type PastNode = z.output<typeof pastSchema>;

/** Codes, each as often as it is found; or how often by code. */
const counted = byShape({ text: text.transform((code) => [code]), list: z.array(text), map: texts });

const unitExpectations = {
  total: text.optional(),
  exact: text.optional(),
  rank: text.optional(),
  outcome: text.optional(),
  reasons: textList.optional(),
  titles: byShape({ text: text.transform((name) => [name]), list: z.array(text), map: texts }).optional(),
  "suspended-until": text.optional(),
  "banned-until": text.optional(),
  "rectify-by": text.optional(),
  marks: byShape({
    text: z.enum(markWords).transform((word): MarkWord[] => [word]),
    list: z.array(z.enum(markWords)),
  }).optional(),
  points: texts.optional(),
  states: texts.optional(),
};

export const expectSchema = z.strictObject({ ...unitExpectations, findings: counted.optional() });
export const unitExpectSchema = z.strictObject(unitExpectations);
export type ExpectNode = z.output<typeof expectSchema>;

export const unitSchema = z.strictObject({
  like: text.optional(),
  ...inputs,
  expect: unitExpectSchema.optional(),
});
export type UnitNode = z.output<typeof unitSchema>;

export const caseSchema = z.strictObject({
  name: text,
  note: text.optional(),
  like: text.optional(),
  "as-of": text.optional(),
  ...inputs,
  units: z.record(text, later).optional(),
  expect: expectSchema.optional(),
});
export type CaseNode = z.output<typeof caseSchema>;

const accepted = z.strictObject({ what: textList, because: text });
export type AcceptedNode = z.output<typeof accepted>;

export const fileSchema = z.strictObject({
  "ceping-cases": z.literal("1"),
  rubric: text.optional(),
  note: text.optional(),
  "as-of": text.optional(),
  ...inputs,
  cases: z.array(later).min(1),
  "accepted-gaps": z.array(accepted).optional(),
  "accepted-mutants": z.array(accepted).optional(),
});
export type FileNode = z.output<typeof fileSchema>;
