import { parseDay, parseDays } from "../base/date.ts";
import { equals, one, sum, zero } from "../base/rational.ts";
import { problems } from "../findings/catalog.ts";
import type { Context } from "./compile-context.ts";
import type { Path } from "./document.ts";
import type { Dimension, InputPlan, Reduction, SheetsPlan, WindowPlan } from "./plan.ts";
import type { InputNode, LeafNode, SheetsNode } from "./schema.ts";

type Several = Pick<InputNode & LeafNode, "assessors" | "sites" | "periods">;

const dimensions = { assessors: "assessor", sites: "site", periods: "period" } as const satisfies Record<
  string,
  Dimension
>;

/** What several values come to: assessors first, then sites, then periods. */
export function compileReductions(context: Context, node: Several, path: Path): Reduction[] {
  return (["assessors", "sites", "periods"] as const).flatMap((key): Reduction[] => {
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
  const { term } = context.rubric;
  const [from, to] = text === "term" || text === "本届" ? [term?.from, term?.to] : text.split("..");
  const first = from === undefined ? undefined : parseDays(from)?.first;
  const last = to === undefined ? undefined : parseDays(to)?.last;
  if (first !== undefined && last !== undefined && first <= last)
    return { kind: "days", from: first, to: last, written: text };
  context.report(
    path,
    text === "term" || text === "本届" ? problems.termMissing() : problems.windowText(text),
  );
  return undefined;
}

/** A day, or the last day of a month. */
export function compileDue(context: Context, written: string, path: Path): number {
  const day = parseDay(written) ?? parseDays(written)?.last;
  if (day === undefined) context.report(path, problems.dateText(written));
  return day ?? 0;
}

/** Whether rules see a number in the end, whatever the cells hold. */
export const comesToNumber = (input: InputPlan): boolean =>
  input.sheets !== undefined || !["yes-no", "word", "date"].includes(input.type.kind);
