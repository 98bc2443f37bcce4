import { parseDay, parseDays } from "../base/date.ts";
import { flatMap } from "../base/flat-map.ts";
import { equals, one, sum, zero } from "../base/rational.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { Context } from "./compile-context.ts";
import type { Path } from "./document.ts";
import { seenAs } from "./misread.ts";
import type { Dimension, InputPlan, Reduction, SheetsPlan, WindowPlan } from "./plan.ts";
import type { InputNode, LeafNode, SheetsNode } from "./schema.ts";

type Several = Pick<InputNode & LeafNode, "assessors" | "sites" | "periods">;

const dimensions = { assessors: "assessor", sites: "site", periods: "period" } as const satisfies Record<
  string,
  Dimension
>;

/** What several values come to: assessors first, then sites, then periods. */
export function compileReductions(context: Context, node: Several, path: Path): Reduction[] {
  return flatMap(["assessors", "sites", "periods"] as const, (key): Reduction[] => {
    const by = node[key];
    if (by === undefined) return [];
    const over = dimensions[key];
    if (typeof by === "string") return [{ over, by }];
    const weights = new Map(Object.entries(by));
    const total = sum(weights.values());
    if (!equals(total, one)) context.report([...path, key], problems.weightsSum(total));
    return [{ over, by: { weights } }];
  });
}

/** The answer sheets behind an input; its verdict is an input of its own, read from the same sheets. */
export function compileSheets(node: SheetsNode, verdict: InputPlan | undefined): SheetsPlan {
  return {
    answers: node.answers && new Map(Object.entries(node.answers).map(([word, { value }]) => [word, value])),
    sample: node.sample ?? 0,
    shortSample: node["short-sample"] ?? "finding",
    blankTakes: node["blank-takes"]?.value ?? zero,
    verdict: verdict && { input: verdict.index, disapproves: node.verdict?.disapproves ?? [] },
  };
}

/** How a length of time is written. */
export const writtenLength = /^(\d{1,3})\s*(months?|years?|个月|年)$/;

/** `12 months`, `2 years`, `year` (the calendar year of the reference date), `term`, or `2021-01-01..2021-12-31`. */
export function compileWindow(
  context: Context,
  written: string | undefined,
  path: Path,
): WindowPlan | undefined {
  if (written === undefined) return undefined;
  const text = written.trim();
  const [, count = "", unit = ""] = writtenLength.exec(text) ?? [];
  if (count !== "")
    return { kind: "months", months: Number(count) * (/^(?:y|年)/.test(unit) ? 12 : 1), written: text };
  if (text === "year" || text === "本年") return { kind: "year", written: text };
  const isTerm = text === "term" || text === "本届";
  const { term } = context.rubric;
  const [from, to] = isTerm ? [term?.from, term?.to] : text.split("..");
  const first = from === undefined ? undefined : parseDays(from)?.first;
  const last = to === undefined ? undefined : parseDays(to)?.last;
  if (first !== undefined && last !== undefined && first <= last)
    return { kind: "days", from: first, to: last, written: text };
  const isWindow = (word: string): boolean =>
    writtenLength.test(word) || ["year", "本年", "term", "本届"].includes(word);
  if (!isTerm) context.report(path, seenAs(written, isWindow) ?? problems.windowText(text));
  else if (term === undefined) context.report(path, problems.termMissing());
  return undefined;
}

/** The days of a term, whether or not a window speaks of it. */
export function checkTerm(context: Context): void {
  const { term } = context.rubric;
  if (term === undefined) return;
  const [first, last] = (["from", "to"] as const).map((key) => {
    const days = parseDays(term[key]);
    if (days === undefined) context.report(["term", key], dayProblem(term[key]));
    return days;
  });
  if (first !== undefined && last !== undefined && first.first > last.last)
    context.report(["term"], problems.termOrder(term.from, term.to));
}

const dayProblem = (written: string): Problem =>
  seenAs(written, (text) => parseDays(text) !== undefined) ?? problems.dateText(written);

/** A day, or the last day of a month. */
export function compileDue(context: Context, written: string, path: Path): number {
  const day = parseDay(written) ?? parseDays(written)?.last;
  if (day === undefined) context.report(path, dayProblem(written));
  return day ?? 0;
}

/** Whether rules see a number in the end, whatever the cells hold. */
export const comesToNumber = (input: InputPlan): boolean =>
  input.sheets !== undefined || !["yes-no", "word", "date"].includes(input.type.kind);
