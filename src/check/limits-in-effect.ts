import { flatMap } from "../base/flat-map.ts";
import { forLast } from "../base/once.ts";
import { compare, type Rational } from "../base/rational.ts";
import type { GroupPlan, NodePlan, Plan } from "../rubric/plan.ts";
import { attainableKinds } from "./attainable-kinds.ts";
import { outermost } from "./range.ts";
import type { Attainable } from "./ranges.ts";

/** Which limits some unit may come to: one that is none of these is proven to change nothing. */
export interface LimitsInEffect {
  readonly floor: boolean;
  readonly cap: boolean;
  /** By `node.index`; only groups that have a cap. */
  readonly groups: ReadonlySet<number>;
}

/** The limits that sums may go beyond. Sums that end at a limit are left as they are by it. */
export const limitsInEffect: (plan: Plan) => LimitsInEffect = forLast((plan: Plan) => {
  const { nodes, root, total } = plan;
  const capped = nodes.filter(
    (node): node is GroupPlan => node.kind === "group" && node.index !== 0 && node.cap !== undefined,
  );
  const { floor, cap } = total;
  const all = { floor: floor !== undefined, cap: cap !== undefined, groups: new Set(indicesOf(capped)) };
  if (!all.floor && !all.cap && capped.length === 0) return all;
  const { list: kinds, complete } = attainableKinds(plan);
  // Of very many kinds of unit not all are looked at: one that is left out may well come to more.
  if (!complete) return all;
  const least = sumOverKinds(kinds, root, "low");
  const most = sumOverKinds(kinds, root, "high");
  return {
    floor: floor !== undefined && (least === undefined || compare(least, floor) < 0),
    cap: cap !== undefined && (most === undefined || compare(most, cap) > 0),
    groups: new Set(
      indicesOf(
        capped.filter(({ index }) =>
          kinds.some(({ profile, attainable: { sums } }) => {
            const [sum, own] = [sums()[index], profile.caps[index]];
            return (
              sum !== undefined && own !== undefined && (sum.high === undefined || compare(sum.high, own) > 0)
            );
          }),
        ),
      ),
    ),
  };
});

const indicesOf = (nodes: readonly NodePlan[]): readonly number[] => nodes.map(({ index }) => index);

/** The greatest (or least) that the items of a group come to before its limit, for any kind of unit it is for; undefined where one has no limit. */
export const sumOverKinds = (
  kinds: readonly { readonly attainable: Attainable }[],
  { index }: NodePlan,
  end: "low" | "high",
): Rational | undefined =>
  outermost(
    flatMap(kinds, ({ attainable: { sums } }) => sums()[index] ?? []),
    end,
  );
