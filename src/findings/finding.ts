import { byEach, compareText } from "../base/order.ts";
import type { Problem, Severity } from "./problem.ts";
import type { Span } from "./span.ts";

/** A cell of a CSV file: the line its row starts on, and which field of the row it is (from 0). */
export interface CellPlace {
  readonly line: number;
  readonly field: number;
}

/** A whole submission that shows a finding: files, and what to type after `score` and the rubric. */
export interface Witness {
  readonly files: Readonly<Record<string, string>>;
  readonly arguments: readonly string[];
}

/**
 * A Problem at a place. A cell becomes a span once the text of its file is at hand (`placeCells`);
 * a finding about a whole run has no file.
 */
export type Finding = Problem & {
  readonly file?: string;
  readonly span?: Span;
  readonly cell?: CellPlace;
  /** The way to what it is about in the rubric, until that is at hand to say where it stands. */
  readonly origin?: readonly (string | number)[];
  readonly witness?: Witness;
};

export const inFile = (file: string, problem: Problem): Finding => ({ ...problem, file });
export const at = (file: string, span: Span, problem: Problem): Finding => ({ ...problem, file, span });
export const atCell = (file: string, line: number, field: number, problem: Problem): Finding => ({
  ...problem,
  file,
  cell: { line, field },
});

const lineOf = (finding: Finding): number => finding.span?.start.line ?? finding.cell?.line ?? 0;
const columnOf = (finding: Finding): number => finding.span?.start.column ?? finding.cell?.field ?? 0;

/**
 * By file, line, column, code, wording: a total order, so that equal runs report equally. Those about several
 * things at one place stay in the order of the things.
 */
export const compareFindings = byEach<Finding>(
  (a, b) => compareText(a.file ?? "", b.file ?? ""),
  (a, b) => lineOf(a) - lineOf(b),
  (a, b) => columnOf(a) - columnOf(b),
  (a, b) => compareText(a.code, b.code),
  (a, b) => (a.item !== undefined && b.item !== undefined ? 0 : compareText(a.message.zh, b.message.zh)),
);

export const isError = ({ severity }: { readonly severity: Severity }): boolean => severity === "error";

/** What a stage of the road gives back: its result, or what stands in the way; warnings either way. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Ok unless one of the findings is an error. */
export const outcomeOf = <T>(value: T | undefined, findings: readonly Finding[]): Outcome<T> =>
  value === undefined || findings.some(isError) ? { ok: false, findings } : { ok: true, value, findings };

/** Findings that are the same, at the same place, told once: a file may be read for several others. */
export function eachOnce(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const { file, span, cell, code, message } = finding;
    const key = JSON.stringify([file, span, cell, code, message.zh]);
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()];
}

/** But for those at a place of which something is told already. */
export function notAtPlaceOf(findings: readonly Finding[], told: readonly Finding[]): readonly Finding[] {
  const placeOf = ({ file, span }: Finding): string => JSON.stringify([file, span]);
  const places = new Set(told.map(placeOf));
  return findings.filter((finding) => !places.has(placeOf(finding)));
}
