import type { Finding } from "../findings/finding.ts";
import type { Problem } from "../findings/problem.ts";
import type { Path, RubricDocument } from "../rubric/document.ts";
import type { Plan } from "../rubric/plan.ts";
import type { Rubric } from "../rubric/schema.ts";
import type { Sites } from "./condition-sites.ts";
import type { Proof } from "./proof.ts";
import type { RubricNode } from "./rubric-nodes.ts";

/** What a rule looks at: a rubric that reads and compiles, and what can be proven of it. */
export interface CheckContext {
  readonly rubric: Rubric;
  readonly plan: Plan;
  readonly document: RubricDocument;
  /** Every group and indicator in the order of the paper; one list for each group, the first level first. */
  readonly siblings: readonly (readonly RubricNode[])[];
  /** The same in one list. */
  readonly nodes: readonly RubricNode[];
  readonly sites: Sites;
  /** What units can attain; worked out when first asked for. */
  readonly proof: Proof;
  /** A problem where the value at `path` stands, or the nearest enclosing value. */
  at(path: Path, problem: Problem): Finding;
  /** A problem where the key that leads to `path` stands. */
  atKey(path: Path, problem: Problem): Finding;
}

/** One opinion about rubrics. Each of its codes has a fixture that shows it and a near miss that does not. */
export interface CheckRule {
  readonly codes: readonly string[];
  check(context: CheckContext): readonly Finding[];
}
