import type { Condition } from "../rubric/plan.ts";
import { type Facts, holds } from "../scoring/condition.ts";
import { namedAtoms } from "./condition-points.ts";

/** Told of every point that is shown. */
export type See = (id: string) => void;

/** Each part of a condition by itself, whether or not it was looked at. */
export function observeAtoms(id: string, condition: Condition, facts: Facts, see: See): void {
  const quiet: Facts = { ...facts, missing: () => undefined };
  for (const { id: own, atom } of namedAtoms(id, condition, [])) {
    if (holds(atom, quiet)) see(`${own}.yes`);
    else if (holds({ kind: "not", condition: atom }, quiet)) see(`${own}.no`);
  }
}
