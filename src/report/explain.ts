import type { Assessment, Result } from "../assess.ts";
import { formatDay } from "../base/date.ts";
import { type Language, say } from "../base/language.ts";
import { inBrackets, periodText } from "../base/period.ts";
import { formatDecimal, formatExact, formatFraction, type Rational } from "../base/rational.ts";
import { validAt } from "../rubric/dated.ts";
import type { Path, RubricDocument } from "../rubric/document.ts";
import type { Figure, Plan } from "../rubric/plan.ts";
import { figuresOf } from "../rubric/walk.ts";
import type { ClauseResult } from "../scoring/result.ts";
import { cellsOfInput, type TraceCell, type TraceNode, trace } from "../scoring/trace.ts";
import { decisionLines } from "./decision-lines.ts";
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
  const { valid } = plan.rubric;
  if (valid !== undefined) {
    const { zh, en } = periodText(valid);
    lines.push(english ? `version of the rubric: ${en}` : `体系适用版本：${zh}`);
  }
  if (result.outcome !== undefined)
    lines.push(`${english ? "outcome: " : "结果："}${style.strong(result.outcome)}`);
  lines.push(...overrideLines(result, english));
  for (const reason of result.reasons) {
    const origin = originOf(plan, result, reason);
    const days = inBrackets(origin && validAt(document, origin));
    lines.push(`  [${reason.clause}] ${say(reason.text, language)}${say(days, language)}`);
    const quota = plan.outcomes.find((rule) => rule.origin === origin)?.quota;
    if (quota === undefined) continue;
    const { size } = quota;
    const [key, figure] = size.kind === "most" ? ["most", size.most] : ["share", size.share];
    for (const line of datedFigure(document, [...quota.origin, key], key, figure, language))
      lines.push(`    ${line}`);
  }
  lines.push(...decisionLines(assessment, result, language));
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

/** Who changed the outcome by hand, why and when; the reasons below are those of the computed one. */
function overrideLines({ computed, override }: Result, english: boolean): string[] {
  if (override === undefined) return [];
  const { reason, by, date } = override;
  return english
    ? [`  changed by hand: ${reason} (${by}, ${formatDay(date)})`, `computed outcome: ${computed ?? "none"}`]
    : [`  人工变更：${reason}（${by}，${formatDay(date)}）`, `计算结果：${computed ?? "（无）"}`];
}

/** Where the rule behind a reason stands: the veto or gate of that name, otherwise the outcome that was computed. */
function originOf(plan: Plan, result: Result, { clause, text }: Result["reasons"][number]): Path | undefined {
  const outcome = result.override === undefined ? result.outcome : result.computed;
  const named = [...plan.vetoes, ...plan.gates].find(
    ({ no, name }) => no === clause && text.zh.startsWith(name),
  );
  const rule = plan.outcomes.find((one) => one.clause === clause && one.name === outcome);
  return (named ?? rule)?.origin;
}

/** What of a figure holds for a time: `each 3（1981-01-01 起）`. */
function datedFigure(
  document: RubricDocument,
  path: Path,
  key: string,
  figure: Figure,
  language: Language,
): string[] {
  const cases = figure.flatMap(({ value }, index) => {
    const valid = validAt(document, [...path, index]);
    return valid === undefined ? [] : [`${formatExact(value)}${say(inBrackets(valid), language)}`];
  });
  return cases.length === 0 ? [] : [`${key} ${cases.join(language === "en" ? ", " : "、")}`];
}

/** The same of all figures of an item. */
function datedFigures(plan: Plan, document: RubricDocument, origin: Path, language: Language): string[] {
  const node = plan.nodes.find((one) => one.origin === origin);
  return (node === undefined ? [] : figuresOf(node)).flatMap(({ key, figure }) =>
    datedFigure(document, [...origin, key], key, figure, language),
  );
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
  const validText = (origin: Path): string => say(inBrackets(validAt(document, origin)), language);
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
    const label = `${say(node.label, language)}${depth === 0 ? "" : validText(node.origin)}`;
    lines.push(`${indent}${no}${label}  ${style.strong(exact(node.value))}${max}  ${origin}`);
    // Below a sum that is shown by itself, its items are enough.
    if (brief === true && depth > 0) return;
    if (formula !== "") lines.push(`${indent}    ${node.state === "scored" ? "= " : ""}${formula}`);
    if (!node.id.includes(":"))
      for (const figure of datedFigures(plan, document, node.origin, language))
        lines.push(`${indent}    ${figure}`);
    for (const cell of node.cells) lines.push(`${indent}    ${cellLine(cell, english, placeOf?.(cell))}`);
    for (const clause of node.clauses) {
      const origin = clauseOrigin(plan, node.origin, clause);
      lines.push(
        `${indent}    ${clauseLine(clause, english)}${origin === undefined ? "" : validText(origin)}`,
      );
    }
    for (const child of node.children) visit(child, depth + 1);
  };
  visit(top, 0);
  return lines;
}

const clauseOrigin = (plan: Plan, leaf: Path, { no, text }: ClauseResult): Path | undefined => {
  const rule = plan.leaves.find(({ origin }) => origin === leaf)?.rule;
  const clauses = rule !== undefined && "clauses" in rule ? rule.clauses : [];
  return clauses.find((clause) => clause.no === no && clause.text === text)?.origin;
};

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
