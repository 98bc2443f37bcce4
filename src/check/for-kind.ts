import type { Unit } from "../evidence/evidence.ts";
import type { Condition } from "../rubric/plan.ts";
import { conditionsInside } from "../rubric/walk.ts";
import { unitIs } from "../scoring/profile.ts";

/** A condition on one column of the register. */
export type KindCondition = Extract<Condition, { kind: "category" | "tag" | "column" }>;
export const speaksOfKind = (condition: Condition): condition is KindCondition =>
  condition.kind === "category" || condition.kind === "tag" || condition.kind === "column";

/** Whatever of a condition asks what kind of unit it is. */
export const kindConditions = (condition: Condition): readonly Condition[] =>
  conditionsInside(condition).filter(speaksOfKind);

/** What is left of a condition for one kind of unit: a verdict, or what still hangs on the data. */
export function forKind(condition: Condition, unit: Unit): Condition | boolean {
  if (speaksOfKind(condition)) return unitIs(condition, unit);
  if (condition.kind === "not") {
    const inner = forKind(condition.condition, unit);
    return typeof inner === "boolean" ? !inner : { kind: "not", condition: inner };
  }
  if (condition.kind !== "all" && condition.kind !== "any") return condition;
  const decisive = condition.kind === "any";
  const left: Condition[] = [];
  for (const each of condition.conditions) {
    const inner = forKind(each, unit);
    if (inner === decisive) return decisive;
    if (typeof inner !== "boolean") left.push(inner);
  }
  return left.length === 0 ? !decisive : { kind: condition.kind, conditions: left };
}
