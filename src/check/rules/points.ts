import { flatMap } from "../../base/flat-map.ts";
import {
  compare,
  equals,
  formatExact,
  isZero,
  multiply,
  one,
  type Rational,
  round,
  zero,
} from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { LeafPlan, Plan } from "../../rubric/plan.ts";
import { conditionsOfRule } from "../../rubric/walk.ts";
import { disagreeing } from "../../scoring/disagreeing.ts";
import { awarded } from "../../scoring/kinds/award.ts";
import type { KindContext } from "../outcome-proof.ts";
import { everything, type Range } from "../range.ts";
import type { CheckContext, CheckRule } from "../rule.ts";

/** Declared points agree for every kind of unit, can be earned, and depend on what is handed in. */
export const points: CheckRule = {
  codes: ["kind-points", "points-unattainable", "points-constant"],
  check: (context) => [...ofKinds(context), ...flatMap(context.plan.leaves, (leaf) => ofLeaf(context, leaf))],
};

/** Groups whose declared points are not those of what applies: the first kind of unit for which that is so. */
function ofKinds({ plan, proof, at }: CheckContext): readonly Finding[] {
  const told = new Set<number>();
  return flatMap(proof.kinds(), (context) =>
    flatMap(disagreeing(plan, context.kind.profile), ({ group, declared, inside }) => {
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
  const { plan, proof, at } = context;
  const kinds = proof.kinds().filter(({ kind }) => kind.profile.reached[leaf.index]);
  // A condition that no unit meets, or every unit, is told of by itself; one on the kind of unit is meant.
  const judges = conditionsOfRule(leaf.rule).length > 0;
  const short = judges ? undefined : kinds.find((kind) => isShort(plan, kind, leaf));
  if (short !== undefined) {
    const most = short.attainable.leafOrMissing(leaf).high;
    const worth = short.kind.profile.figures[leaf.index]?.points ?? zero;
    const label = kinds.length > 1 && kinds.some((kind) => !isShort(plan, kind, leaf)) ? short.kind.name : "";
    const taken = leaf.part === "deduction";
    const tell = taken ? problems.deductionUnattainable : problems.pointsUnattainable;
    const finding = at([...leaf.origin, "points"], tell(leaf.name, worth, most, label));
    const [sample] = short.solver().samples(short.solver().extreme(taken ? "worst" : "best"), 0);
    const shown = sample !== undefined && short.solver().run(sample) !== undefined;
    return [shown ? { ...finding, witness: proof.witness(sample) } : finding];
  }
  if (leaf.rule.kind === "fixed" || !proof.complete()) return [];
  if (judges && !kinds.every((kind) => isEitherWay(kind, leaf))) return [];
  const figures = kinds.map(({ attainable }) => attainable.leaf(leaf));
  const [{ high } = everything] = figures;
  return high !== undefined && figures.every((range) => isJust(range, high))
    ? [at(leaf.origin, problems.pointsConstant(leaf.name, high))]
    : [];
}

const isJust = ({ low, high }: Range, figure: Rational): boolean =>
  low !== undefined && high !== undefined && equals(low, figure) && equals(high, figure);

/** Whether a requirement gives as many points to those who do not meet it. */
function isEitherWay({ kind }: KindContext, { rule, index }: LeafPlan): boolean {
  const points = kind.profile.figures[index]?.points ?? zero;
  return rule.kind === "threshold" && equals(awarded(rule.otherwise, points), points);
}

/** Whether full points are out of reach for a kind of unit; what rounding makes up for is not. */
function isShort({ rounding }: Plan, { kind, attainable }: KindContext, leaf: LeafPlan): boolean {
  const { figures, scales } = kind.profile;
  const worth = figures[leaf.index]?.points;
  if (worth === undefined || isZero(worth)) return false;
  const counted = (points: Rational): Rational => {
    const term = multiply(points, scales[leaf.index] ?? one);
    return rounding.at === "terms" ? round(term, rounding.places, rounding.mode) : term;
  };
  return compare(counted(attainable.leafOrMissing(leaf).high), counted(worth)) < 0;
}
