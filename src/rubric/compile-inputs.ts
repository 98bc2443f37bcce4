import { ceiling, compare, formatExact, isZero, parseNumber, type Rational, zero } from "../base/rational.ts";
import { problems } from "../findings/catalog.ts";
import { addInput, type Context } from "./compile-context.ts";
import { comesToNumber, compileReductions, compileSheets } from "./compile-several.ts";
import type { Path } from "./document.ts";
import { referenceProblem } from "./misread.ts";
import type { InputPlan, InputSource, InputType, Operand } from "./plan.ts";
import { type Calculation, calculations, type InputNode, type SheetsNode } from "./schema.ts";

/**
 * The inputs that the rubric declares. A computed one may use inputs that stand anywhere in the list;
 * they get their slots first, and a circle is reported.
 */
export function compileInputs(context: Context): void {
  const declared = context.rubric.inputs ?? {};
  const underway = new Set<string>();
  const compile = (id: string, node: InputNode): void => {
    if (context.inputsById.has(id)) return;
    const path: Path = ["inputs", id];
    if (underway.has(id)) {
      context.report(path, problems.inputCircle([...underway, id]));
      return;
    }
    underway.add(id);
    for (const operand of calculationOf(node)?.operands ?? []) {
      const inner = declared[operand];
      if (inner !== undefined) compile(operand, inner);
    }
    underway.delete(id);
    const names = [id, node.no, node.name].filter((name) => name !== undefined);
    const source = sourceOf(context, node, path);
    const name = node.name ?? id;
    const reductions = compileReductions(context, node, path);
    const type = typeOf(context, node, path);
    const anyOrAll = reductions.every(({ by }) => by === "least" || by === "greatest");
    const fits = ["number", "count", "percent"].includes(type.kind) || (type.kind === "yes-no" && anyOrAll);
    const percent = node.type === "percent" || type.kind === "percent";
    const shared = { id, name, names, method: undefined, type, percent, source, origin: path };
    if (node.sheets === undefined) {
      if (reductions.length > 0 && !fits) context.report(path, problems.severalNeedsNumber(id));
      if (reductions.length > 0 && source.from !== "submissions")
        context.report(path, problems.severalNotHandedIn(id));
      addInput(context, {
        ...shared,
        many: reductions.length > 0 ? "dimensions" : undefined,
        dimensions: reductions.map(({ over }) => over),
        reductions,
      });
      return;
    }
    if (reductions.length > 0 || source.from !== "submissions")
      context.report(path, problems.sheetsAndOther(id));
    const sheets = compileSheets(node.sheets, addVerdict(context, id, node.sheets, path));
    addInput(context, { ...shared, many: "sheets", sheets });
  };
  for (const [id, node] of Object.entries(declared)) compile(id, node);
}

/** The question of a sheet that says whether the whole is approved of: an input read beside the answer. */
function addVerdict(
  context: Context,
  id: string,
  { verdict }: SheetsNode,
  path: Path,
): InputPlan | undefined {
  if (verdict === undefined) return undefined;
  return addInput(context, {
    id: `${id}:verdict`,
    name: verdict.question,
    names: [`${id}:verdict`, verdict.question],
    method: undefined,
    type: { kind: "word", words: [...verdict.approves, ...verdict.disapproves] },
    source: { from: "submissions" },
    origin: [...path, "sheets", "verdict"],
    many: "sheets",
  });
}

const calculationOf = (
  node: InputNode,
): { calculation: Calculation; operands: readonly string[] } | undefined => {
  const calculation = calculations.find((key) => node[key] !== undefined);
  return calculation && { calculation, operands: node[calculation] ?? [] };
};

function sourceOf(context: Context, node: InputNode, path: Path): InputSource {
  const given = [...calculations, "register" as const].filter((key) => node[key] !== undefined);
  if (given.length > 1) context.report(path, problems.inputSources(given));
  if (node.register !== undefined) return { from: "register", column: node.register };
  const calculated = calculationOf(node);
  if (calculated === undefined) return { from: "submissions" };
  const operands = calculated.operands.flatMap((text, index): Operand[] => {
    const number = parseNumber(text);
    if (number !== undefined) return [{ number }];
    // Declared, and yet not compiled by now: it is part of a circle, which has been reported.
    if (context.rubric.inputs?.[text] !== undefined && !context.inputsById.has(text)) return [];
    const at = [...path, calculated.calculation, index];
    const input = context.inputsById.get(text);
    const declared = Object.keys(context.rubric.inputs ?? {});
    // One that is declared and not there yet is part of a circle, which is told of.
    if (!declared.includes(text)) context.report(at, referenceProblem("input", text, declared));
    if (input !== undefined && !comesToNumber(input)) {
      context.report(at, problems.inputNotNumber(input.id));
    }
    return input === undefined ? [] : [{ input: input.index }];
  });
  return { from: "inputs", calculation: calculated.calculation, operands };
}

function typeOf(context: Context, node: InputNode, path: Path): InputType {
  const name = String(path.at(-1));
  const { sheets } = node;
  const invalid = sheets?.invalid ?? [];
  if (sheets?.answers !== undefined) return { kind: "word", words: Object.keys(sheets.answers), invalid };
  if (sheets !== undefined) {
    const least = node.from?.value ?? zero;
    checkLimits(context, node, "number", least, path);
    return { kind: "number", least, most: node.to?.value, invalid };
  }
  const kind = node.type ?? (node.words === undefined ? "number" : "word");
  if (kind === "yes-no") return { kind };
  if (kind === "word") {
    if (node.words === undefined) context.report(path, problems.missingKey("words"));
    return { kind, words: node.words ?? [] };
  }
  for (const key of ["from", "to"] as const) {
    const limit = node[key];
    // What is worked out is either; 0 is 0%.
    if (limit === undefined || calculationOf(node) !== undefined || isZero(limit.value)) continue;
    if (limit.percent !== (kind === "percent"))
      context.report(
        [...path, key],
        limit.percent ? problems.percentAgainstNumber(name) : problems.numberAgainstPercent(name),
      );
  }
  // What is worked out may be negative; a cell may not, unless the rubric says so.
  const least = node.from?.value ?? (calculationOf(node) === undefined ? zero : undefined);
  checkLimits(context, node, kind, least, path);
  return { kind, least, most: node.to?.value };
}

/** Between the limits of a cell there must be a figure that it can hold. */
function checkLimits(
  context: Context,
  node: InputNode,
  kind: InputType["kind"],
  least: Rational | undefined,
  path: Path,
): void {
  if (least === undefined || node.to === undefined) return;
  const from = node.from?.text ?? formatExact(least);
  const { text, value } = node.to;
  const counts = kind === "count" && calculationOf(node) === undefined;
  if (compare(least, value) > 0) context.report([...path, "to"], problems.limitsCrossed(from, text));
  else if (counts && compare(ceiling(least), value) > 0)
    context.report([...path, "to"], problems.limitsWithoutCount(from, text));
}
