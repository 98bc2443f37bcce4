import { once } from "../base/once.ts";
import { equals, type Rational } from "../base/rational.ts";
import type { LeafPlan, NodePlan, Plan } from "../rubric/plan.ts";
import { rawInputs, readsWorkedOut } from "./leaf-inputs.ts";
import { type KindContext, resultOfUnit } from "./outcome-proof.ts";

/** Whether a unit can come to both ends of the range of a node; an end that none is sure to reach is a bound. */
export interface Attained {
  readonly low: boolean;
  readonly high: boolean;
}

/**
 * Which ends of what a kind of unit can come to are reached: where no two indicators inside read the same data,
 * each of them can be at its end; otherwise where the best or the worst unit there is, once scored, is there.
 */
export function attainedBy(
  plan: Plan,
  { kind, attainable, solver }: KindContext,
): (node: NodePlan) => Attained {
  const shown = once(() =>
    (["best", "worst"] as const).flatMap((end) =>
      // By itself, and among others: a place is worth something to some rules.
      [0, 2].flatMap((others) => {
        const samples = solver().samples(solver().extreme(end), others);
        return [...samples].flatMap((sample) => {
          const assessment = solver().run(sample);
          return (assessment && resultOfUnit(assessment)?.score) ?? [];
        });
      }),
    ),
  );
  return (node) => {
    const leaves = leavesIn(node).filter(({ index }) => kind.profile.reached[index] === true);
    if (standApart(plan, leaves)) return { low: true, high: true };
    const { low, high } = attainable.nodes()[node.index] ?? {};
    const isShown = (end: Rational | undefined): boolean =>
      end === undefined ||
      shown().some(({ earned, total }) => {
        const figure = node.index === 0 ? total : earned[node.index];
        return figure !== undefined && equals(figure, end);
      });
    return { low: isShown(low), high: isShown(high) };
  };
}

const leavesIn = (node: NodePlan): readonly LeafPlan[] =>
  node.kind === "leaf" ? [node] : node.children.flatMap(leavesIn);

/** Whether each of them is free to be at its end, whatever the others are at. */
function standApart(plan: Plan, leaves: readonly LeafPlan[]): boolean {
  if (leaves.some((leaf) => readsWorkedOut(plan, leaf))) return false;
  const read = leaves.flatMap((leaf): readonly (number | string)[] => [
    ...rawInputs(plan, leaf),
    ...(leaf.rule.kind === "events" ? new Set(leaf.rule.events) : []),
  ]);
  return new Set(read).size === read.length;
}
