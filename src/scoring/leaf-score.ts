import type { Text } from "../base/language.ts";
import type { Rational } from "../base/rational.ts";
import type { LeafVariant, Plan } from "../rubric/plan.ts";
import type { Report } from "./compute.ts";
import type { Facts } from "./condition.ts";
import type { Figures } from "./profile.ts";
import type { ClauseResult, RuleResult, State } from "./result.ts";

/** What came of one indicator: points on its own scale (none where it does not apply), and why. */
export interface LeafScore {
  /** Absent where it was scored by its rule: nearly always, and the hot path allocates nothing for it. */
  readonly state?: State;
  readonly earned: Rational | undefined;
  readonly working: () => Text;
  readonly clauses?: readonly ClauseResult[];
}

export interface LeafContext {
  readonly plan: Plan;
  readonly facts: Facts;
  readonly figures: Figures;
  readonly report: Report;
  /** Told of each time a rule is applied: for each method, assessor, site and period. */
  readonly notice?: Notice | undefined;
}

/** A rule that was applied: what it saw, and what came of it. */
export type Notice = (applied: {
  readonly variant: LeafVariant;
  readonly context: LeafContext;
  readonly outcome: RuleOutcome;
}) => void;

/** What a method came to before the rubric's word on missing and not applicable. */
export type RuleOutcome = RuleResult | "missing" | "not-applicable";

const doesNotApply = (): Text => ({ zh: "不适用", en: "not applicable" });
export const notApplicable: LeafScore = { state: "not-applicable", earned: undefined, working: doesNotApply };
