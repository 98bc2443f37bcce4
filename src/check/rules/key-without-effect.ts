import { flatMap } from "../../base/flat-map.ts";
import { compare, equals, isZero, multiply, one, rational } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import { withoutEffect } from "../../findings/structure-problems.ts";
import { constantOf } from "../../rubric/compile-rule.ts";
import type { InputNode } from "../../rubric/schema.ts";
import type { RubricNode } from "../rubric-nodes.ts";
import type { CheckContext, CheckRule } from "../rule.ts";

/** A key that stands where it changes nothing: what its author wanted by it does not happen. */
export const keyWithoutEffect: CheckRule = {
  codes: ["key-without-effect"],
  check(context) {
    const { rubric, plan, nodes, atKey } = context;
    const inputs = flatMap(Object.entries(rubric.inputs ?? {}), ([id, node]) =>
      idleInInput(node).map(([key, why]) =>
        atKey(
          ["inputs", id, ...key.split(".")],
          problems.keyWithoutEffect(key.split(".").at(-1) ?? "", withoutEffect[why]),
        ),
      ),
    );
    const groups = rubric.ranking?.groups !== undefined && plan.ranking.groupBy.length === 0;
    return [
      ...inputs,
      ...flatMap(nodes, (node) => ofNode(context, node)),
      ...(groups
        ? [atKey(["ranking", "groups"], problems.keyWithoutEffect("groups", withoutEffect["no-groups"]))]
        : []),
    ];
  },
};

type Why = keyof typeof withoutEffect;

function idleInInput({ type, words, from, to, sheets }: InputNode): readonly [string, Why][] {
  const isWord = type === "word" || (type === undefined && words !== undefined);
  const isNumber = sheets?.answers === undefined && !isWord && type !== "yes-no";
  const idle: [string, Why][] = [];
  if (words !== undefined && !isWord) idle.push(["words", "no-word"]);
  if (from !== undefined && !isNumber) idle.push(["from", "no-number"]);
  if (to !== undefined && !isNumber) idle.push(["to", "no-number"]);
  if (sheets?.["short-sample"] === "missing" && (sheets.sample ?? 0) === 0)
    idle.push(["sheets.short-sample", "no-sample"]);
  return idle;
}

function ofNode({ atKey }: CheckContext, { node, plan }: RubricNode): readonly Finding[] {
  if (plan.kind === "group" || "indicators" in node) return [];
  const { rule, origin } = plan;
  const idle: [readonly string[], Why][] = [];
  const asksNothing =
    rule.kind === "fixed" || rule.kind === "events" || rule.kind === "threshold" || hasClauses(node);
  if (node.input !== undefined && asksNothing) idle.push([["input"], "no-input"]);
  if (rule.kind === "on-time" && rule.notAfter !== undefined && rule.notAfter > rule.due && isZero(rule.late))
    idle.push([["not-after"], "no-late"]);
  if (rule.kind === "events" && rule.repeat !== undefined && equals(rule.repeat.factor, one))
    idle.push([["repeat", "factor"], "factor-one"]);
  if (rule.kind === "each-time" && rule.times !== undefined) {
    const [each, points] = [constantOf(rule.each), constantOf(plan.points)];
    const before = each && multiply(each, rational(rule.times - 1));
    if (before !== undefined && points !== undefined && compare(before, points) >= 0)
      idle.push([["times"], "points-first"]);
  }
  return idle.map(([key, why]) =>
    atKey([...origin, ...key], problems.keyWithoutEffect(key.at(-1) ?? "", withoutEffect[why])),
  );
}

const hasClauses = (node: RubricNode["node"]): boolean => "clauses" in node && node.clauses !== undefined;
