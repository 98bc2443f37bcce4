import { compare, equals, formatExact, isZero, zero } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { LeafPlan } from "../../rubric/plan.ts";
import { disagreeing } from "../../scoring/disagreeing.ts";
import type { KindContext } from "../outcome-proof.ts";
import type { CheckContext, CheckRule } from "../rule.ts";

/** Declared points agree for every kind of unit, can be earned, and depend on what is handed in. */
export const points: CheckRule = {
  codes: ["kind-points", "points-unattainable", "points-constant"],
  check: (context) => [...ofKinds(context), ...context.plan.leaves.flatMap((leaf) => ofLeaf(context, leaf))],
};

/** Groups whose declared points are not those of what applies: the first kind of unit for which that is so. */
function ofKinds({ plan, proof, at }: CheckContext): readonly Finding[] {
  const told = new Set<number>();
  return proof.kinds().flatMap((context) =>
    disagreeing(plan, context.kind.profile).flatMap(({ group, declared, inside }) => {
      if (told.has(group.index)) return [];
      told.add(group.index);
      const kind = context.kind.name;
      const problem = problems.kindPoints(group.name, kind, formatExact(declared), formatExact(inside));
      const [sample] = context.solver().samples(context.solver().extreme("best"), 0);
      const finding = at([...group.origin, "points"], problem);
      return [sample === undefined ? finding : { ...finding, witness: proof.witness(sample) }];
    }),
  );
}

function ofLeaf(context: CheckContext, leaf: LeafPlan): readonly Finding[] {
  const { proof, at } = context;
  const kinds = proof.kinds().filter(({ kind }) => kind.profile.reached[leaf.index]);
  const short = kinds.find((kind) => isShort(kind, leaf));
  if (short !== undefined) {
    const most = short.attainable.leaf(leaf).high ?? zero;
    const worth = short.kind.profile.figures[leaf.index]?.points ?? zero;
    const label = kinds.length > 1 && kinds.some((kind) => !isShort(kind, leaf)) ? short.kind.name : "";
    const finding = at(
      [...leaf.origin, "points"],
      problems.pointsUnattainable(leaf.name, worth, most, label),
    );
    const [sample] = short.solver().samples(short.solver().extreme("best"), 0);
    const shown = sample !== undefined && short.solver().run(sample) !== undefined;
    return [shown ? { ...finding, witness: proof.witness(sample) } : finding];
  }
  if (leaf.rule.kind === "fixed" || !proof.complete()) return [];
  const figures = kinds.map(({ attainable }) => attainable.leaf(leaf));
  const constant = figures.every(
    (range) => range.low !== undefined && range.high !== undefined && equals(range.low, range.high),
  );
  const [first] = figures;
  return kinds.length > 0 && constant && first?.high !== undefined
    ? [at(leaf.origin, problems.pointsConstant(leaf.name, first.high))]
    : [];
}

function isShort({ kind, attainable }: KindContext, leaf: LeafPlan): boolean {
  const worth = kind.profile.figures[leaf.index]?.points;
  const most = attainable.leaf(leaf).high;
  return worth !== undefined && !isZero(worth) && most !== undefined && compare(most, worth) < 0;
}
