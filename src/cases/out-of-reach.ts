import { bandsCoverAll } from "../check/band-cells.ts";
import { limitsInEffect } from "../check/limits-in-effect.ts";
import type { Plan } from "../rubric/plan.ts";
import { keyOf, ownerOfNode, totalOwner } from "./owner.ts";

/** The points (by `keyOf`) that are proven to be seen by no case: what is left over by bands that leave nothing over, limits that nobody comes to. */
export function outOfReach(plan: Plan): ReadonlySet<string> {
  const { floor, cap, groups } = limitsInEffect(plan);
  const bands = plan.leaves.flatMap((leaf) =>
    leaf.rule.kind === "bands" && bandsCoverAll(plan, leaf, leaf.rule.bands)
      ? [keyOf(ownerOfNode(leaf), "band.otherwise")]
      : [],
  );
  const caps = plan.nodes.flatMap((node) =>
    node.kind === "group" && node.cap !== undefined && node.index !== 0 && !groups.has(node.index)
      ? [keyOf(ownerOfNode(node), "cap")]
      : [],
  );
  const ofTotal = [cap ? [] : keyOf(totalOwner, "cap"), floor ? [] : keyOf(totalOwner, "floor")].flat();
  return new Set([...bands, ...caps, ...ofTotal]);
}
