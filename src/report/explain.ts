import type { Assessment, Result } from "../assess.ts";
import { type Language, say } from "../base/language.ts";
import { formatDecimal, formatExact, formatFraction, type Rational } from "../base/rational.ts";
import type { RubricDocument } from "../rubric/document.ts";
import type { Plan } from "../rubric/plan.ts";
import type { ClauseResult } from "../scoring/result.ts";
import { cellsOfInput, type TraceCell, type TraceNode, trace } from "../scoring/trace.ts";
import type { Style } from "./reporter.ts";

export interface ExplainOptions {
  readonly language: Language;
  readonly style: Style;
}

/** How one unit came to its result: every point down to the clause of the rubric and the cell of the file. */
export function explainResult(
  assessment: Assessment,
  document: RubricDocument,
  result: Result,
  { language, style }: ExplainOptions,
): string {
  const { plan, evidence, scores } = assessment;
  const english = language === "en";
  const { score } = result;
  const lines = [
    style.strong(
      score.unit.key === score.unit.name ? score.unit.name : `${score.unit.name} (${score.unit.key})`,
    ),
  ];
  const total = formatDecimal(score.total, plan.rounding.places, plan.rounding.mode);
  const group = result.group === "" ? "" : english ? ` in ${result.group}` : `（${result.group}）`;
  lines.push(
    english
      ? `total ${total} = ${formatFraction(score.total)} exactly; rank ${result.rank}${result.tied ? " (shared)" : ""}${group}`
      : `总分 ${total}，精确值 ${formatFraction(score.total)}；名次 ${result.rank}${result.tied ? "（并列）" : ""}${group}`,
  );
  if (result.outcome !== undefined)
    lines.push(`${english ? "outcome: " : "结果："}${style.strong(result.outcome)}`);
  for (const { clause, text } of result.reasons) lines.push(`  [${clause}] ${say(text, language)}`);
  for (const { index, source } of plan.inputs) {
    const occurred = score.values[index];
    const isVeto = plan.vetoes.some(({ when }) => when.kind === "yes" && when.input === index);
    if (!isVeto || source.from === "inputs" || occurred?.kind !== "yes-no" || !occurred.yes) continue;
    for (const cell of cellsOfInput(plan, evidence, score, index))
      lines.push(`    ${cellLine(cell, english)}`);
  }
  lines.push("");
  lines.push(...traceLines(trace(plan, evidence, scores, score), { plan, document, language, style }));
  return `${lines.join("\n")}\n`;
}

export interface TraceOptions extends ExplainOptions {
  readonly plan: Plan;
  readonly document: RubricDocument;
  /** Shows only the values of what is directly inside, not how they came about. */
  readonly brief?: boolean;
  /** Where a cell stands, if not in the file it was read from. */
  readonly placeOf?: (cell: TraceCell) => string | undefined;
}

/** A figure as it is and, where decimals cannot say it, as a fraction. */
const exactText = ({ rounding }: Plan, value: Rational): string => {
  const shown = formatExact(value);
  return shown.includes("/") ? `${formatDecimal(value, rounding.places, rounding.mode)} (${shown})` : shown;
};

/** A step of the working and all below it: value, formula, cells, clauses, and where the rule stands. */
export function traceLines(top: TraceNode, options: TraceOptions): string[] {
  const { plan, document, language, style, brief, placeOf } = options;
  const english = language === "en";
  const lines: string[] = [];
  const exact = (value: Rational): string => exactText(plan, value);
  const visit = (node: TraceNode, depth: number): void => {
    const indent = "  ".repeat(depth);
    const no = node.no === undefined ? "" : `${node.no} `;
    const max =
      node.max === undefined || (node.children.length === 0 && node.id.includes(":"))
        ? ""
        : ` / ${exact(node.max)}`;
    const formula = say(node.formula, language);
    const { file, span } = document.place(node.origin);
    const origin = style.faint(`${file}:${span.start.line}`);
    lines.push(
      `${indent}${no}${say(node.label, language)}  ${style.strong(exact(node.value))}${max}  ${origin}`,
    );
    // Below a sum that is shown by itself, its items are enough.
    if (brief === true && depth > 0) return;
    if (formula !== "") lines.push(`${indent}    ${node.state === "scored" ? "= " : ""}${formula}`);
    for (const cell of node.cells) lines.push(`${indent}    ${cellLine(cell, english, placeOf?.(cell))}`);
    for (const clause of node.clauses) lines.push(`${indent}    ${clauseLine(clause, english)}`);
    for (const child of node.children) visit(child, depth + 1);
  };
  visit(top, 0);
  return lines;
}

const verdicts: Record<ClauseResult["verdict"], { readonly zh: string; readonly en: string }> = {
  met: { zh: "达到", en: "met" },
  unmet: { zh: "未达到", en: "unmet" },
  "not-applicable": { zh: "不适用", en: "not applicable" },
  missing: { zh: "缺报", en: "missing" },
};

const clauseLine = ({ no, text, verdict }: ClauseResult, english: boolean): string =>
  english ? `${no} ${text}: ${verdicts[verdict].en}` : `${no} ${text}：${verdicts[verdict].zh}`;

function cellLine(cell: TraceCell, english: boolean, place?: string): string {
  if (cell.computed)
    return english
      ? `${cell.input}: ${cell.text || "—"} (computed)`
      : `${cell.input}：${cell.text || "—"}（推算）`;
  if (cell.file === undefined) return english ? `${cell.input}: nothing handed in` : `${cell.input}：未报`;
  if (place !== undefined)
    return english ? `${cell.input}: "${cell.text}", ${place}` : `${cell.input}：“${cell.text}”，${place}`;
  return english
    ? `${cell.input}: "${cell.text}" in ${cell.file}, line ${cell.line}, column "${cell.heading}"`
    : `${cell.input}：“${cell.text}”，见 ${cell.file} 第 ${cell.line} 行“${cell.heading}”列`;
}
