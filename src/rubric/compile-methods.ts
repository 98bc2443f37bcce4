import { compare, equals, formatExact, formatPercent, one, type Rational, sum } from "../base/rational.ts";
import { problems } from "../findings/catalog.ts";
import { type Context, resolve } from "./compile-context.ts";
import { compileRule, constantOf } from "./compile-rule.ts";
import { compileReductions } from "./compile-several.ts";
import type { Path } from "./document.ts";
import type { Award, Figure, LeafPlan, LeafVariant, Rule } from "./plan.ts";
import type { LeafNode } from "./schema.ts";

/** A method that the rubric lists, where it lists any. */
export function checkMethod(context: Context, method: string | undefined, path: Path): void {
  const { methods } = context.rubric;
  if (method !== undefined && methods !== undefined)
    resolve(context, path, "method", method, new Map(methods.map((name) => [name, name])));
}

/** How an indicator is judged by each of its methods, and how these come together. */
export function compileMethods(
  context: Context,
  node: LeafNode,
  path: Path,
  points: Figure | undefined,
  inheritedMethod: string | undefined,
): Pick<LeafPlan, "methods" | "variants" | "combine" | "reductions" | "rule"> {
  const several = node.methods;
  const weights =
    several !== undefined && !Array.isArray(several)
      ? (several as Readonly<Record<string, Rational>>)
      : undefined;
  const names =
    several === undefined
      ? [node.method ?? inheritedMethod]
      : Array.isArray(several)
        ? several
        : Object.keys(several);
  if (several !== undefined) {
    if (node.method !== undefined) context.report([...path, "method"], problems.methodAndMethods());
    for (const name of names) checkMethod(context, name, [...path, "methods"]);
    if (weights === undefined && node.combine === undefined && names.length > 1)
      context.report(path, problems.combineMissing());
    if (weights !== undefined) {
      if (node.combine !== undefined) context.report([...path, "combine"], problems.combineAndWeights());
      const total = sum(Object.values(weights));
      if (!equals(total, one)) context.report([...path, "methods"], problems.weightsSum(total));
    }
  } else if (node.combine !== undefined)
    context.report([...path, "combine"], problems.combineWithoutMethods());
  const compiled = names.map((name) =>
    compileRule(context, node, path, constantOf(points), name, names.length > 1),
  );
  const [first] = compiled;
  if (first === undefined) throw new Error("an indicator has at least one method or none named");
  const own = first.inputs.some((input) => context.inputs[input]?.many === "dimensions");
  const reductions = node.input === undefined ? compileReductions(context, node, path) : [];
  // Without several values of its own there is nothing to bring together; min-max compares units, not assessors.
  if (reductions.length > 0 && (!own || node.rule === "min-max"))
    context.report(path, problems.severalWithoutValues(node.name));
  checkAwards(context, first.rule, constantOf(points), path);
  const variants = names.map(
    (method, index): LeafVariant => ({
      method,
      weight: method === undefined ? undefined : weights?.[method],
      inputs: compiled[index]?.inputs ?? [],
    }),
  );
  return {
    methods: names.filter((name) => name !== undefined),
    variants,
    combine: weights === undefined ? (node.combine ?? "mean") : "weights",
    reductions,
    rule: first.rule,
  };
}

/** Steps that give more than the indicator is worth would be cut to it unseen. */
function checkAwards(context: Context, rule: Rule, points: Rational | undefined, path: Path): void {
  if (points === undefined) return;
  const check = ({ share, value }: Award, at: Path): void => {
    const most = share ? one : points;
    if (compare(value, most) <= 0) return;
    const show = (figure: Rational): string => (share ? formatPercent(figure) : formatExact(figure));
    context.report(at, problems.awardAbovePoints(show(value), show(most)));
  };
  if (rule.kind === "bands") {
    for (const [index, { give }] of rule.bands.entries()) check(give, [...path, "bands", index, "give"]);
  }
  if (rule.kind === "k-of-n")
    for (const { met, share, give } of rule.table)
      check(give, [...path, "table", share ? formatPercent(met) : formatExact(met)]);
  if (rule.kind === "grade") for (const [word, step] of rule.scale) check(step, [...path, "scale", word]);
  if (rule.kind === "bands" || rule.kind === "k-of-n" || rule.kind === "threshold")
    check(rule.otherwise, [...path, "otherwise"]);
  if (rule.kind === "on-time") check({ share: true, value: rule.late, step: undefined }, [...path, "late"]);
  if (rule.kind === "curve") {
    for (const [index, { points: value }] of rule.curve.entries()) {
      check({ share: false, value, step: undefined }, [...path, "curve", index]);
    }
  }
}
