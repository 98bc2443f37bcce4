import { flatMap } from "../base/flat-map.ts";
import { compareFindings, type Finding } from "../findings/finding.ts";
import type { Position } from "../findings/span.ts";
import { findingAt, type RubricDocument } from "../rubric/document.ts";
import type { Plan } from "../rubric/plan.ts";
import type { Rubric } from "../rubric/schema.ts";
import { sitesOf } from "./condition-sites.ts";
import { createProof } from "./proof.ts";
import { siblingsIn } from "./rubric-nodes.ts";
import type { CheckContext } from "./rule.ts";
import { restOnSums, rules } from "./rules/index.ts";

/** Every code that the rules can give, in order. */
export const checkCodes: readonly string[] = flatMap(rules, ({ codes }) => codes);

/**
 * All that the rules have to say about a rubric, in the order of its file. Where its sums do not agree (`agreed`
 * is false), nothing is said of points.
 */
export function checkRubric(
  document: RubricDocument,
  rubric: Rubric,
  plan: Plan,
  agreed = true,
): readonly Finding[] {
  const siblings = siblingsIn(rubric, plan);
  const nodes = siblings.flat().sort((a, b) => a.plan.index - b.plan.index);
  const context: CheckContext = {
    rubric,
    plan,
    document,
    siblings,
    nodes,
    sites: sitesOf(rubric, plan, nodes),
    proof: createProof(plan),
    at: (path, problem) => findingAt(document.place(path), problem),
    atKey: (path, problem) => findingAt(document.placeOfKey(path), problem),
  };
  const asked = agreed ? rules : rules.filter((rule) => !restOnSums.includes(rule));
  return withoutEchoes(flatMap(asked, (rule) => rule.check(context))).sort(compareFindings);
}

/** What follows from a condition that nobody can meet is not told besides. */
const echoes: readonly string[] = ["outcome-unreachable", "veto-never", "gate-never-met"];

function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const causes = findings.filter(({ code }) => code === "condition-never");
  const within = (inner: Finding, outer: Finding): boolean =>
    inner.file === outer.file &&
    inner.span !== undefined &&
    outer.span !== undefined &&
    comparePositions(inner.span.start, outer.span.start) >= 0 &&
    comparePositions(inner.span.end, outer.span.end) <= 0;
  return findings.filter(
    (finding) => !(echoes.includes(finding.code) && causes.some((cause) => within(cause, finding))),
  );
}

const comparePositions = (a: Position, b: Position): number => a.line - b.line || a.column - b.column;
