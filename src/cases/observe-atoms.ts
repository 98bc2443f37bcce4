import type { Condition } from "../rubric/plan.ts";
import { type Facts, holds } from "../scoring/condition.ts";
import { namedAtoms } from "./condition-points.ts";
import { keyOf, type Owner } from "./owner.ts";

/** Told of every point that is shown, by its key. */
export type See = (key: string) => void;

/** Each part of a condition by itself, whether or not it was looked at. */
export function observeAtoms(
  owner: Pick<Owner, "kind" | "place">,
  condition: Condition,
  facts: Facts,
  see: See,
  within = "",
): void {
  const quiet: Facts = { ...facts, missing: () => undefined };
  for (const { what, atom } of namedAtoms(owner, within, condition, [])) {
    if (holds(atom, quiet)) see(keyOf(owner, `${what}.yes`));
    else if (holds({ kind: "not", condition: atom }, quiet)) see(keyOf(owner, `${what}.no`));
  }
}
