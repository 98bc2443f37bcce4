import { compareFindings, type Finding } from "../findings/finding.ts";
import { findingAt, type RubricDocument } from "../rubric/document.ts";
import type { Plan } from "../rubric/plan.ts";
import type { Rubric } from "../rubric/schema.ts";
import { createProof } from "./proof.ts";
import type { CheckContext } from "./rule.ts";
import { rules } from "./rules/index.ts";

/** Every code that the rules can give, in order. */
export const checkCodes: readonly string[] = rules.flatMap(({ codes }) => codes);

/** All that the rules have to say about a rubric, in the order of its file. */
export function checkRubric(document: RubricDocument, rubric: Rubric, plan: Plan): readonly Finding[] {
  const context: CheckContext = {
    rubric,
    plan,
    document,
    proof: createProof(plan),
    at: (path, problem) => findingAt(document.place(path), problem),
    atKey: (path, problem) => findingAt(document.placeOfKey(path), problem),
  };
  return rules.flatMap((rule) => rule.check(context)).sort(compareFindings);
}
