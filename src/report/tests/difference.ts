import { type Language, say } from "../../base/language.ts";
import type { Difference } from "../../cases/compare.ts";
import type { CaseResult } from "../../cases/run.ts";
import type { TestRun } from "../../cases/test-run.ts";
import type { Path, RubricDocument } from "../../rubric/document.ts";
import { type TraceNode, trace } from "../../scoring/trace.ts";
import { traceLines } from "../explain.ts";
import type { Style } from "../reporter.ts";

/** `file:line` of a path. */
export function placeText(document: RubricDocument, path: Path): string {
  const { file, span } = document.place(path);
  return `${file}:${span.start.line}`;
}

/** `总分：应为 97，实得 96`. */
export function differenceText(difference: Difference, language: Language): string {
  const { about, unit, expected, found } = difference;
  const [what, wanted, got] = [about, expected, found].map((text) => say(text, language));
  return language === "en"
    ? `${unit === undefined ? "" : `${unit}: `}${what}: expected ${wanted}, got ${got}`
    : `${unit === undefined ? "" : `${unit}，`}${what}：应为 ${wanted}，实际 ${got}`;
}

export interface DifferenceOptions {
  readonly language: Language;
  readonly style: Style;
}

/** How what came out came about: the item and what is directly inside it. */
export function workingLines(
  { cases }: TestRun,
  { assessment, sources, version: { plan, document } }: CaseResult,
  { working }: Difference,
  { language, style }: DifferenceOptions,
): string[] {
  if (working === undefined || assessment === undefined) return [];
  const { evidence, scores } = assessment;
  const node = find(
    trace(plan, evidence, scores, working.result.score),
    plan.nodes[working.node]?.origin ?? [],
  );
  if (node === undefined) return [];
  return traceLines(node, {
    plan,
    document,
    language,
    style,
    brief: true,
    placeOf: ({ file, line, heading }) => {
      const path = sources.pathOfCell(file ?? "", line ?? 0, heading ?? "");
      return path && placeText(cases, path);
    },
  });
}

/** The node of the working that stands for an item; what caps and rounding changed stands inside. */
function find(node: TraceNode, origin: Path): TraceNode | undefined {
  if (JSON.stringify(node.origin) === JSON.stringify(origin)) return node;
  for (const child of node.children) {
    const found = find(child, origin);
    if (found !== undefined) return found;
  }
  return undefined;
}
