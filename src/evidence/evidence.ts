import type { CellPlace } from "../findings/finding.ts";
import type { EventRecord } from "./events.ts";
import type { Form } from "./headings.ts";
import type { YearRecord } from "./history.ts";
import type { OverrideRecord } from "./override.ts";
import type { Register } from "./register.ts";
import type { Standing } from "./standing.ts";
import type { Value } from "./value.ts";

/** What is assessed. `columns` are what the register, or the submissions, say of it. */
export interface Unit {
  readonly index: number;
  /** The code, or the name where it has no code. */
  readonly key: string;
  readonly name: string;
  readonly columns: ReadonlyMap<string, string>;
}

/** One file that was read: where its values stand. */
export interface EvidenceFile {
  readonly name: string;
  readonly headings: readonly string[];
  readonly form: Form;
  readonly rows: number;
  /** The line of each unit's row, where a unit has one row (wide forms and registers). */
  readonly lines: ReadonlyMap<number, number>;
}

/**
 * All that is known of the units, in the order of the register, or of first appearance without one.
 * `values[unit][input]` is undefined where nothing was handed in. `places` says where each value
 * stands: the number of the file times 2^32, plus the line.
 */
export interface Evidence extends EvidenceRun {
  readonly units: readonly Unit[];
  /** Dated events of each unit, in the order of their files. */
  readonly events: readonly (readonly EventRecord[])[];
  /** The other runs of the rubric, by their place in the list of phases. */
  readonly phases: ReadonlyMap<number, EvidenceRun>;
  /** What the register says each unit holds and has become; by unit. */
  readonly standings: readonly Standing[];
  /** For each unit the units that were merged, split or renamed into it. */
  readonly predecessors: readonly (readonly number[])[];
  /** The earlier results of each unit, the latest first; at most one a year. */
  readonly history: readonly (readonly YearRecord[])[];
  /** The register as it was given, if one was. */
  readonly register?: Register | undefined;
  /** Decisions that were changed by hand; at most one a unit. */
  readonly overrides?: readonly OverrideRecord[];
}

/** What was handed in for one run of the rubric. */
export interface EvidenceRun {
  readonly values: readonly (readonly (Value | undefined)[])[];
  readonly places: readonly (readonly number[])[];
  /** The files, with the lines on which units stand in this run. */
  readonly files: readonly EvidenceFile[];
}

const fileStep = 2 ** 32;
/** The number for a line of a file, which `splitPlace` takes apart again; two numbers in one save memory. */
export const placeOf = (file: number, line: number): number => file * fileStep + line;

export const splitPlace = (place: number): { readonly file: number; readonly line: number } => ({
  file: Math.floor(place / fileStep),
  line: place % fileStep,
});

export interface FoundCell {
  readonly file: string;
  readonly cell: CellPlace;
  readonly heading: string;
}

/** The file and cell a value came from; undefined where there is none. */
export function findCell(evidence: Evidence, unit: number, input: number): FoundCell | undefined {
  const place = evidence.places[unit]?.[input];
  return place === undefined || place === 0 ? undefined : locatePlace(evidence, place, input);
}

/** The file and cell of a value of `input` that stands at `place`. */
export function locatePlace(evidence: Evidence, place: number, input: number): FoundCell | undefined {
  const { file: index, line } = splitPlace(place);
  const file = evidence.files[index];
  if (file === undefined) return undefined;
  const field = fieldOf(file, input);
  return { file: file.name, cell: { line, field }, heading: file.headings[field]?.trim() ?? "" };
}

/** Where a value that is missing would have stood: the cell of a wide form, otherwise no more than a file. */
export function findGap(
  evidence: Evidence,
  unit: number,
  input: number,
): { readonly file: string; readonly cell: CellPlace } | undefined {
  for (const file of evidence.files) {
    const line = file.lines.get(unit);
    const cell = file.form.cells.find((candidate) => candidate.input === input);
    if (line !== undefined && cell !== undefined)
      return { file: file.name, cell: { line, field: cell.field } };
  }
  return undefined;
}

function fieldOf({ form }: EvidenceFile, input: number): number {
  if (form.kind === "long") return form.roles.get("value") ?? 0;
  return form.cells.find((cell) => cell.input === input)?.field ?? 0;
}
