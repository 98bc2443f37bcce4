import { add, equals, isNegative, isZero, type Rational, subtract, zero } from "../base/rational.ts";
import type { GroupPlan, Plan } from "../rubric/plan.ts";
import type { Profile } from "./profile.ts";

/**
 * Groups whose declared points are not those inside, for a kind of unit, be they written as points or as weights:
 * items that do not apply may leave a gap, which the others make up for; nothing else may.
 */
export function disagreeing(
  plan: Plan,
  profile: Profile,
): readonly { readonly group: GroupPlan; readonly declared: Rational; readonly inside: Rational }[] {
  const groups = plan.nodes.filter(
    (node): node is GroupPlan => node.kind === "group" && node.part === "base" && node.cap === undefined,
  );
  return groups.flatMap((group) => {
    const declared = profile.points[group.index];
    const children = group.children.filter(({ part }) => part === "base");
    const present = children.filter(({ index }) => profile.applies[index]);
    if (declared === undefined || !profile.applies[group.index] || present.length === 0) return [];
    const inside = present.reduce((total, { index }) => add(total, profile.worths[index] ?? zero), zero);
    const short = subtract(declared, inside);
    const leavesGap = present.length < children.length && !isNegative(short) && !isZero(short);
    return equals(declared, inside) || leavesGap ? [] : [{ group, declared, inside }];
  });
}
